package io.wampspring.transport;

/**
 * Makes connectors of configured transports. Implementations are found with
 * {@link java.util.ServiceLoader} or given to the client's builder; the first one that
 * supports the transport is taken.
 */
public interface ConnectorFactory {

	/**
	 * Returns whether this factory is meant for the transport.
	 * @param transport type and URL
	 * @return whether
	 */
	boolean supports(TransportConfig transport);

	/**
	 * Makes a connector.
	 * @param transport what to connect to and how
	 * @return the connector
	 * @throws IllegalArgumentException if the configuration is contradictory; the message
	 * names the setting
	 */
	Connector create(TransportConfig transport);

}
