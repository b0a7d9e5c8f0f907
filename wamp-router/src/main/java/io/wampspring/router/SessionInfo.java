package io.wampspring.router;

import io.wampspring.transport.LinkInfo;

/**
 * A session that joined.
 *
 * @param session its id
 * @param realm the realm
 * @param authid who it is
 * @param authrole its role
 * @param authmethod how it proved its identity
 * @param transport how it is connected
 */
public record SessionInfo(long session, String realm, String authid, String authrole, String authmethod,
		LinkInfo transport) {
}
