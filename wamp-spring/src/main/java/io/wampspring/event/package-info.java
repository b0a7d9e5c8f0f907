/**
 * What happens to connections and endpoints, as application events: for
 * {@link org.springframework.context.event.EventListener @EventListener} methods.
 */
@NullMarked
package io.wampspring.event;

import org.jspecify.annotations.NullMarked;
