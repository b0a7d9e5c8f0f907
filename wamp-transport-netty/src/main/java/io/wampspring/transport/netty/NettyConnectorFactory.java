package io.wampspring.transport.netty;

import io.wampspring.transport.Connector;
import io.wampspring.transport.ConnectorFactory;
import io.wampspring.transport.LinkInfo;
import io.wampspring.transport.TransportConfig;

/**
 * Makes connectors for {@code websocket} transports, {@code ws} and {@code wss}. Found
 * with {@link java.util.ServiceLoader}.
 */
public final class NettyConnectorFactory implements ConnectorFactory {

	private final NettyEventLoops eventLoops;

	/**
	 * Creates a factory on the shared event loops.
	 */
	public NettyConnectorFactory() {
		this(NettyEventLoops.shared());
	}

	/**
	 * Creates a factory.
	 * @param eventLoops the threads of the links
	 */
	public NettyConnectorFactory(NettyEventLoops eventLoops) {
		this.eventLoops = eventLoops;
	}

	@Override
	public boolean supports(TransportConfig transport) {
		return LinkInfo.WEBSOCKET.equals(transport.type()) && NettyConnector.isWebSocket(transport.url());
	}

	@Override
	public Connector create(TransportConfig transport) {
		return new NettyConnector(transport, this.eventLoops);
	}

}
