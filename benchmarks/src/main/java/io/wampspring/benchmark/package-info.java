/**
 * Measurements with JMH: our codec next to trees of plain values, and calls through a
 * router. Each compares what its variants yield before it measures them.
 */
@NullMarked
package io.wampspring.benchmark;

import org.jspecify.annotations.NullMarked;
