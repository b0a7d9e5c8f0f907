package io.wampspring.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.wampspring.codec.ProtocolMode;
import io.wampspring.codec.Serializer;
import io.wampspring.uri.UriRules;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Properties of one connection.
 */
public class WampConnectionProperties {

	/**
	 * URL of the router, for example ws://localhost:8080/ws. Mutually exclusive with
	 * transports.
	 */
	private @Nullable String url;

	/**
	 * Transports to try in turn, each with its own URL. Mutually exclusive with url.
	 */
	private List<TransportProperties> transports = new ArrayList<>();

	/**
	 * Serializers to offer, best first, for transports that do not name their own.
	 */
	private List<Serializer> serializers = new ArrayList<>(
			List.of(Serializer.CBOR, Serializer.MSGPACK, Serializer.JSON));

	/**
	 * Realm to join. Required, except in the embedded router, where it is 'realm1'.
	 */
	private @Nullable String realm;

	/**
	 * Authentication methods to offer, best first. Those of the authenticator unless set.
	 */
	private List<String> authmethods = new ArrayList<>();

	/**
	 * Authentication id to claim.
	 */
	private @Nullable String authid;

	/**
	 * Additional data for the router, sent with HELLO.
	 */
	private Map<String, Object> authextra = new LinkedHashMap<>();

	private Credentials credentials = new Credentials(null);

	@NestedConfigurationProperty
	private RetryProperties retry = RetryProperties.defaults();

	private Keepalive keepalive = Keepalive.defaults();

	private Call call = Call.defaults();

	@NestedConfigurationProperty
	private ListenerProperties listener = ListenerProperties.defaults();

	@NestedConfigurationProperty
	private StartupProperties startup = StartupProperties.defaults();

	private Protocol protocol = Protocol.defaults();

	private Uri uri = Uri.defaults();

	/**
	 * Size of the greatest message that is received or sent.
	 */
	private DataSize maxMessageSize = DataSize.ofMegabytes(16);

	/**
	 * How long the router may take to let the connection in, authentication and set-up of
	 * endpoints included.
	 */
	private Duration joinTimeout = Duration.ofSeconds(10);

	/**
	 * How long to wait for the router's farewell when a session is left.
	 */
	private Duration leaveTimeout = Duration.ofSeconds(1);

	public @Nullable String getUrl() {
		return this.url;
	}

	public void setUrl(@Nullable String url) {
		this.url = url;
	}

	public List<TransportProperties> getTransports() {
		return this.transports;
	}

	public void setTransports(List<TransportProperties> transports) {
		this.transports = transports;
	}

	public List<Serializer> getSerializers() {
		return this.serializers;
	}

	public void setSerializers(List<Serializer> serializers) {
		this.serializers = serializers;
	}

	public @Nullable String getRealm() {
		return this.realm;
	}

	public void setRealm(@Nullable String realm) {
		this.realm = realm;
	}

	public List<String> getAuthmethods() {
		return this.authmethods;
	}

	public void setAuthmethods(List<String> authmethods) {
		this.authmethods = authmethods;
	}

	public @Nullable String getAuthid() {
		return this.authid;
	}

	public void setAuthid(@Nullable String authid) {
		this.authid = authid;
	}

	public Map<String, Object> getAuthextra() {
		return this.authextra;
	}

	public void setAuthextra(Map<String, Object> authextra) {
		this.authextra = authextra;
	}

	public Credentials getCredentials() {
		return this.credentials;
	}

	public void setCredentials(Credentials credentials) {
		this.credentials = credentials;
	}

	public RetryProperties getRetry() {
		return this.retry;
	}

	public void setRetry(RetryProperties retry) {
		this.retry = retry;
	}

	public Keepalive getKeepalive() {
		return this.keepalive;
	}

	public void setKeepalive(Keepalive keepalive) {
		this.keepalive = keepalive;
	}

	public Call getCall() {
		return this.call;
	}

	public void setCall(Call call) {
		this.call = call;
	}

	public ListenerProperties getListener() {
		return this.listener;
	}

	public void setListener(ListenerProperties listener) {
		this.listener = listener;
	}

	public StartupProperties getStartup() {
		return this.startup;
	}

	public void setStartup(StartupProperties startup) {
		this.startup = startup;
	}

	public Protocol getProtocol() {
		return this.protocol;
	}

	public void setProtocol(Protocol protocol) {
		this.protocol = protocol;
	}

	public Uri getUri() {
		return this.uri;
	}

	public void setUri(Uri uri) {
		this.uri = uri;
	}

	public DataSize getMaxMessageSize() {
		return this.maxMessageSize;
	}

	public void setMaxMessageSize(DataSize maxMessageSize) {
		this.maxMessageSize = maxMessageSize;
	}

	public Duration getJoinTimeout() {
		return this.joinTimeout;
	}

	public void setJoinTimeout(Duration joinTimeout) {
		this.joinTimeout = joinTimeout;
	}

	public Duration getLeaveTimeout() {
		return this.leaveTimeout;
	}

	public void setLeaveTimeout(Duration leaveTimeout) {
		this.leaveTimeout = leaveTimeout;
	}

	/**
	 * What proves who the connection is. The text form shows nothing of it.
	 *
	 * @param ticket Ticket for the authentication method 'ticket'.
	 */
	public record Credentials(@Nullable String ticket) {

		@Override
		public String toString() {
			return "Credentials[ticket=" + ((this.ticket != null) ? "***" : "null") + "]";
		}

	}

	/**
	 * How a lost peer is found.
	 *
	 * @param interval Time without anything received after which a ping is sent. Zero
	 * switches pings off.
	 * @param timeout How long the answer to a ping may take before the connection counts
	 * as lost.
	 * @param payloadSize Number of random bytes in a ping, 0 to 125.
	 */
	public record Keepalive(@DefaultValue("10s") Duration interval, @DefaultValue("5s") Duration timeout,
			@DefaultValue("4") int payloadSize) {

		static Keepalive defaults() {
			return new Keepalive(Duration.ofSeconds(10), Duration.ofSeconds(5), 4);
		}

	}

	/**
	 * Calls made by the application.
	 *
	 * @param timeout How long calls wait for their result unless they say otherwise; of
	 * progressive calls, for the next one. Zero for ever.
	 */
	public record Call(@DefaultValue("30s") Duration timeout) {

		static Call defaults() {
			return new Call(Duration.ofSeconds(30));
		}

	}

	/**
	 * How the protocol is spoken.
	 *
	 * @param mode How strict the router's messages are taken.
	 */
	public record Protocol(@DefaultValue("lenient") ProtocolMode mode) {

		static Protocol defaults() {
			return new Protocol(ProtocolMode.LENIENT);
		}

	}

	/**
	 * What URIs may look like.
	 *
	 * @param validation Rules for URIs of procedures, topics and errors that are sent.
	 */
	public record Uri(@DefaultValue("loose") UriRules validation) {

		static Uri defaults() {
			return new Uri(UriRules.LOOSE);
		}

	}

}
