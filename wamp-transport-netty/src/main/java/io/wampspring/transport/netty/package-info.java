/**
 * WebSocket on Netty, for clients and routers, from one pipeline assembly. The only
 * package that sees Netty.
 */
@NullMarked
package io.wampspring.transport.netty;

import org.jspecify.annotations.NullMarked;
