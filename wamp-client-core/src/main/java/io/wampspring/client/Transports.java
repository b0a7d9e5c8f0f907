package io.wampspring.client;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

import io.wampspring.client.ErrorContext.Kind;
import io.wampspring.transport.Connector;
import io.wampspring.transport.ConnectorFactory;
import io.wampspring.transport.TransportConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connectors of a connection: ready-made ones, and those made of the transport list
 * when the connection is opened. Confined to the control lane.
 */
final class Transports {

	private static final Logger logger = LoggerFactory.getLogger(WampConnection.class);

	private final List<Connector> readyMade;

	private final List<TransportConfig> configs;

	private final @Nullable List<ConnectorFactory> factories;

	private final List<Connector> made = new ArrayList<>();

	Transports(List<Connector> readyMade, List<TransportConfig> configs, @Nullable List<ConnectorFactory> factories) {
		this.readyMade = List.copyOf(readyMade);
		this.configs = List.copyOf(configs);
		this.factories = (factories != null) ? List.copyOf(factories) : null;
	}

	/**
	 * Makes connectors of the list. One that cannot be made is reported and left out.
	 * @return all connectors in the order in which they are tried
	 */
	List<Connector> open(Application application) {
		for (TransportConfig config : this.configs) {
			try {
				this.made.add(make(config));
			}
			catch (RuntimeException ex) {
				String text = "transport " + config.describe() + " cannot be made";
				application.postInternalError(ex, Kind.TRANSPORT, text, config.describe());
			}
		}
		List<Connector> all = new ArrayList<>(this.readyMade);
		all.addAll(this.made);
		return all;
	}

	private Connector make(TransportConfig config) {
		Iterable<ConnectorFactory> candidates = (this.factories != null) ? this.factories
				: ServiceLoader.load(ConnectorFactory.class);
		for (ConnectorFactory factory : candidates) {
			if (factory.supports(config)) {
				return factory.create(config);
			}
		}
		throw new IllegalArgumentException("nobody knows transports of type '" + config.type() + "' with URL "
				+ config.describe() + ": a transport module is missing on the class path, or the type is misspelt");
	}

	/** Gives back what was made of the list. */
	void close() {
		for (Connector connector : this.made) {
			try {
				connector.close();
			}
			catch (RuntimeException ex) {
				logger.warn("The connector of {} did not close", connector.describe(), ex);
			}
		}
		this.made.clear();
	}

}
