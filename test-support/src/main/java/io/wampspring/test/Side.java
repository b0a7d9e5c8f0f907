package io.wampspring.test;

import java.util.Locale;

/**
 * Which part of this project a foreign peer talked to.
 */
public enum Side {

	/**
	 * Our client, to a foreign router or through one to a foreign client.
	 */
	CLIENT,

	/**
	 * Our router, to a foreign client.
	 */
	ROUTER,

	/**
	 * None: the peers were tried on each other.
	 */
	RIG;

	String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
