package io.wampspring.autoconfigure.testcontainers;

import java.util.List;

import io.wampspring.autoconfigure.TransportProperties;
import io.wampspring.autoconfigure.WampConnectionDetails;
import org.testcontainers.containers.Container;

import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;

/**
 * Connects to a container of Crossbar.io: one whose image is {@code crossbario/crossbar},
 * or that is named so by
 * {@link org.springframework.boot.testcontainers.service.connection.ServiceConnection @ServiceConnection}.
 * The realm is not known of an image and stays with {@code wamp.realm}.
 */
class CrossbarContainerConnectionDetailsFactory
		extends ContainerConnectionDetailsFactory<Container<?>, WampConnectionDetails> {

	private static final List<String> NAMES = List.of("crossbario/crossbar", "crossbar");

	private static final int PORT = 8080;

	CrossbarContainerConnectionDetailsFactory() {
		super(NAMES);
	}

	@Override
	protected WampConnectionDetails getContainerConnectionDetails(ContainerConnectionSource<Container<?>> source) {
		return new CrossbarConnectionDetails(source);
	}

	private static final class CrossbarConnectionDetails extends ContainerConnectionDetails<Container<?>>
			implements WampConnectionDetails {

		CrossbarConnectionDetails(ContainerConnectionSource<Container<?>> source) {
			super(source);
		}

		@Override
		public List<TransportProperties> getTransports() {
			return List.of(TransportProperties
				.of("ws://" + getContainer().getHost() + ":" + getContainer().getMappedPort(PORT) + "/ws"));
		}

	}

}
