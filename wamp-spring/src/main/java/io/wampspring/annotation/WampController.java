package io.wampspring.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * A component that serves WAMP. It gives the URIs of its methods a common prefix, and it
 * also serves what is annotated on the interfaces that it implements: elsewhere such
 * annotations only describe a contract. Methods annotated by a class itself are served on
 * every bean and need no marker.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Component
public @interface WampController {

	/**
	 * Put before the URI of each endpoint, as it is: {@code "com.shop."} with its dot.
	 * May hold <code>${…}</code> and <code>#{…}</code>.
	 * @return the prefix
	 */
	@AliasFor("prefix")
	String value() default "";

	/**
	 * The same as {@link #value()}.
	 * @return the prefix
	 */
	@AliasFor("value")
	String prefix() default "";

	/**
	 * The name of the bean. Empty means the one that Spring derives from the class.
	 * @return the bean name
	 */
	@AliasFor(annotation = Component.class, attribute = "value")
	String name() default "";

}
