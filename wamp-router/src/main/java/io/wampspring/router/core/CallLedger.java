package io.wampspring.router.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The pending calls of a realm, found from both of their ends. Only {@link #open} and
 * {@link #close} change it, and each changes both indexes, so they cannot disagree.
 */
final class CallLedger {

	private final Map<Peer, Map<Long, PendingCall>> byCaller = new HashMap<>();

	private final Map<Peer, Map<Long, PendingCall>> byCallee = new HashMap<>();

	void open(PendingCall call) {
		this.byCaller.computeIfAbsent(call.caller(), (peer) -> new LinkedHashMap<>()).put(call.request(), call);
		this.byCallee.computeIfAbsent(call.callee(), (peer) -> new LinkedHashMap<>()).put(call.invocation(), call);
	}

	void close(PendingCall call) {
		remove(this.byCaller, call.caller(), call.request());
		remove(this.byCallee, call.callee(), call.invocation());
	}

	@Nullable PendingCall ofCaller(Peer caller, long request) {
		return find(this.byCaller, caller, request);
	}

	@Nullable PendingCall ofCallee(Peer callee, long invocation) {
		return find(this.byCallee, callee, invocation);
	}

	int countOfCaller(Peer caller) {
		Map<Long, PendingCall> calls = this.byCaller.get(caller);
		return (calls != null) ? calls.size() : 0;
	}

	/** A copy: the calls may be closed while it is walked through. */
	List<PendingCall> allOfCaller(Peer caller) {
		return copy(this.byCaller.get(caller));
	}

	/** A copy: the calls may be closed while it is walked through. */
	List<PendingCall> allOfCallee(Peer callee) {
		return copy(this.byCallee.get(callee));
	}

	boolean isEmpty() {
		return this.byCaller.isEmpty() && this.byCallee.isEmpty();
	}

	private static @Nullable PendingCall find(Map<Peer, Map<Long, PendingCall>> index, Peer peer, long request) {
		Map<Long, PendingCall> calls = index.get(peer);
		return (calls != null) ? calls.get(request) : null;
	}

	private static void remove(Map<Peer, Map<Long, PendingCall>> index, Peer peer, long request) {
		Map<Long, PendingCall> calls = index.get(peer);
		if (calls != null && calls.remove(request) != null && calls.isEmpty()) {
			index.remove(peer);
		}
	}

	private static List<PendingCall> copy(@Nullable Map<Long, PendingCall> calls) {
		Collection<PendingCall> all = (calls != null) ? calls.values() : List.of();
		return new ArrayList<>(all);
	}

}
