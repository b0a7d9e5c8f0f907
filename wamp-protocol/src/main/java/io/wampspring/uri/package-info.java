/**
 * URIs: rules, patterns, templates, and the predefined ones. Pure.
 */
@NullMarked
package io.wampspring.uri;

import org.jspecify.annotations.NullMarked;
