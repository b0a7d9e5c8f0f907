package io.wampspring.client;

/**
 * Counters of a connection since it was made, over all its sessions.
 *
 * @param sessions sessions that were joined
 * @param failedAttempts attempts on a transport that ended without a session
 * @param lateReplies replies to requests that were answered, had expired or were canceled
 * @param unknownReplies replies to requests that were never made
 * @param ignoredProgress progressive results that nobody had asked for
 * @param unknownEvents events for subscriptions that do not exist any more or never did
 * @param droppedEvents events that a full queue lost
 * @param pauses how often a full queue stopped the reading
 * @param refusedInvocations invocations answered {@code wamp.error.unavailable}
 * @param unknownInvocations invocations for registrations that do not exist any more, or
 * of calls that were answered
 * @param lateInterrupts interrupts of invocations that were answered
 * @param extensionMessages messages of extension types, ignored
 * @param droppedPublications publications that were handed over and never sent
 * @param protocolViolations sessions that ended because the router broke the protocol
 */
public record ConnectionStatistics(long sessions, long failedAttempts, long lateReplies, long unknownReplies,
		long ignoredProgress, long unknownEvents, long droppedEvents, long pauses, long refusedInvocations,
		long unknownInvocations, long lateInterrupts, long extensionMessages, long droppedPublications,
		long protocolViolations) {

}
