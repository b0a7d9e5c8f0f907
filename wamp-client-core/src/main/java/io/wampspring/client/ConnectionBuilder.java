package io.wampspring.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

import io.wampspring.codec.ProtocolMode;
import io.wampspring.lane.Lane;
import io.wampspring.lane.LaneTimers;
import io.wampspring.lane.SerialLane;
import io.wampspring.lane.Timers;
import io.wampspring.transport.Connector;
import io.wampspring.transport.ConnectorFactory;
import io.wampspring.transport.TransportConfig;
import io.wampspring.uri.CloseReasons;
import io.wampspring.uri.UriRules;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a connection is.
 */
final class ConnectionBuilder implements WampConnection.Builder {

	private String name = "wamp";

	private @Nullable String realm;

	private List<TransportConfig> transports = List.of();

	private @Nullable List<ConnectorFactory> connectorFactories;

	private List<Connector> connectors = List.of();

	private ReconnectPolicy retry = BackOff.DEFAULT;

	private @Nullable List<String> authmethods;

	private @Nullable String authid;

	private Map<String, Object> authextra = Map.of();

	private @Nullable WampAuthenticator authenticator;

	private Duration callTimeout = Duration.ofSeconds(30);

	private Duration joinTimeout = Duration.ofSeconds(10);

	private Duration leaveTimeout = Duration.ofSeconds(1);

	private String closeReason = CloseReasons.GOODBYE_NORMAL;

	private @Nullable Executor executor;

	private @Nullable ScheduledExecutorService scheduler;

	private WampErrorHandler errorHandler = WampErrorHandler.logging();

	private UriRules uriRules = UriRules.LOOSE;

	private ProtocolMode protocolMode = ProtocolMode.LENIENT;

	private int maxConcurrency = 256;

	private int queueCapacity = 10_000;

	private Overflow overflow = Overflow.PAUSE;

	private RandomGenerator random = RandomGenerator.getDefault();

	private @Nullable Control control;

	private final List<ConnectionListener> listeners = new ArrayList<>();

	private final List<SessionPreparer> preparers = new ArrayList<>();

	@Override
	public ConnectionBuilder name(String name) {
		this.name = name;
		return this;
	}

	@Override
	public ConnectionBuilder realm(String realm) {
		this.realm = realm;
		return this;
	}

	@Override
	public ConnectionBuilder transports(List<TransportConfig> transports) {
		this.transports = List.copyOf(transports);
		return this;
	}

	@Override
	public ConnectionBuilder connectorFactories(List<ConnectorFactory> factories) {
		this.connectorFactories = List.copyOf(factories);
		return this;
	}

	@Override
	public ConnectionBuilder connectors(List<Connector> connectors) {
		this.connectors = List.copyOf(connectors);
		return this;
	}

	@Override
	public ConnectionBuilder retry(ReconnectPolicy policy) {
		this.retry = policy;
		return this;
	}

	@Override
	public ConnectionBuilder authmethods(List<String> methods) {
		this.authmethods = List.copyOf(methods);
		return this;
	}

	@Override
	public ConnectionBuilder authid(@Nullable String authid) {
		this.authid = authid;
		return this;
	}

	@Override
	public ConnectionBuilder authextra(Map<String, Object> authextra) {
		this.authextra = Map.copyOf(authextra);
		return this;
	}

	@Override
	public ConnectionBuilder authenticator(WampAuthenticator authenticator) {
		this.authenticator = authenticator;
		return this;
	}

	@Override
	public ConnectionBuilder callTimeout(Duration timeout) {
		this.callTimeout = timeout;
		return this;
	}

	@Override
	public ConnectionBuilder joinTimeout(Duration timeout) {
		this.joinTimeout = timeout;
		return this;
	}

	@Override
	public ConnectionBuilder leaveTimeout(Duration timeout) {
		this.leaveTimeout = timeout;
		return this;
	}

	@Override
	public ConnectionBuilder closeReason(String reason) {
		this.closeReason = reason;
		return this;
	}

	@Override
	public ConnectionBuilder executor(Executor executor) {
		this.executor = executor;
		return this;
	}

	@Override
	public ConnectionBuilder scheduler(ScheduledExecutorService scheduler) {
		this.scheduler = scheduler;
		return this;
	}

	@Override
	public ConnectionBuilder errorHandler(WampErrorHandler errorHandler) {
		this.errorHandler = errorHandler;
		return this;
	}

	@Override
	public ConnectionBuilder uriRules(UriRules rules) {
		this.uriRules = rules;
		return this;
	}

	@Override
	public ConnectionBuilder protocolMode(ProtocolMode mode) {
		this.protocolMode = mode;
		return this;
	}

	@Override
	public ConnectionBuilder maxConcurrency(int maxConcurrency) {
		this.maxConcurrency = maxConcurrency;
		return this;
	}

	@Override
	public ConnectionBuilder queueCapacity(int queueCapacity) {
		this.queueCapacity = queueCapacity;
		return this;
	}

	@Override
	public ConnectionBuilder overflow(Overflow overflow) {
		this.overflow = overflow;
		return this;
	}

	@Override
	public ConnectionBuilder random(RandomGenerator random) {
		this.random = random;
		return this;
	}

	@Override
	public ConnectionBuilder listener(ConnectionListener listener) {
		this.listeners.add(listener);
		return this;
	}

	@Override
	public ConnectionBuilder preparer(SessionPreparer preparer) {
		this.preparers.add(preparer);
		return this;
	}

	/** Where and when the life cycle runs; tests have a time of their own. */
	ConnectionBuilder control(Lane lane, Timers timers) {
		this.control = new Control(lane, timers);
		return this;
	}

	@Override
	public WampConnection build() {
		if (this.transports.isEmpty() && this.connectors.isEmpty()) {
			throw new IllegalArgumentException("connection '" + this.name + "' has no transport");
		}
		return new DefaultConnection(this);
	}

	ConnectionSettings settings() {
		if (this.realm == null) {
			throw new IllegalArgumentException("connection '" + this.name + "' has no realm");
		}
		return new ConnectionSettings(this.name, this.realm, this.transports, this.retry, offeredMethods(), this.authid,
				this.authextra, this.callTimeout, this.joinTimeout, this.leaveTimeout, this.closeReason, this.uriRules,
				this.protocolMode, this.maxConcurrency, this.queueCapacity, this.overflow);
	}

	private List<String> offeredMethods() {
		if (this.authmethods != null) {
			return this.authmethods;
		}
		return (this.authenticator != null) ? this.authenticator.methods() : List.of();
	}

	ConnectionContext context(WampConnection connection) {
		Application application = new Application(this.name,
				(this.executor != null) ? this.executor : LibraryThreads.workers(), this.errorHandler);
		return new ConnectionContext(connection, settings(), application, this.authenticator, new Counters(),
				(this.scheduler != null) ? this.scheduler : LibraryThreads.scheduler());
	}

	ConnectionEvents events(Application application) {
		return new ConnectionEvents(application, this.listeners, this.preparers);
	}

	RetryCounter retries(Application application) {
		return new RetryCounter(this.retry, this.random, application);
	}

	Transports transports() {
		return new Transports(this.connectors, this.transports, this.connectorFactories);
	}

	Control control(ScheduledExecutorService timer) {
		if (this.control != null) {
			return this.control;
		}
		Lane lane = new SerialLane(LibraryThreads.control());
		return new Control(lane, new LaneTimers(timer, lane));
	}

	/**
	 * Where and when the life cycle of a connection runs.
	 *
	 * @param lane runs it
	 * @param timers tells the time on the lane
	 */
	record Control(Lane lane, Timers timers) {

	}

}
