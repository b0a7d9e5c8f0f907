package io.wampspring.client;

import java.util.concurrent.atomic.AtomicLongArray;

import io.wampspring.client.session.Incident;

/**
 * Counts over all sessions of a connection. May be used by many threads.
 */
final class Counters {

	private final AtomicLongArray incidents = new AtomicLongArray(Incident.values().length);

	private final AtomicLongArray counts = new AtomicLongArray(Count.values().length);

	void count(Incident incident) {
		this.incidents.incrementAndGet(incident.ordinal());
	}

	void count(Count count) {
		this.counts.incrementAndGet(count.ordinal());
	}

	private long get(Incident incident) {
		return this.incidents.get(incident.ordinal());
	}

	private long get(Count count) {
		return this.counts.get(count.ordinal());
	}

	ConnectionStatistics snapshot() {
		return new ConnectionStatistics(get(Count.SESSION), get(Count.FAILED_ATTEMPT), get(Incident.LATE_REPLY),
				get(Incident.UNKNOWN_REPLY), get(Incident.IGNORED_PROGRESS), get(Incident.UNKNOWN_EVENT),
				get(Count.DROPPED_EVENT), get(Count.PAUSE), get(Count.REFUSED_INVOCATION),
				get(Incident.UNKNOWN_INVOCATION), get(Incident.LATE_INTERRUPT), get(Incident.EXTENSION_MESSAGE),
				get(Count.DROPPED_PUBLICATION), get(Count.VIOLATION));
	}

	/** What the shell counts. */
	enum Count {

		SESSION, FAILED_ATTEMPT, DROPPED_EVENT, PAUSE, REFUSED_INVOCATION, DROPPED_PUBLICATION, VIOLATION

	}

}
