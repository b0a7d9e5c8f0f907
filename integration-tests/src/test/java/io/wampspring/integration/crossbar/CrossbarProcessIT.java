package io.wampspring.integration.crossbar;

import java.net.URI;

import io.wampspring.integration.peer.CrossbarProcess;
import io.wampspring.test.Evidence;
import io.wampspring.test.Peer;
import io.wampspring.test.RequiresPeer;
import io.wampspring.test.Side;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/**
 * Crossbar.io as a process.
 */
@RequiresPeer({ Peer.CROSSBAR_PROCESS, Peer.AUTOBAHN_JS, Peer.AUTOBAHN_PYTHON })
@Tag("crossbar")
class CrossbarProcessIT extends CrossbarContract {

	private static CrossbarProcess router;

	@BeforeAll
	static void start() {
		router = CrossbarProcess.start();
	}

	@AfterAll
	static void stop() {
		router.close();
	}

	@Override
	URI url() {
		return router.url();
	}

	@Override
	Evidence evidence() {
		return router.evidence(Side.CLIENT);
	}

}
