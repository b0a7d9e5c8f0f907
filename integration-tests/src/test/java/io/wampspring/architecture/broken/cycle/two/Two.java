package io.wampspring.architecture.broken.cycle.two;

import io.wampspring.architecture.broken.cycle.one.One;

/**
 * Half of a cycle.
 */
public record Two(One one) {
}
