package io.wampspring.architecture.broken.message;

/**
 * Stands for the message of the product.
 */
public interface WampMessage {

	/**
	 * Stands for the delivery of a message.
	 */
	void deliverTo();

}
