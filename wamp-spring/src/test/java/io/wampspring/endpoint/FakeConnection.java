package io.wampspring.endpoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

import io.wampspring.client.BackOff;
import io.wampspring.client.ConnectionListener;
import io.wampspring.client.ConnectionSettings;
import io.wampspring.client.Overflow;
import io.wampspring.client.SessionPreparer;
import io.wampspring.client.WampConnection;
import io.wampspring.client.WampSession;
import io.wampspring.codec.ProtocolMode;
import io.wampspring.uri.UriRules;
import org.jspecify.annotations.Nullable;

/** A connection whose sessions come and go as a test says. */
final class FakeConnection {

	private final String name;

	private final List<SessionPreparer> preparers = new ArrayList<>();

	private final WampConnection connection = Partial.of(WampConnection.class, this);

	private @Nullable FakeSession session;

	FakeConnection(String name) {
		this.name = name;
	}

	WampConnection connection() {
		return this.connection;
	}

	/** A session is joined: its preparers are asked. */
	FakeSession join() {
		return join(new FakeSession(this.connection));
	}

	FakeSession join(FakeSession joined) {
		this.session = joined;
		for (SessionPreparer preparer : this.preparers) {
			joined.prepared.add(preparer.prepare(joined.session()));
		}
		return joined;
	}

	void lose() {
		FakeSession lost = this.session;
		this.session = null;
		if (lost != null) {
			lost.end();
		}
	}

	List<CompletionStage<Void>> preparations() {
		FakeSession joined = this.session;
		return (joined != null) ? joined.prepared : List.of();
	}

	// what the registry uses of a connection

	String name() {
		return this.name;
	}

	ConnectionSettings settings() {
		return new ConnectionSettings(this.name, "realm1", List.of(), BackOff.DEFAULT, List.of(), null, Map.of(),
				Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), "wamp.goodbye.normal",
				UriRules.LOOSE, ProtocolMode.LENIENT, 1, 1, Overflow.PAUSE);
	}

	@Nullable WampSession session() {
		FakeSession joined = this.session;
		return (joined != null) ? joined.session() : null;
	}

	void addListener(ConnectionListener listener) {
		// What happens to connections is not the registry's business.
	}

	void addPreparer(SessionPreparer preparer) {
		this.preparers.add(preparer);
	}

}
