package io.wampspring.client;

import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * One handler of one procedure. Made on a {@link WampClient} it is a wish that outlives
 * sessions; made on a {@link WampSession} it dies with it. May be used by many threads.
 */
public interface Registration {

	/**
	 * Returns the id that the router gave.
	 * @return the id in the current session, {@code null} while there is none
	 */
	@Nullable Long id();

	/**
	 * Returns the procedure or pattern.
	 * @return the procedure
	 */
	String procedure();

	/**
	 * Returns the router's answer. Of a wish it is the first answer of any session; a
	 * refused wish stays and is tried again in the next session.
	 * @return completes with this registration, or fails with the router's error
	 */
	CompletableFuture<Registration> ready();

	/**
	 * Ends the registration. Running invocations finish and are answered.
	 * @return completes when the router has confirmed it
	 */
	CompletableFuture<@Nullable Void> unregister();

	/**
	 * Returns whether the router has confirmed it and it was not ended.
	 * @return whether calls are served
	 */
	boolean isActive();

}
