package io.wampspring.client;

import java.time.Duration;
import java.time.Instant;

/**
 * An attempt that waits for its time.
 *
 * @param number 1 for the first attempt after a loss
 * @param delay how long it waits in all
 * @param at when it is made
 */
public record Retry(int number, Duration delay, Instant at) {

}
