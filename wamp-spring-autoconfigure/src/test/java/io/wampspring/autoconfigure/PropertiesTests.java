package io.wampspring.autoconfigure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.wampspring.autoconfigure.router.RouterFingerprint;
import io.wampspring.client.BackOff;
import io.wampspring.client.ConnectionSettings;
import io.wampspring.client.WampConnection;
import io.wampspring.router.config.RealmConfig;
import io.wampspring.router.config.RouterConfig;
import io.wampspring.transport.TransportConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every property of the metadata is described and changes what is built.
 */
class PropertiesTests {

	private static final String EXTERNAL = "wamp.url=memory://router/ws,wamp.realm=realm1";

	private static final String LISTED = "wamp.realm=realm1,wamp.transports[0].url=memory://router/ws";

	private static final String EMBEDDED = "";

	private static final String SERVED = "wamp.router.websocket.path=/ws";

	/**
	 * These have no default: absent means something of its own, which the description
	 * says.
	 */
	private static final Set<String> WITHOUT_DEFAULT = Set.of("wamp.url", "wamp.transports", "wamp.realm",
			"wamp.authmethods", "wamp.authid", "wamp.authextra", "wamp.credentials.ticket", "wamp.router.enabled",
			"wamp.router.realms", "wamp.router.websocket.path", "wamp.router.websocket.allowed-origins");

	/** Another value for each property, and what else is set. */
	static Stream<Changed> changes() {
		return Stream.of(new Changed("management.health.wamp.enabled", "false", EMBEDDED),
				new Changed("wamp.enabled", "false", EMBEDDED),
				new Changed("wamp.url", "memory://elsewhere/ws", EXTERNAL),
				new Changed("wamp.transports", "[1].url=memory://elsewhere/ws", LISTED),
				new Changed("wamp.serializers", "json", EXTERNAL), new Changed("wamp.realm", "realm2", EXTERNAL),
				new Changed("wamp.authmethods", "anonymous,magic", EXTERNAL),
				new Changed("wamp.authid", "ada", EXTERNAL), new Changed("wamp.authextra", ".team=red", EXTERNAL),
				new Changed("wamp.credentials.ticket", "t1cket", EXTERNAL),
				new Changed("wamp.retry.max-retries", "3", EXTERNAL), new Changed("wamp.retry.delay", "7s", EXTERNAL),
				new Changed("wamp.retry.max-delay", "7m", EXTERNAL),
				new Changed("wamp.retry.multiplier", "2.5", EXTERNAL), new Changed("wamp.retry.jitter", "0", EXTERNAL),
				new Changed("wamp.retry.min-uptime", "7s", EXTERNAL),
				new Changed("wamp.retry.if-unreachable", "false", EXTERNAL),
				new Changed("wamp.retry.if-closed-by-router", "false", EXTERNAL),
				new Changed("wamp.retry.final-reasons", "com.example.never", EXTERNAL),
				new Changed("wamp.keepalive.interval", "7s", EXTERNAL),
				new Changed("wamp.keepalive.timeout", "7s", EXTERNAL),
				new Changed("wamp.keepalive.payload-size", "7", EXTERNAL),
				new Changed("wamp.call.timeout", "7s", EXTERNAL),
				new Changed("wamp.listener.max-concurrency", "7", EXTERNAL),
				new Changed("wamp.listener.queue-capacity", "7", EXTERNAL),
				new Changed("wamp.listener.overflow", "drop-oldest", EXTERNAL),
				new Changed("wamp.startup.failure-policy", "fail", EXTERNAL),
				new Changed("wamp.startup.timeout", "7s", EXTERNAL),
				new Changed("wamp.protocol.mode", "strict", EXTERNAL),
				new Changed("wamp.uri.validation", "strict", EXTERNAL),
				new Changed("wamp.max-message-size", "7KB", EXTERNAL), new Changed("wamp.join-timeout", "7s", EXTERNAL),
				new Changed("wamp.leave-timeout", "7s", EXTERNAL), new Changed("wamp.router.enabled", "true", EXTERNAL),
				new Changed("wamp.router.realms", "[0].name=realm7", EMBEDDED),
				new Changed("wamp.router.uri.validation", "strict", EMBEDDED),
				new Changed("wamp.router.progressive-without-canceling", "true", EMBEDDED),
				new Changed("wamp.router.strict-request-ids", "true", EMBEDDED),
				new Changed("wamp.router.websocket.path", "/wamp", SERVED),
				new Changed("wamp.router.websocket.allowed-origins", "https://example.com", SERVED),
				limit("message-size", "7KB"), limit("outbound-messages", "7"), limit("outbound-bytes", "7KB"),
				limit("sessions", "7"), limit("endpoints", "7"), limit("pending-calls", "7"), limit("uri-length", "77"),
				limit("hello-timeout", "7s"), limit("authenticate-timeout", "7s"), limit("leave-timeout", "7s"));
	}

