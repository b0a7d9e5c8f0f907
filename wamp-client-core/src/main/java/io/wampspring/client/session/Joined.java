package io.wampspring.client.session;

import io.wampspring.options.RoleFeatures;
import io.wampspring.options.WelcomeDetails;

/**
 * A joined session.
 *
 * @param id its id
 * @param realm the realm, in the router's words when it has some
 * @param details what WELCOME said
 * @param features what both ends have
 * @param roles the roles of the client
 */
public record Joined(long id, String realm, WelcomeDetails details, RoleFeatures features, Roles roles) {

	/**
	 * The roles of the client. Confined to the lane.
	 *
	 * @param caller the caller
	 * @param callee the callee
	 * @param publisher the publisher
	 * @param subscriber the subscriber
	 */
	public record Roles(Caller caller, Callee callee, Publisher publisher, Subscriber subscriber) {

	}

}
