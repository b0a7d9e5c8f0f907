/**
 * The protocol's messages, one record each, and the table of their facts. Pure: no
 * threads, clocks, sockets or libraries. Delivered by double dispatch
 * ({@code message.deliverTo(receiver)}).
 */
@NullMarked
package io.wampspring.message;

import org.jspecify.annotations.NullMarked;
