package io.wampspring.benchmark;

import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import io.wampspring.router.WampRouter;
import io.wampspring.router.config.RealmConfig;
import io.wampspring.router.config.RouterConfig;
import io.wampspring.transport.Connector;
import io.wampspring.transport.InProcessConnector;
import io.wampspring.transport.TransportConfig;
import io.wampspring.transport.netty.NettyAcceptor;
import io.wampspring.transport.netty.NettyConnector;

/** How caller and callee reach the router. */
public enum Transport {

	/** Within the process; messages are encoded all the same. */
	INPROCESS {

		@Override
		Site open() {
			WampRouter router = WampRouter.of(CONFIG);
			router.start();
			ExecutorService lanes = Executors.newCachedThreadPool();
			return new Site(router,
					() -> new InProcessConnector(router.accept(), lanes, InProcessConnector.Settings.defaults()),
					() -> {
						router.close();
						lanes.shutdown();
					});
		}

	},

	/** WebSocket over TCP on loopback, Netty at both ends. */
	WEBSOCKET {

		@Override
		Site open() {
			NettyAcceptor acceptor = new NettyAcceptor(NettyAcceptor.Settings.of(0, "/ws"));
			WampRouter router = WampRouter.builder(CONFIG).acceptor(acceptor).build();
			router.start();
			URI url = URI.create("ws://127.0.0.1:" + acceptor.port() + "/ws");
			return new Site(router, () -> new NettyConnector(TransportConfig.of(url)), router::close);
		}

	};

	static final String REALM = "realm1";

	private static final RouterConfig CONFIG = RouterConfig.of(RealmConfig.open(REALM));

	/** Starts a router. */
	abstract Site open();

	/**
	 * A running router.
	 *
	 * @param router the router
	 * @param connectors ways to it, one for each client
	 * @param end closes the router and what was opened for it
	 */
	record Site(WampRouter router, Supplier<Connector> connectors, Runnable end) {

	}

}
