package io.wampspring.client.session;

import io.wampspring.options.HelloDetails;
import io.wampspring.options.RoleFeatures;
import io.wampspring.uri.UriRules;

/**
 * What a session asks for and how it behaves.
 *
 * @param realm the realm to join
 * @param hello identity and agent; the roles are added
 * @param features the roles of this client and the features it has
 * @param uriRules which URIs may be sent
 * @param strict whether oddities of the router end the session
 * @param joinTimeout milliseconds to wait for WELCOME
 * @param leaveTimeout milliseconds to wait for the answer to GOODBYE
 * @param killTimeout milliseconds to wait for the last word of a killed call
 */
public record SessionConfig(String realm, HelloDetails hello, RoleFeatures features, UriRules uriRules, boolean strict,
		long joinTimeout, long leaveTimeout, long killTimeout) {

}
