package io.wampspring.test;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Decides {@link RequiresPeer}.
 */
final class PeerCondition implements ExecutionCondition {

	private static final Set<Peer> REPORTED = ConcurrentHashMap.newKeySet();

	private final Map<String, String> environment;

	private final Predicate<Peer> present;

	private final Consumer<Peer> announcer;

	PeerCondition() {
		this(System.getenv(), (peer) -> peer.locationOrNull() != null, PeerCondition::announce);
	}

	PeerCondition(Map<String, String> environment, Predicate<Peer> present, Consumer<Peer> announcer) {
		this.environment = environment;
		this.present = present;
		this.announcer = announcer;
	}

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return AnnotationSupport.findAnnotation(context.getElement(), RequiresPeer.class)
			.map((annotation) -> decide(annotation.value()))
			.orElseGet(() -> ConditionEvaluationResult.enabled("needs no peer"));
	}

	ConditionEvaluationResult decide(Peer... peers) {
		for (Peer peer : peers) {
			if (!this.present.test(peer)) {
				return missing(peer);
			}
		}
		return ConditionEvaluationResult.enabled("every peer is here");
	}

	private ConditionEvaluationResult missing(Peer peer) {
		if ("required".equals(this.environment.get("WAMP_PEERS"))) {
			throw new IllegalStateException(peer.howToGet());
		}
		this.announcer.accept(peer);
		return ConditionEvaluationResult.disabled(peer.howToGet());
	}

	/**
	 * Maven tells how many tests were skipped, not why.
	 */
	private static void announce(Peer peer) {
		if (REPORTED.add(peer)) {
			System.err.println("Skipping tests: " + peer.howToGet());
		}
	}

}
