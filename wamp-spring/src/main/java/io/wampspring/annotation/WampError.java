package io.wampspring.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives an exception class its error URI. Thrown by a procedure, it is answered with that
 * URI and its message as the one argument: such exceptions are written for the caller.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface WampError {

	/**
	 * The error URI.
	 * @return the URI
	 */
	String value();

}
