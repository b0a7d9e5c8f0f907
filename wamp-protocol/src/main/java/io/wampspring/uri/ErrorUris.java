package io.wampspring.uri;

/**
 * Predefined error URIs.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/uri_reference.md, advanced/uris.md</a>
 */
public final class ErrorUris {

	/** The peer sent an invalid message. */
	public static final String PROTOCOL_VIOLATION = "wamp.error.protocol_violation";

	/** A URI is not well-formed or not allowed. */
	public static final String INVALID_URI = "wamp.error.invalid_uri";

	/** No procedure is registered under the URI. */
	public static final String NO_SUCH_PROCEDURE = "wamp.error.no_such_procedure";

	/** The procedure is registered already. */
	public static final String PROCEDURE_ALREADY_EXISTS = "wamp.error.procedure_already_exists";

	/** The registration is not active. */
	public static final String NO_SUCH_REGISTRATION = "wamp.error.no_such_registration";

	/** The subscription is not active. */
	public static final String NO_SUCH_SUBSCRIPTION = "wamp.error.no_such_subscription";

	/** The arguments are not acceptable. */
	public static final String INVALID_ARGUMENT = "wamp.error.invalid_argument";

	/** The call was canceled. */
	public static final String CANCELED = "wamp.error.canceled";

	/** The other spelling of {@link #CANCELED}. */
	public static final String CANCELLED = "wamp.error.cancelled";

	/** The message is larger than the transport allows. */
	public static final String PAYLOAD_SIZE_EXCEEDED = "wamp.error.payload_size_exceeded";

	/** A value cannot be serialized. */
	public static final String INVALID_PAYLOAD = "wamp.error.invalid_payload";

	/** The session may not do that. */
	public static final String NOT_AUTHORIZED = "wamp.error.not_authorized";

	/** The authorizer itself failed. */
	public static final String AUTHORIZATION_FAILED = "wamp.error.authorization_failed";

	/** The principal may not do that. */
	public static final String AUTHORIZATION_DENIED = "wamp.error.authorization_denied";

	/** A capability is needed. */
	public static final String AUTHORIZATION_REQUIRED = "wamp.error.authorization_required";

	/** The realm does not exist. */
	public static final String NO_SUCH_REALM = "wamp.error.no_such_realm";

	/** The role does not exist, or the client has none. */
	public static final String NO_SUCH_ROLE = "wamp.error.no_such_role";

	/** The authid does not exist. */
	public static final String NO_SUCH_PRINCIPAL = "wamp.error.no_such_principal";

	/** No offered authentication method is accepted. */
	public static final String NO_MATCHING_AUTH_METHOD = "wamp.error.no_matching_auth_method";

	/** The same, as other routers say it. */
	public static final String NO_AUTH_METHOD = "wamp.error.no_auth_method";

	/** Wrong credentials. */
	public static final String AUTHENTICATION_DENIED = "wamp.error.authentication_denied";

	/** The authentication itself failed. */
	public static final String AUTHENTICATION_FAILED = "wamp.error.authentication_failed";

	/** Anonymous clients are not allowed. */
	public static final String AUTHENTICATION_REQUIRED = "wamp.error.authentication_required";

	/** The client cannot answer the challenge. */
	public static final String CANNOT_AUTHENTICATE = "wamp.error.cannot_authenticate";

	/** The call took too long. */
	public static final String TIMEOUT = "wamp.error.timeout";

	/** The router does not allow the option. */
	public static final String OPTION_NOT_ALLOWED = "wamp.error.option_not_allowed";

	/** The router does not disclose identities. */
	public static final String DISCLOSE_ME_DISALLOWED = "wamp.error.option_disallowed.disclose_me";

	/** The other spelling of {@link #DISCLOSE_ME_DISALLOWED}. */
	public static final String DISCLOSE_ME_NOT_ALLOWED = "wamp.error.disclose_me.not_allowed";

	/** The router could not reach the peer. */
	public static final String NETWORK_FAILURE = "wamp.error.network_failure";

	/** The callee cannot take the call now. */
	public static final String UNAVAILABLE = "wamp.error.unavailable";

	/** No callee can take the call now. */
	public static final String NO_AVAILABLE_CALLEE = "wamp.error.no_available_callee";

	/** The callee lacks a feature. */
	public static final String FEATURE_NOT_SUPPORTED = "wamp.error.feature_not_supported";

	/** The session does not exist. */
	public static final String NO_SUCH_SESSION = "wamp.error.no_such_session";

	/** The endpoint failed. */
	public static final String RUNTIME_ERROR = "wamp.error.runtime_error";

	private ErrorUris() {
	}

}
