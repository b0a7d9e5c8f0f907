/**
 * Health of connections.
 */
@NullMarked
package io.wampspring.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
