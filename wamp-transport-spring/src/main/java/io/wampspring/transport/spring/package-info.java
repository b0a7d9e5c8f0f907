/**
 * WebSocket on the application's own port, over Spring WebSocket in a servlet container:
 * the router's endpoint. Usable without Spring Boot.
 */
@NullMarked
package io.wampspring.transport.spring;

import org.jspecify.annotations.NullMarked;
