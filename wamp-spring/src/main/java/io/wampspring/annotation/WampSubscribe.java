package io.wampspring.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.wampspring.options.MatchPolicy;

import org.springframework.core.annotation.AliasFor;

/**
 * Makes a method of a bean a handler of events: its topic is subscribed to whenever a
 * session is open.
 * <p>
 * Parameters are bound as those of a {@link WampProcedure}, with {@code EventDetails} and
 * {@code Event} in place of their counterparts. A returned value is ignored, but a
 * {@code CompletionStage} that fails is reported like an exception. Events of one
 * publisher are handled in order unless {@link #concurrent()} is set.
 * <p>
 * All String attributes may hold <code>${…}</code> and <code>#{…}</code>.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/pubsub_subscribe.md</a>
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Repeatable(WampSubscribe.Container.class)
public @interface WampSubscribe {

	/**
	 * The topic: a URI, behind the prefix of the {@link WampController}. Variables in
	 * braces ({@code com.shop.{user}.online}) make it a wildcard.
	 * @return the URI
	 */
	@AliasFor("uri")
	String value() default "";

	/**
	 * The same as {@link #value()}.
	 * @return the URI
	 */
	@AliasFor("value")
	String uri() default "";

	/**
	 * How the URI matches. A URI with variables is always a wildcard.
	 * @return the policy
	 */
	MatchPolicy match() default MatchPolicy.EXACT;

	/**
	 * Whether events may be handled at the same time and out of order.
	 * @return whether
	 */
	boolean concurrent() default false;

	/**
	 * The name of the endpoint in the
	 * {@link io.wampspring.endpoint.WampEndpointRegistry}. Empty means bean name, dot,
	 * method name.
	 * @return the id, unique in the application
	 */
	String id() default "";

	/**
	 * The bean name of the connection. Empty means the only or the primary one.
	 * @return a bean name
	 */
	String connection() default "";

	/**
	 * Whether the topic is subscribed to without being asked to. Empty means
	 * {@code true}.
	 * @return {@code true} or {@code false}
	 */
	String autoStartup() default "";

	/**
	 * The bean name of the {@code Executor} that runs the method. Empty means the one of
	 * the connection.
	 * @return a bean name
	 */
	String executor() default "";

	/**
	 * The bean name of the {@code WampErrorHandler} that is told of exceptions. Empty
	 * means the one of the connection.
	 * @return a bean name
	 */
	String errorHandler() default "";

	/**
	 * Holds several {@link WampSubscribe}.
	 */
	@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
	@Retention(RetentionPolicy.RUNTIME)
	@Documented
	@interface Container {

		/**
		 * The annotations.
		 * @return the annotations
		 */
		WampSubscribe[] value();

	}

}
