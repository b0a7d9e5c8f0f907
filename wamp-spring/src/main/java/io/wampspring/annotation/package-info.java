/**
 * The annotations that make methods of beans procedures and event handlers. They hold
 * words of the protocol and of Spring only, so that a jar of shared contracts needs
 * nothing but this.
 */
@NullMarked
package io.wampspring.annotation;

import org.jspecify.annotations.NullMarked;
