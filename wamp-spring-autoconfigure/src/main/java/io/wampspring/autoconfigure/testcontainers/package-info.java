/**
 * Service connections: containers of routers that tests start.
 */
@NullMarked
package io.wampspring.autoconfigure.testcontainers;

import org.jspecify.annotations.NullMarked;
