/**
 * Routers as containers, for tests of applications. The types know Testcontainers only:
 * together with Spring Boot's {@code @ServiceConnection} they also configure the
 * application's connection.
 */
@NullMarked
package io.wampspring.testcontainers;

import org.jspecify.annotations.NullMarked;
