/**
 * Who may touch the state of a session or realm, and when: one thread at a time, in
 * order. The cores see only {@link io.wampspring.lane.Timers}.
 */
@NullMarked
package io.wampspring.lane;

import org.jspecify.annotations.NullMarked;
