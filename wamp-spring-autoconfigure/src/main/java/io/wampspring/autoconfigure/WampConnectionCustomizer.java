package io.wampspring.autoconfigure;

import io.wampspring.client.WampConnection;

/**
 * Changes the builder of a connection after the properties were applied. Beans of this
 * type are called in their order.
 */
@FunctionalInterface
public interface WampConnectionCustomizer {

	/**
	 * Changes the builder.
	 * @param name the name of the connection
	 * @param builder the builder
	 */
	void customize(String name, WampConnection.Builder builder);

}