	private static Changed limit(String name, String value) {
		return new Changed("wamp.router.limits." + name, value, SERVED);
	}

	@ParameterizedTest
	@MethodSource("changes")
	void anotherValueChangesWhatIsBuilt(Changed changed) {
		try (MemoryRouter router = new MemoryRouter(
				RouterConfig.of(RealmConfig.open("realm1"), RealmConfig.open("realm2")))) {
			assertThat(built(router, changed.others())).isNotEqualTo(built(router, changed.all()));
		}
	}

	@Test
	void everyPropertyIsInTheWalkAndNothingElse() {
		Set<String> walked = new TreeSet<>();
		changes().forEach((changed) -> walked.add(changed.name()));
		Set<String> known = new TreeSet<>();
		Metadata.properties().forEach((property) -> known.add(property.get("name").asString()));

		assertThat(walked).isEqualTo(known);
	}

	@Test
	void everyPropertyHasTypeDescriptionAndDefault() {
		for (JsonNode property : Metadata.properties()) {
			String name = property.get("name").asString();
			assertThat(property.has("type")).as(name).isTrue();
			assertThat(property.path("description").asString("")).as(name)
				.isNotBlank()
				.endsWith(".")
				.doesNotStartWith("The ")
				.doesNotStartWith("A ");
			assertThat(property.has("defaultValue")).as(name).isNotEqualTo(WITHOUT_DEFAULT.contains(name));
		}
	}

	@Test
	void theDefaultsOfTheMetadataAreThoseOfTheCode() {
		Map<String, Object> documented = new LinkedHashMap<>();
		for (JsonNode property : Metadata.properties()) {
			JsonNode value = property.get("defaultValue");
			if (value != null) {
				documented.put(property.get("name").asString(), text(value));
			}
		}
		WampProperties bound = new Binder(new MapConfigurationPropertySource(documented)).bindOrCreate("wamp",
				WampProperties.class);
		WampProperties code = new WampProperties();

		assertThat(bound.getRetry().toBackOff()).isEqualTo(code.getRetry().toBackOff())
			.isEqualTo(BackOff.DEFAULT.withMaxRetries(-1).withRetryIf(true, true));
		assertThat(bound).usingRecursiveComparison().ignoringFields("retry").isEqualTo(code);
		assertThat(RouterFingerprint.ofDefaults(documented)).isEqualTo(RouterFingerprint.ofDefaults(Map.of()));
	}

	private static String text(JsonNode value) {
		List<String> values = new ArrayList<>();
		value.forEach((element) -> values.add(element.asString()));
		return value.isArray() ? String.join(",", values) : value.asString();
	}

	private static Map<String, Object> built(MemoryRouter router, List<String> properties) {
		Map<String, Object> built = new LinkedHashMap<>();
		new WebApplicationContextRunner().withConfiguration(Wamp.configurations())
			.withBean(MemoryRouter.class, () -> router, (definition) -> definition.setDestroyMethodName(""))
			.withPropertyValues(properties.toArray(String[]::new))
			.run((context) -> {
				assertThat(context.getStartupFailure()).isNull();
				built.putAll(fingerprint(context));
			});
		return built;
	}

	private static Map<String, Object> fingerprint(ApplicationContext context) {
		Map<String, Object> built = new LinkedHashMap<>();
		built.put("health", context.containsBean("wampHealthContributor"));
		if (context.containsBean("wampConnection")) {
			ConnectionSettings settings = context.getBean(WampConnection.class).settings();
			built.put("connection",
					Arrays.asList(settings.name(), settings.realm(), settings.retry(), settings.authmethods(),
							settings.authid(), settings.authextra(), settings.callTimeout(), settings.joinTimeout(),
							settings.leaveTimeout(), settings.uriRules(), settings.protocolMode(),
							settings.maxConcurrency(), settings.queueCapacity(), settings.overflow()));
			built.put("transports", settings.transports().stream().map(PropertiesTests::transport).toList());
			built.put("startup", context.getBean(WampConnectionLifecycle.class).startup());
		}
		built.putAll(RouterFingerprint.of(context));
		return built;
	}

	private static List<Object> transport(TransportConfig transport) {
		return List.of(transport.type(), transport.url(), transport.serializers(), transport.connectTimeout(),
				transport.handshakeTimeout(), transport.keepAlive(), transport.headers(), transport.limits(),
				transport.mode());
	}

	/** A property with another value than its default. */
	record Changed(String name, String value, String base) {

		List<String> others() {
			return this.base.isEmpty() ? List.of() : List.of(this.base.split(","));
		}

		/** The later of two values counts. */
		List<String> all() {
			List<String> all = new ArrayList<>(others());
			String separator = (this.value.startsWith("[") || this.value.startsWith(".")) ? "" : "=";
			all.removeIf((other) -> other.startsWith(this.name + "="));
			all.add(this.name + separator + this.value);
			return all;
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

}
