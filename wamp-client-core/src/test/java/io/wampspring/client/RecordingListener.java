package io.wampspring.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Keeps what it hears.
 */
final class RecordingListener implements ConnectionListener {

	final List<ConnectionState> states = new CopyOnWriteArrayList<>();

	final List<WampSession> sessions = new CopyOnWriteArrayList<>();

	final List<ConnectionClosed> closes = new CopyOnWriteArrayList<>();

	final List<Retry> retries = new CopyOnWriteArrayList<>();

	final List<ConnectionClosed> givenUp = new CopyOnWriteArrayList<>();

	@Override
	public void onStateChange(ConnectionState from, ConnectionState to) {
		this.states.add(to);
	}

	@Override
	public void onOpen(WampSession session) {
		this.sessions.add(session);
	}

	@Override
	public void onClose(ConnectionClosed closed) {
		this.closes.add(closed);
	}

	@Override
	public void onRetryScheduled(Retry retry) {
		this.retries.add(retry);
	}

	@Override
	public void onRetryGivenUp(ConnectionClosed closed) {
		this.givenUp.add(closed);
	}

	ConnectionClosed lastClose() {
		return this.closes.get(this.closes.size() - 1);
	}

}
