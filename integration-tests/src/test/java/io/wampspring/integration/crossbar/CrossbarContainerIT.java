package io.wampspring.integration.crossbar;

import java.net.URI;

import io.wampspring.integration.peer.Crossbar;
import io.wampspring.test.Evidence;
import io.wampspring.test.Peer;
import io.wampspring.test.RequiresPeer;
import io.wampspring.test.Side;
import io.wampspring.testcontainers.CrossbarContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/**
 * Crossbar.io as a container.
 */
@RequiresPeer({ Peer.CROSSBAR_CONTAINER, Peer.AUTOBAHN_JS, Peer.AUTOBAHN_PYTHON })
@Tag("crossbar")
class CrossbarContainerIT extends CrossbarContract {

	private static final CrossbarContainer ROUTER = Crossbar.container();

	@BeforeAll
	static void start() {
		ROUTER.start();
	}

	@AfterAll
	static void stop() {
		ROUTER.stop();
	}

	@Override
	URI url() {
		return ROUTER.getUrl();
	}

	@Override
	Evidence evidence() {
		return Crossbar.evidence(ROUTER, Side.CLIENT);
	}

}
