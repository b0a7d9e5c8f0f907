package io.wampspring.client;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What everybody may see of a connection, and what the log says of it: one line per
 * change of state. Written on the control lane, read by any thread.
 */
final class ConnectionView {

	private static final Logger logger = LoggerFactory.getLogger(WampConnection.class);

	private final String name;

	private final String realm;

	private final ConnectionEvents events;

	private volatile ConnectionState state = ConnectionState.CLOSED;

	private volatile @Nullable DefaultSession session;

	private volatile @Nullable SessionDriver driver;

	private volatile @Nullable Retry retry;

	private volatile boolean retrying;

	/** What the log says of the failure that lasts. */
	private @Nullable String said;

	ConnectionView(String name, String realm, ConnectionEvents events) {
		this.name = name;
		this.realm = realm;
		this.events = events;
	}

	ConnectionState state() {
		return this.state;
	}

	@Nullable DefaultSession session() {
		return this.session;
	}

	@Nullable SessionDriver driver() {
		return this.driver;
	}

	@Nullable Retry retry() {
		return this.retry;
	}

	boolean isRetrying() {
		return this.retrying;
	}

	void connecting(String url, boolean again) {
		logger.debug("[{}] connecting to {}", this.name, url);
		this.retry = null;
		this.retrying = again;
		this.driver = null;
		change(ConnectionState.CONNECTING);
	}

	void joining(@Nullable SessionDriver opened) {
		logger.debug("[{}] connected, joining realm '{}'", this.name, this.realm);
		this.driver = opened;
		change(ConnectionState.JOINING);
	}

	void joined(DefaultSession joined) {
		logger.info("[{}] joined realm '{}' as session {} over {} ({})", this.name, joined.realm(), joined.id(),
				joined.transport().url(), joined.transport().protocol());
		this.session = joined;
		this.said = null;
		this.retrying = false;
		change(ConnectionState.RESTORING);
	}

	void open() {
		logger.debug("[{}] open", this.name);
		change(ConnectionState.OPEN);
	}

	void leaving() {
		logger.debug("[{}] leaving", this.name);
		change(ConnectionState.LEAVING);
	}

	void waiting(Ending ending, Retry next) {
		say(ending, next);
		this.retry = next;
		this.retrying = true;
		leave(ConnectionState.WAITING);
	}

	void givenUp(Ending ending) {
		logger.warn("[{}] {}, {}; no further attempt", this.name, what(), ending.describe());
		leave(ConnectionState.CLOSED);
	}

	void closed() {
		logger.info("[{}] closed", this.name);
		leave(ConnectionState.CLOSED);
	}

	/** Once aloud; that nothing has changed since is said quietly. */
	private void say(Ending ending, Retry next) {
		String text = what() + ", " + ending.describe();
		if (text.equals(this.said)) {
			logger.debug("[{}] {}; attempt {} follows in {} ms", this.name, text, next.number(),
					next.delay().toMillis());
			return;
		}
		this.said = text;
		logger.warn("[{}] {}; attempt {} follows in {} ms", this.name, text, next.number(), next.delay().toMillis());
		logger.debug("[{}] The cause:", this.name, ending.cause());
	}

	private String what() {
		DefaultSession last = this.session;
		return (last != null) ? "session " + last.id() + " ended" : "no session";
	}

	private void leave(ConnectionState next) {
		this.session = null;
		this.driver = null;
		if (next == ConnectionState.CLOSED) {
			this.said = null;
			this.retry = null;
			this.retrying = false;
		}
		change(next);
	}

	private void change(ConnectionState next) {
		ConnectionState before = this.state;
		this.state = next;
		if (before != next) {
			this.events.tell((listener) -> listener.onStateChange(before, next));
		}
	}

}
