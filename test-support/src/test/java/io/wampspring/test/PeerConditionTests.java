package io.wampspring.test;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PeerConditionTests {

	@Test
	void aTestWhosePeersAreHereRuns() {
		PeerCondition condition = new PeerCondition(Map.of(), (peer) -> true);
		assertThat(condition.decide(Peer.CHROMIUM, Peer.AUTOBAHN_JS).isDisabled()).isFalse();
	}

	@Test
	void aMissingPeerSkipsWithOneLineThatNamesItAndHowToGetIt() {
		PeerCondition condition = new PeerCondition(Map.of(), (peer) -> peer != Peer.AUTOBAHN_JS);
		ConditionEvaluationResult result = condition.decide(Peer.CHROMIUM, Peer.AUTOBAHN_JS);
		assertThat(result.isDisabled()).isTrue();
		assertThat(result.getReason()).get()
			.asString()
			.hasLineCount(1)
			.startsWith("autobahn-js is missing: ")
			.contains("rig/rig-env.sh", "node and npm", "WAMP_RIG_AUTOBAHN_JS");
	}

	@Test
	void aMissingPeerFailsWherePeersAreRequired() {
		PeerCondition condition = new PeerCondition(Map.of("WAMP_PEERS", "required"), (peer) -> false);
		assertThatIllegalStateException().isThrownBy(() -> condition.decide(Peer.CROSSBAR_CONTAINER))
			.withMessageStartingWith("crossbar-container is missing");
	}

}
