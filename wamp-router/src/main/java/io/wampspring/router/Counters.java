package io.wampspring.router;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

import io.wampspring.router.core.Tally;

/**
 * Counts for {@link RouterStatistics}; any thread may count and read.
 */
final class Counters implements Tally {

	private final Map<Count, LongAdder> adders;

	Counters() {
		Map<Count, LongAdder> all = new EnumMap<>(Count.class);
		for (Count what : Count.values()) {
			all.put(what, new LongAdder());
		}
		this.adders = Collections.unmodifiableMap(all);
	}

	@Override
	public void count(Count what) {
		adder(what).increment();
	}

	RouterStatistics statistics(int links) {
		long opened = get(Count.SESSION_OPENED);
		long closed = get(Count.SESSION_CLOSED);
		return new RouterStatistics(links, opened - closed, opened, closed, get(Count.JOIN_REFUSED),
				get(Count.VIOLATION), get(Count.OVERLOAD), get(Count.PUBLICATION), get(Count.PUBLICATION_REFUSED),
				get(Count.EVENT), get(Count.EVENT_DROPPED), get(Count.CALL), get(Count.LATE_ANSWER));
	}

	private long get(Count what) {
		return adder(what).sum();
	}

	private LongAdder adder(Count what) {
		return Objects.requireNonNull(this.adders.get(what));
	}

}
