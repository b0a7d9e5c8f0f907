package io.wampspring.integration.peer;

import java.util.regex.Matcher;

import io.wampspring.test.Evidence;
import io.wampspring.test.Peer;
import io.wampspring.test.Side;
import io.wampspring.testcontainers.CrossbarContainer;

/**
 * What the tests need of the container beside its address.
 */
public final class Crossbar {

	private Crossbar() {
	}

	/**
	 * A container of the image that the rig has made; the registry is never asked.
	 */
	public static CrossbarContainer container() {
		return new CrossbarContainer(CrossbarContainer.IMAGE.withTag("latest")).withImagePullPolicy((image) -> false);
	}

	/**
	 * Puts the router into the evidence of the running test.
	 */
	public static Evidence evidence(CrossbarContainer container, Side side) {
		return Evidence.peer(Peer.CROSSBAR_CONTAINER, version(container)).transport("websocket").side(side);
	}

	private static String version(CrossbarContainer container) {
		return container.getLogs()
			.lines()
			.map(CrossbarProcess.BANNER::matcher)
			.filter(Matcher::matches)
			.map((banner) -> banner.group(1))
			.findFirst()
			.orElseThrow(() -> new AssertionError("The router did not say its version"));
	}

}
