package io.wampspring.test;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

/**
 * What the running test exchanged with a foreign peer. Each {@code peer(…)} opens a row
 * of the evidence; said in a set-up method it holds for all tests below. To be called on
 * the test's own thread.
 *
 * <pre>
 * Evidence.peer(Peer.CROSSBAR_PROCESS, version).transport("websocket").serializer("cbor")
 *     .side(Side.CLIENT).feature("call", "register");
 * </pre>
 */
public final class Evidence {

	private static final ThreadLocal<@Nullable Scope> CURRENT = new ThreadLocal<>();

	private final String peer;

	private final String version;

	private volatile String transport = "";

	private volatile String serializer = "";

	private volatile String authmethod = "";

	private volatile String side = "";

	private final Set<String> features = new LinkedHashSet<>();

	private Evidence(String peer, String version) {
		this.peer = peer;
		this.version = version;
	}

	/**
	 * Says which peer the running test talks to.
	 * @param peer the peer
	 * @param version its version, as it says itself
	 * @return the row, to be completed
	 */
	public static Evidence peer(Peer peer, String version) {
		return peer(peer.id(), version);
	}

	/**
	 * Says which peer the running test talks to.
	 * @param name the peer's name in reports
	 * @param version its version, as it says itself
	 * @return the row, to be completed
	 */
	public static Evidence peer(String name, String version) {
		Scope scope = CURRENT.get();
		if (scope == null) {
			throw new IllegalStateException("No test runs on the thread " + Thread.currentThread().getName());
		}
		Evidence evidence = new Evidence(name, version);
		scope.rows.add(evidence);
		return evidence;
	}

	/**
	 * Names the transport.
	 * @param name such as {@code websocket}
	 * @return this row
	 */
	public Evidence transport(String name) {
		this.transport = name;
		return this;
	}

	/**
	 * Names the serializer.
	 * @param name such as {@code cbor}
	 * @return this row
	 */
	public Evidence serializer(String name) {
		this.serializer = name;
		return this;
	}

	/**
	 * Names the authentication method.
	 * @param name such as {@code ticket}
	 * @return this row
	 */
	public Evidence authmethod(String name) {
		this.authmethod = name;
		return this;
	}

	/**
	 * Says which part of this project the peer talked to.
	 * @param talkedTo the side
	 * @return this row
	 */
	public Evidence side(Side talkedTo) {
		this.side = talkedTo.id();
		return this;
	}

	/**
	 * Names what was shown, in the words of {@code integration-tests/matrix.tsv}.
	 * @param names such as {@code call}
	 * @return this row
	 */
	public Evidence feature(String... names) {
		synchronized (this.features) {
			this.features.addAll(List.of(names));
		}
		return this;
	}

	List<String> columns() {
		synchronized (this.features) {
			return List.of(this.peer, this.version, this.transport, this.serializer, this.authmethod, this.side,
					String.join(",", this.features));
		}
	}

	/**
	 * A running test or container of tests.
	 */
	static final class Scope {

		private final @Nullable Scope parent;

		private final @Nullable Scope interrupted = CURRENT.get();

		private final List<Evidence> rows = new CopyOnWriteArrayList<>();

		private Scope(@Nullable Scope parent) {
			this.parent = parent;
		}

		static Scope enter(@Nullable Scope parent) {
			Scope scope = new Scope(parent);
			CURRENT.set(scope);
			return scope;
		}

		void leave() {
			if (this.interrupted == null) {
				CURRENT.remove();
			}
			else {
				CURRENT.set(this.interrupted);
			}
		}

		/**
		 * What was said here; where nothing was, what the scope around says.
		 * @return the rows
		 */
		List<Evidence> rows() {
			return (this.rows.isEmpty() && this.parent != null) ? this.parent.rows() : this.rows;
		}

	}

}
