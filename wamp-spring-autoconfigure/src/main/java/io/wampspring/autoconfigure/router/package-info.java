/**
 * The embedded router: when it starts by itself, its properties, and when it stops.
 */
@NullMarked
package io.wampspring.autoconfigure.router;

import org.jspecify.annotations.NullMarked;
