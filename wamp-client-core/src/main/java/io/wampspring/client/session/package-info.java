/**
 * The core of a client's session: life cycle and roles. Pure: no threads, clocks, random
 * numbers, futures, sockets or libraries. It pushes messages into a sink, asks
 * {@link io.wampspring.lane.Timers} for time and answers through callbacks; the shell
 * promises one caller at a time. Internal: not an API for applications.
 */
@NullMarked
package io.wampspring.client.session;

import org.jspecify.annotations.NullMarked;
