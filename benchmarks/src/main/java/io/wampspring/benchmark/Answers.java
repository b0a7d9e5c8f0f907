package io.wampspring.benchmark;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How many answers came and were right, a result of its own. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Answers {

	/** Counted by the caller. */
	public long answers;

}
