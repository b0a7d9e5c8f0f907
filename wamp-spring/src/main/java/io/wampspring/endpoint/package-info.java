/**
 * Finds annotated methods of beans, binds their parameters, and keeps them registered and
 * subscribed while the application wants them to be. What users touch is
 * {@link io.wampspring.endpoint.WampEndpointRegistry}; the way of an invocation is
 * handler, binder, method, result.
 */
@NullMarked
package io.wampspring.endpoint;

import org.jspecify.annotations.NullMarked;
