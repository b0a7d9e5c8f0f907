/**
 * What a router is told before it starts: realms, users, limits. Values only.
 */
@NullMarked
package io.wampspring.router.config;

import org.jspecify.annotations.NullMarked;
