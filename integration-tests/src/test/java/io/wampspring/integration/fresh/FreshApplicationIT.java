package io.wampspring.integration.fresh;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.wampspring.integration.peer.Autobahn;
import io.wampspring.integration.peer.CrossbarProcess;
import io.wampspring.integration.peer.ForeignClient;
import io.wampspring.test.Peer;
import io.wampspring.test.PeerProcess;
import io.wampspring.test.RequiresPeer;
import io.wampspring.test.Side;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a user does first: a project of their own, the starter, three properties, one
 * bean.
 */
@RequiresPeer({ Peer.CROSSBAR_PROCESS, Peer.AUTOBAHN_JS })
class FreshApplicationIT {

	@Test
	void aNewProjectJoinsCrossbarAndIsCalled() throws Exception {
		try (CrossbarProcess router = CrossbarProcess.start()) {
			Path jar = FreshProject.lay(Map.of("url", router.url().toString())).build();
			assertThat(FreshProject.libraries(jar)).anyMatch((name) -> name.startsWith("wamp-client-core-"))
				.noneMatch((name) -> name.matches("(tomcat|jetty|undertow|reactor|spring-web|micrometer-core|"
						+ "spring-boot-actuator|spring-boot-health|netty-reactive|test-support|junit).*"));
			ProcessBuilder java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"-jar", jar.toString());
			try (PeerProcess application = PeerProcess.start("fresh application", java)) {
				application.await((line) -> line.contains("joined realm 'realm1'"), Duration.ofSeconds(30));
				try (ForeignClient client = Autobahn.JS.join(router.url(), "realm1", "json")) {
					router.evidence(Side.CLIENT).serializer("cbor").feature("call", "register", "join");
					assertThat(client.call("com.fresh.add2", 2, 3).done().path("args")).hasToString("[5]");
				}
				assertThat(application.handle().isAlive()).isTrue();
			}
		}
	}

}
