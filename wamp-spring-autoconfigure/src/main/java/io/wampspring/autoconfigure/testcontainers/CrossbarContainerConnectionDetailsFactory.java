package io.wampspring.autoconfigure.testcontainers;

import java.util.List;

import io.wampspring.autoconfigure.TransportProperties;
import io.wampspring.autoconfigure.WampConnectionDetails;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.Container;
import org.testcontainers.containers.GenericContainer;

import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;
import org.springframework.util.ClassUtils;

/**
 * Connects to a container of Crossbar.io: one whose image is {@code crossbario/crossbar},
 * or that is named so by
 * {@link org.springframework.boot.testcontainers.service.connection.ServiceConnection @ServiceConnection}.
 * An image does not say how its node is configured: the labels {@value #REALM_LABEL} and
 * {@value #PATH_LABEL} of the container do, else the realm stays with {@code wamp.realm}
 * and the path is {@code /ws}.
 */
class CrossbarContainerConnectionDetailsFactory
		extends ContainerConnectionDetailsFactory<Container<?>, WampConnectionDetails> {

	static final String REALM_LABEL = "io.wampspring.realm";

	static final String PATH_LABEL = "io.wampspring.path";

	private static final List<String> NAMES = List.of("crossbario/crossbar", "crossbar");

	private static final int PORT = 8080;

	/** The container type of the test starter, which depends on this module. */
	private static final String TYPE = "io.wampspring.testcontainers.CrossbarContainer";

	CrossbarContainerConnectionDetailsFactory() {
		super(NAMES);
	}

	/** A bean's image is not known before it is made, but its type is. */
	@Override
	protected boolean sourceAccepts(ContainerConnectionSource<Container<?>> source, Class<?> requiredContainerType,
			Class<?> requiredConnectionDetailsType) {
		ClassLoader classLoader = getClass().getClassLoader();
		return super.sourceAccepts(source, requiredContainerType, requiredConnectionDetailsType)
				|| (ClassUtils.isPresent(TYPE, classLoader) && source.accepts(ANY_CONNECTION_NAME,
						ClassUtils.resolveClassName(TYPE, classLoader), requiredConnectionDetailsType));
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
			String path = label(PATH_LABEL);
			return List.of(TransportProperties.of("ws://" + getContainer().getHost() + ":"
					+ getContainer().getMappedPort(PORT) + ((path != null) ? path : "/ws")));
		}

		@Override
		public @Nullable String getRealm() {
			return label(REALM_LABEL);
		}

		private @Nullable String label(String name) {
			return (getContainer() instanceof GenericContainer<?> container) ? container.getLabels().get(name) : null;
		}

	}

}
