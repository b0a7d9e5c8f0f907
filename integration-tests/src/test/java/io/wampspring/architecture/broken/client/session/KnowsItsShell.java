package io.wampspring.architecture.broken.client.session;

import io.wampspring.architecture.broken.client.DoesEverything;

/**
 * A core that points up.
 *
 * @param shell what it must not know
 */
public record KnowsItsShell(DoesEverything shell) {
}
