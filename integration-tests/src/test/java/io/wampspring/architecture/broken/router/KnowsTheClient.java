package io.wampspring.architecture.broken.router;

import io.wampspring.architecture.broken.client.DoesEverything;

/**
 * A router that uses the client.
 *
 * @param client what it must not know
 */
public record KnowsTheClient(DoesEverything client) {
}
