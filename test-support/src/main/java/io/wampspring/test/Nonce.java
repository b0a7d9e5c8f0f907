package io.wampspring.test;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A text that only this test knows: what comes back with it came from this exchange.
 */
public final class Nonce {

	private static final SecureRandom RANDOM = new SecureRandom();

	private Nonce() {
	}

	/**
	 * Makes one.
	 * @return a text of letters and digits, fit for a URI component
	 */
	public static String next() {
		byte[] bytes = new byte[8];
		RANDOM.nextBytes(bytes);
		return "n" + HexFormat.of().formatHex(bytes);
	}

}
