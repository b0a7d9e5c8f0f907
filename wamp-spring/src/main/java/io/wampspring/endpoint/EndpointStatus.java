package io.wampspring.endpoint;

import org.jspecify.annotations.Nullable;

/**
 * One endpoint at one moment.
 *
 * @param id its name in the registry
 * @param kind what it serves
 * @param uri the procedure or topic
 * @param connection the name of the connection
 * @param method class and method, for people
 * @param state how far it has come
 * @param error what the router said when it refused it, else {@code null}
 */
public record EndpointStatus(String id, EndpointKind kind, String uri, String connection, String method,
		EndpointState state, @Nullable Throwable error) {

}
