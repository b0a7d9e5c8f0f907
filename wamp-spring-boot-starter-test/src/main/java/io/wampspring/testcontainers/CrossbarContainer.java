package io.wampspring.testcontainers;

import java.net.URI;
import java.time.Duration;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/**
 * A Crossbar.io router as a container. As the image comes, it has the realm
 * {@code realm1}, in which anonymous sessions may do everything, over WebSocket in JSON,
 * CBOR and MessagePack.
 *
 * <pre>
 * &#64;Container
 * &#64;ServiceConnection
 * static final CrossbarContainer ROUTER = new CrossbarContainer();
 * </pre>
 */
public class CrossbarContainer extends GenericContainer<CrossbarContainer> {

	/**
	 * The image's name without a tag.
	 */
	public static final DockerImageName IMAGE = DockerImageName.parse("crossbario/crossbar");

	/** Tell a service connection what the image cannot. */
	private static final String REALM_LABEL = "io.wampspring.realm";

	private static final String PATH_LABEL = "io.wampspring.path";

	private static final int PORT = 8080;

	private String realm = "realm1";

	private String path = "/ws";

	/**
	 * A container of the newest image on this machine or in the registry.
	 */
	public CrossbarContainer() {
		this(IMAGE.withTag("latest"));
	}

	/**
	 * A container of a certain image.
	 * @param image its name
	 */
	public CrossbarContainer(DockerImageName image) {
		super(image);
		image.assertCompatibleWith(IMAGE);
		withExposedPorts(PORT);
		withLabel(REALM_LABEL, this.realm);
		withLabel(PATH_LABEL, this.path);
		// The port opens before the paths below it exist.
		waitingFor(Wait.forLogMessage(".*NODE_BOOT_COMPLETE.*\\n", 1).withStartupTimeout(Duration.ofMinutes(1)));
	}

	/**
	 * Replaces the configuration of the node. It must listen on port 8080 of all
	 * interfaces.
	 * @param json the node's {@code config.json}
	 * @return this container
	 */
	public CrossbarContainer withConfiguration(String json) {
		return withCopyToContainer(Transferable.of(json), "/node/.crossbar/config.json");
	}

	/**
	 * Says which realm of the configuration {@link #getRealm()} names.
	 * @param name the realm
	 * @return this container
	 */
	public CrossbarContainer withRealm(String name) {
		this.realm = name;
		return withLabel(REALM_LABEL, name);
	}

	/**
	 * Says at which path of the configuration {@link #getUrl()} points.
	 * @param webSocketPath the path, with a leading slash
	 * @return this container
	 */
	public CrossbarContainer withPath(String webSocketPath) {
		this.path = webSocketPath;
		return withLabel(PATH_LABEL, webSocketPath);
	}

	/**
	 * Where clients on this machine connect to.
	 * @return the WebSocket address
	 * @throws IllegalStateException when the container does not run
	 */
	public URI getUrl() {
		return URI.create("ws://" + getHost() + ":" + getMappedPort(PORT) + this.path);
	}

	/**
	 * The realm to join.
	 * @return its name
	 */
	public String getRealm() {
		return this.realm;
	}

}
