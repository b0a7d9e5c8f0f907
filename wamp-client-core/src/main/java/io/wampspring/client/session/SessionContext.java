package io.wampspring.client.session;

import java.util.function.Consumer;

/**
 * What the roles of a joined session share.
 *
 * @param out the way out
 * @param requests the requests that wait for an answer
 * @param setups the requests that set endpoints up
 * @param uris checks what is sent
 * @param incidents counts
 * @param strict whether oddities of the router end the session
 */
record SessionContext(Outbox out, PendingRequests requests, SetupWindow setups, UriCheck uris,
		Consumer<Incident> incidents, boolean strict) {

}
