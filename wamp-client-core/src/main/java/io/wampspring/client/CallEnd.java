package io.wampspring.client;

import io.wampspring.client.session.Failure;

/**
 * What to do at the end of a call: one of the methods is called, once.
 */
interface CallEnd {

	void onResult(CallResult result);

	void onFailure(Failure failure);

	/** Nothing was sent. */
	void onUnsent(RuntimeException failure);

}
