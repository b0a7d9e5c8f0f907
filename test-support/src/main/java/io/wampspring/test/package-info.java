/**
 * What tests of all modules share; knows nothing of WAMP.
 */
@NullMarked
package io.wampspring.test;

import org.jspecify.annotations.NullMarked;
