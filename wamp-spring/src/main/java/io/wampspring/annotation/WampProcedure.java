package io.wampspring.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.wampspring.options.InvocationPolicy;
import io.wampspring.options.MatchPolicy;

import org.springframework.core.annotation.AliasFor;

/**
 * Makes a method of a bean a procedure: it is registered at the router whenever a session
 * is open, and called for each invocation.
 * <p>
 * A parameter without an annotation is the next positional argument; {@link WampKwarg}
 * names a keyword argument,
 * {@link org.springframework.messaging.handler.annotation.Payload @Payload} takes the
 * whole payload, and
 * {@link org.springframework.messaging.handler.annotation.DestinationVariable @DestinationVariable}
 * a variable of the URI. {@code InvocationDetails}, {@code Invocation},
 * {@code WampSession} and {@code ProgressSink} are recognized by their types. An
 * {@code Optional} or {@code @Nullable} parameter may be absent.
 * <p>
 * The returned value is the one positional result, also when it is a list; {@code void}
 * and an empty {@code Optional} send none, {@code null} sends {@code null}, several
 * results are a {@code CallResult}; each of them may be wrapped in a
 * {@code CompletionStage}. An exception is answered with the URI of its
 * {@link WampError}, a {@code WampException} with its own, every other one with
 * {@code wamp.error.runtime_error} and a fixed text.
 * <p>
 * All String attributes may hold <code>${…}</code> and <code>#{…}</code>.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/rpc_register.md</a>
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Repeatable(WampProcedure.Container.class)
public @interface WampProcedure {

	/**
	 * The procedure: a URI, behind the prefix of the {@link WampController}. Variables in
	 * braces ({@code com.shop.{user}.cart}) make it a wildcard.
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
	 * How a dealer picks one of several callees.
	 * @return the policy
	 */
	InvocationPolicy invoke() default InvocationPolicy.SINGLE;

	/**
	 * How many invocations may run at once. Empty means that only the connection bounds
	 * them, {@code 1} that they run strictly one after the other.
	 * @return a number
	 */
	String concurrency() default "";

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
	 * Whether the procedure is registered without being asked to. Empty means
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
	 * Holds several {@link WampProcedure}.
	 */
	@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
	@Retention(RetentionPolicy.RUNTIME)
	@Documented
	@interface Container {

		/**
		 * The annotations.
		 * @return the annotations
		 */
		WampProcedure[] value();

	}

}
