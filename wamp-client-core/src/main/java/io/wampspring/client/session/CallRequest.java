package io.wampspring.client.session;

import io.wampspring.message.Payload;
import io.wampspring.options.CallOptions;

/**
 * What is called and how.
 *
 * @param procedure the procedure
 * @param options the options, without {@code receive_progress}
 * @param payload the arguments
 * @param progress whether progressive results are wanted
 * @param timeout milliseconds to wait for the result, or between two progressive ones, 0
 * for ever
 */
public record CallRequest(String procedure, CallOptions options, Payload payload, boolean progress, long timeout) {

}
