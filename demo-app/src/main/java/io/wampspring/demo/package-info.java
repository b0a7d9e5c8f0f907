/**
 * The sample people start with: annotated methods that a browser page calls and hears
 * through the router on the application's own port, or through an external one.
 */
@NullMarked
package io.wampspring.demo;

import org.jspecify.annotations.NullMarked;
