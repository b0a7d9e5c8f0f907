package io.wampspring.client;

import java.util.List;

import io.wampspring.options.RoleFeatures;
import io.wampspring.options.WelcomeDetails;
import io.wampspring.transport.LinkInfo;

/**
 * One session: from WELCOME to its end. Its subscriptions and registrations die with it.
 * May be used by many threads.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/sessions.md</a>
 */
public interface WampSession extends WampOperations {

	/**
	 * Returns the id that the router gave the session.
	 * @return the id
	 */
	long id();

	/**
	 * Returns the realm that was joined: the router's word counts when it differs from
	 * what was asked for.
	 * @return the realm
	 */
	String realm();

	/**
	 * Returns whether the session is joined and not left.
	 * @return whether
	 */
	boolean isOpen();

	/**
	 * Returns what the router said in WELCOME, unknown keys included.
	 * @return the details
	 */
	WelcomeDetails details();

	/**
	 * Returns the roles of this client with the features that both ends have.
	 * @return the features
	 */
	RoleFeatures features();

	/**
	 * Returns the subscriptions that the router has confirmed and that were not ended.
	 * @return an unmodifiable snapshot
	 */
	List<Subscription> subscriptions();

	/**
	 * Returns the registrations that the router has confirmed and that were not ended.
	 * @return an unmodifiable snapshot
	 */
	List<Registration> registrations();

	/**
	 * Returns what is known about the transport.
	 * @return the facts
	 */
	LinkInfo transport();

	/**
	 * Returns the connection that opened the session.
	 * @return the connection
	 */
	WampConnection connection();

}
