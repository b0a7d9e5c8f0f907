package io.wampspring.autoconfigure.router;

import java.util.ArrayList;
import java.util.List;

import io.wampspring.uri.UriRules;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the embedded router.
 */
@ConfigurationProperties("wamp.router")
public class WampRouterProperties {

	/**
	 * Whether to start the embedded router. Started unless set when wamp-router is on the
	 * class path and no other router is configured.
	 */
	private @Nullable Boolean enabled;

	/**
	 * Realms of the router. The realm of the connection unless set.
	 */
	private List<RealmProperties> realms = new ArrayList<>();

	private Websocket websocket = new Websocket(null, List.of());

	@NestedConfigurationProperty
	private RouterLimitsProperties limits = RouterLimitsProperties.defaults();

	private Uri uri = new Uri(UriRules.LOOSE);

	/**
	 * Whether callees that announce progressive results without canceling are asked for
	 * progress all the same, against the text of the protocol.
	 */
	private boolean progressiveWithoutCanceling;

	/**
	 * Whether a gap in the request ids of a session is a protocol violation.
	 */
	private boolean strictRequestIds;

	public @Nullable Boolean getEnabled() {
		return this.enabled;
	}

	public void setEnabled(@Nullable Boolean enabled) {
		this.enabled = enabled;
	}

	public List<RealmProperties> getRealms() {
		return this.realms;
	}

	public void setRealms(List<RealmProperties> realms) {
		this.realms = realms;
	}

	public Websocket getWebsocket() {
		return this.websocket;
	}

	public void setWebsocket(Websocket websocket) {
		this.websocket = websocket;
	}

	public RouterLimitsProperties getLimits() {
		return this.limits;
	}

	public void setLimits(RouterLimitsProperties limits) {
		this.limits = limits;
	}

	public Uri getUri() {
		return this.uri;
	}

	public void setUri(Uri uri) {
		this.uri = uri;
	}

	public boolean isProgressiveWithoutCanceling() {
		return this.progressiveWithoutCanceling;
	}

	public void setProgressiveWithoutCanceling(boolean progressiveWithoutCanceling) {
		this.progressiveWithoutCanceling = progressiveWithoutCanceling;
	}

	public boolean isStrictRequestIds() {
		return this.strictRequestIds;
	}

	public void setStrictRequestIds(boolean strictRequestIds) {
		this.strictRequestIds = strictRequestIds;
	}

	/**
	 * The router on the application's own port.
	 *
	 * @param path Path of the WebSocket endpoint, for example /ws. Not served unless set.
	 * @param allowedOrigins Origins of web pages that may connect beside the
	 * application's own. An asterisk allows all.
	 */
	public record Websocket(@Nullable String path, @DefaultValue List<String> allowedOrigins) {

	}

	/**
	 * What URIs may look like.
	 *
	 * @param validation Rules for URIs of procedures and topics that clients use.
	 */
	public record Uri(@DefaultValue("loose") UriRules validation) {

	}

}
