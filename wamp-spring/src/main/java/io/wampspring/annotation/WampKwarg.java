package io.wampspring.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;
import org.springframework.messaging.handler.annotation.ValueConstants;

/**
 * Binds a parameter to a keyword argument.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface WampKwarg {

	/**
	 * The name of the keyword argument. Empty means the name of the parameter.
	 * @return the name
	 */
	@AliasFor("name")
	String value() default "";

	/**
	 * The same as {@link #value()}.
	 * @return the name
	 */
	@AliasFor("value")
	String name() default "";

	/**
	 * Whether the keyword argument must be there. An {@code Optional} or
	 * {@code @Nullable} parameter and one with a default may always be absent.
	 * @return whether
	 */
	boolean required() default true;

	/**
	 * Taken when the keyword argument is absent, converted by Spring's conversion
	 * service. May hold <code>${…}</code> and <code>#{…}</code>.
	 * @return the text
	 */
	String defaultValue() default ValueConstants.DEFAULT_NONE;

}
