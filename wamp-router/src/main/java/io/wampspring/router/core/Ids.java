package io.wampspring.router.core;

/**
 * Where random ids come from. Called on any lane.
 */
@FunctionalInterface
public interface Ids {

	/**
	 * Draws an id.
	 * @return a number from 1 to 2^53, each as likely as any other
	 */
	long next();

}
