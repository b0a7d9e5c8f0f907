package io.wampspring.client;

/**
 * Where specifications are carried out.
 */
interface OperationTarget {

	/**
	 * Returns the session that calls and publishes.
	 * @return the session
	 * @throws WampNotConnectedException if there is none
	 */
	DefaultSession requireSession();

	Subscription subscribe(SubscriptionPlan plan);

	Registration register(RegistrationPlan plan);

}
