/**
 * Runs the measurements, records on what they were made, and makes the page
 * {@code docs/performance.md} of the recorded results.
 */
@NullMarked
package io.wampspring.benchmark.report;

import org.jspecify.annotations.NullMarked;
