/**
 * The mathematics of each authentication method, both halves in one place. The only
 * package that sees cryptography.
 */
@NullMarked
package io.wampspring.auth;

import org.jspecify.annotations.NullMarked;
