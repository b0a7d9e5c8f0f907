package io.wampspring.client.session;

import io.wampspring.message.Payload;
import io.wampspring.options.ResultDetails;

/**
 * What to do with the answers to a call: any number of progressive results, then exactly
 * one of the other two. Called on the lane.
 */
public interface CallReply {

	/**
	 * A progressive result came.
	 * @param payload the result
	 * @param details its details
	 */
	void onProgress(Payload payload, ResultDetails details);

	/**
	 * The result came.
	 * @param payload the result
	 * @param details its details
	 */
	void onResult(Payload payload, ResultDetails details);

	/**
	 * The call failed.
	 * @param failure why
	 */
	void onFailure(Failure failure);

}
