package io.wampspring.architecture.broken.cycle.one;

import io.wampspring.architecture.broken.cycle.two.Two;

/**
 * Half of a cycle.
 */
public record One(Two two) {
}
