package io.wampspring.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PeerConditionTests {

	private final List<Peer> announced = new ArrayList<>();

	@Test
	void aTestWhosePeersAreHereRuns() {
		PeerCondition condition = new PeerCondition(Map.of(), (peer) -> true, this.announced::add);
		assertThat(condition.decide(Peer.CHROMIUM, Peer.AUTOBAHN_JS).isDisabled()).isFalse();
	}

	@Test
	void aMissingPeerSkipsWithOneLineThatNamesItAndHowToGetIt() {
		PeerCondition condition = new PeerCondition(Map.of(), (peer) -> peer != Peer.AUTOBAHN_JS, this.announced::add);
		ConditionEvaluationResult result = condition.decide(Peer.CHROMIUM, Peer.AUTOBAHN_JS);
		assertThat(result.isDisabled()).isTrue();
		assertThat(this.announced).containsExactly(Peer.AUTOBAHN_JS);
		assertThat(result.getReason()).get()
			.asString()
			.hasLineCount(1)
			.startsWith("autobahn-js is missing: ")
			.contains("rig/rig-env.sh", "node and npm", "WAMP_RIG_AUTOBAHN_JS");
	}

	@Test
	void aMissingPeerFailsWherePeersAreRequired() {
		PeerCondition condition = new PeerCondition(Map.of("WAMP_PEERS", "required"), (peer) -> false,
				this.announced::add);
		assertThatIllegalStateException().isThrownBy(() -> condition.decide(Peer.CROSSBAR_CONTAINER))
			.withMessageStartingWith("crossbar-container is missing");
	}

}
