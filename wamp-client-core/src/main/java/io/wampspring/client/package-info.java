/**
 * The WAMP client: a connection that opens sessions one after the other, the fluent
 * operations on it, and what an application hands in (handlers, authenticators, policies,
 * listeners). The shell around the core in {@code client.session}: it owns threads,
 * clocks, random numbers, futures and links.
 */
@NullMarked
package io.wampspring.client;

import org.jspecify.annotations.NullMarked;
