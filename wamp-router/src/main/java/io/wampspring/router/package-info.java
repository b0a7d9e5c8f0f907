/**
 * The embeddable router: realms, a broker and a dealer in this process, reached through
 * any transport that hands links over.
 */
@NullMarked
package io.wampspring.router;

import org.jspecify.annotations.NullMarked;
