package io.wampspring.client.session;

import org.jspecify.annotations.Nullable;

/**
 * What to do with the answer to a request. Exactly one method is called, once, on the
 * lane.
 *
 * @param <T> what a good answer is
 */
public interface Reply<T extends @Nullable Object> {

	/**
	 * The request succeeded.
	 * @param value the answer
	 */
	void onSuccess(T value);

	/**
	 * The request failed.
	 * @param failure why
	 */
	void onFailure(Failure failure);

}
