/**
 * What the actuator may show.
 */
@NullMarked
package io.wampspring.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
