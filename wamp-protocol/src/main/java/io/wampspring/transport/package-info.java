/**
 * The seam to transports. A link carries messages between one client and one router; a
 * connector opens links for clients, an acceptor for routers. Transports from outside
 * plug in here.
 */
@NullMarked
package io.wampspring.transport;

import org.jspecify.annotations.NullMarked;
