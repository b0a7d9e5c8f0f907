package io.wampspring.client;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.wampspring.client.session.Features;
import io.wampspring.client.session.SessionConfig;
import io.wampspring.codec.ProtocolMode;
import io.wampspring.options.HelloDetails;

/**
 * The one place where a connection is wired.
 *
 * @param context what all sessions share
 * @param events tells listeners
 * @param view shows the state
 * @param reconnector opens sessions
 * @param client the operations that outlive sessions
 */
record ConnectionAssembly(ConnectionContext context, ConnectionEvents events, ConnectionView view,
		Reconnector reconnector, WampClient client) {

	/**
	 * How long the last word of a killed call is awaited: some routers never send one.
	 */
	private static final long KILL_TIMEOUT = 10_000;

	static ConnectionAssembly of(ConnectionBuilder builder, WampConnection connection,
			Supplier<DefaultSession> sessions) {
		ConnectionContext context = builder.context(connection);
		Application application = context.application();
		ConnectionEvents events = builder.events(application);
		ConnectionView view = new ConnectionView(context.name(), context.settings().realm(), events);
		DesiredEndpoints endpoints = new DesiredEndpoints(application, sessions);
		ConnectionBuilder.Control control = builder.control(context.scheduler());
		Reconnector reconnector = new Reconnector(context,
				new Reconnector.Parts(config(context.settings()), builder.transports(), endpoints, events,
						builder.retries(application), control.lane(), control.timers(), view));
		return new ConnectionAssembly(context, events, view, reconnector, new DefaultClient(context, endpoints));
	}

	private static SessionConfig config(ConnectionSettings settings) {
		return new SessionConfig(settings.realm(), hello(settings), Features.OF_CLIENT, settings.uriRules(),
				settings.protocolMode() == ProtocolMode.STRICT, settings.joinTimeout().toMillis(),
				settings.leaveTimeout().toMillis(), KILL_TIMEOUT);
	}

	private static HelloDetails hello(ConnectionSettings settings) {
		HelloDetails hello = HelloDetails.NONE.withAgent("wamp-spring/" + WampVersion.get());
		List<String> methods = settings.authmethods();
		if (!methods.isEmpty()) {
			hello = hello.withAuthmethods(methods);
		}
		String authid = settings.authid();
		if (authid != null) {
			hello = hello.withAuthid(authid);
		}
		Map<String, Object> authextra = settings.authextra();
		return authextra.isEmpty() ? hello : hello.withAuthextra(authextra);
	}

}
