package io.wampspring.architecture.broken.codec;

/**
 * Stands for the codec of the product.
 */
public final class MessageCodec {

	/**
	 * Stands for the decoding of a message.
	 * @param text the text
	 * @return its length
	 */
	public int decode(String text) {
		return text.length();
	}

}
