package io.wampspring.autoconfigure.testcontainers;

import io.wampspring.autoconfigure.TransportProperties;
import io.wampspring.autoconfigure.WampConnectionDetails;
import io.wampspring.autoconfigure.router.WampRouterAutoConfiguration;
import io.wampspring.router.WampRouter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/** Without Docker: the containers only pretend to run. */
class CrossbarServiceConnectionTests {

	@Nested
	@SpringBootTest(classes = ByImage.Application.class)
	class ByImage {

		@ServiceConnection
		static final PretendedContainer ROUTER = new PretendedContainer("crossbario/crossbar:latest");

		@Test
		void theImageIsRecognizedAndKeepsTheEmbeddedRouterFromStarting(@Autowired WampConnectionDetails details,
				@Autowired ApplicationContext context) {
			assertThat(details.getTransports()).containsExactly(TransportProperties.of("ws://127.0.0.1:54321/ws"));
			assertThat(details.getRealm()).isNull();
			assertThat(context.getBeansOfType(WampRouter.class)).isEmpty();
		}

		@Configuration(proxyBeanMethods = false)
		@ImportAutoConfiguration({ ServiceConnectionAutoConfiguration.class, WampRouterAutoConfiguration.class })
		static class Application {

		}

	}

	@Nested
	@SpringBootTest(classes = ByName.Application.class)
	class ByName {

		@Test
		void anotherImageIsRecognizedByItsNameAndLabelsSayTheRest(@Autowired WampConnectionDetails details) {
			assertThat(details.getTransports()).containsExactly(TransportProperties.of("ws://127.0.0.1:54321/public"));
			assertThat(details.getRealm()).isEqualTo("com.example.shop");
		}

		@Configuration(proxyBeanMethods = false)
		@ImportAutoConfiguration({ ServiceConnectionAutoConfiguration.class, WampRouterAutoConfiguration.class })
		static class Application {

			@Bean
			@ServiceConnection("crossbar")
			PretendedContainer router() {
				return new PretendedContainer("registry.example.com/mirror/router:1")
					.withLabel(CrossbarContainerConnectionDetailsFactory.REALM_LABEL, "com.example.shop")
					.withLabel(CrossbarContainerConnectionDetailsFactory.PATH_LABEL, "/public");
			}

		}

	}

	static class PretendedContainer extends GenericContainer<PretendedContainer> {

		private final String image;

		PretendedContainer(String image) {
			super(DockerImageName.parse(image));
			this.image = image;
		}

		/** The inherited method would look for the image. */
		@Override
		public String getDockerImageName() {
			return this.image;
		}

		@Override
		public void start() {
			// There is nothing to start.
		}

		@Override
		public void stop() {
			// There is nothing to stop.
		}

		@Override
		public boolean isRunning() {
			return true;
		}

		@Override
		public String getHost() {
			return "127.0.0.1";
		}

		@Override
		public Integer getMappedPort(int originalPort) {
			assertThat(originalPort).isEqualTo(8080);
			return 54321;
		}

	}

}
