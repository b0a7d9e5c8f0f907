package io.wampspring.client;

/**
 * The four verbs of a WAMP client. Each begins a specification that is set up by chaining
 * and carried out by its last method. May be used by many threads; a specification is
 * used by one.
 */
public interface WampOperations {

	/**
	 * Begins a call.
	 * @param procedure the URI of the procedure
	 * @return the specification
	 */
	CallSpec call(String procedure);

	/**
	 * Begins a publication.
	 * @param topic the URI of the topic
	 * @return the specification
	 */
	PublishSpec publish(String topic);

	/**
	 * Begins a subscription.
	 * @param topic the URI or pattern of the topic
	 * @return the specification
	 */
	SubscribeSpec subscribe(String topic);

	/**
	 * Begins a registration.
	 * @param procedure the URI or pattern of the procedure
	 * @return the specification
	 */
	RegisterSpec register(String procedure);

}
