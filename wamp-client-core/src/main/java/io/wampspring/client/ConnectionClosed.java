package io.wampspring.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How a session, or an attempt to get one, ended, and what comes next.
 *
 * @param reason the kind of end
 * @param uri the reason that one side gave in GOODBYE or ABORT, {@code null} when the
 * transport ended without one
 * @param message the text for people that came with it
 * @param retryCount how many attempts were made in vain since the last good session
 * @param retryDelay when the next attempt is made, {@code null} if none is
 * @param willRetry whether there will be another attempt
 * @param cause what failed, {@code null} when nothing did
 */
public record ConnectionClosed(CloseReason reason, @Nullable String uri, @Nullable String message, int retryCount,
		@Nullable Duration retryDelay, boolean willRetry, @Nullable Throwable cause) {

}
