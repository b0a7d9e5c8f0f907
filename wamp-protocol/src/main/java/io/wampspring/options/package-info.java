/**
 * Options and details: checked views of the dictionaries of messages, written by one side
 * and read by the other. The only place where keys of the wire are string literals. Pure.
 */
@NullMarked
package io.wampspring.options;

import org.jspecify.annotations.NullMarked;
