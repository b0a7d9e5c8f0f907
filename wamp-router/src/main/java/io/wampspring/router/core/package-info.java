/**
 * The router without threads, clocks, random numbers and sockets: the life of a session,
 * the handshake, realms with their broker and dealer. Messages go in, messages come out;
 * the shell promises one caller at a time for each realm. Internal: applications use
 * {@code io.wampspring.router}.
 */
@NullMarked
package io.wampspring.router.core;

import org.jspecify.annotations.NullMarked;
