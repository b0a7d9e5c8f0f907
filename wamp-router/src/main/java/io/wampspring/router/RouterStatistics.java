package io.wampspring.router;

/**
 * What a router did since it was made. The numbers are read one after the other, so under
 * traffic they are not of one moment.
 *
 * @param links links that are open now, joined or not
 * @param sessions sessions that are joined now
 * @param sessionsOpened sessions that joined
 * @param sessionsClosed sessions that ended
 * @param joinsRefused links that were not let in, or did not ask in time
 * @param violations sessions that broke the protocol
 * @param overloads links that were closed because the peer did not keep up
 * @param publications publications that were accepted
 * @param publicationsRefused publications that were refused, acknowledged or not
 * @param events events that were sent
 * @param eventsDropped events that could not be encoded for a subscriber
 * @param calls calls that were passed on
 * @param lateAnswers answers to invocations that were not pending any more
 */
public record RouterStatistics(long links, long sessions, long sessionsOpened, long sessionsClosed, long joinsRefused,
		long violations, long overloads, long publications, long publicationsRefused, long events, long eventsDropped,
		long calls, long lateAnswers) {
}
