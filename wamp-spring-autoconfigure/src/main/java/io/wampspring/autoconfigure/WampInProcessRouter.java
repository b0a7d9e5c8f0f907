package io.wampspring.autoconfigure;

import io.wampspring.transport.Connector;

/**
 * The router in this process that the connection joins when nothing else is configured.
 *
 * @param connector opens links to it
 * @param realm the realm to join unless {@code wamp.realm} says another
 */
public record WampInProcessRouter(Connector connector, String realm) {

}
