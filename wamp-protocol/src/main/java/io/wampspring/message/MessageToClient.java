package io.wampspring.message;

/**
 * A message that a router sends and a client receives.
 */
public sealed interface MessageToClient extends WampMessage permits Welcome, Abort, Challenge, Goodbye, ErrorMessage,
		Published, Subscribed, Unsubscribed, Event, Result, Registered, Unregistered, Invocation, Interrupt {

	/**
	 * Calls the method of the receiver that is made for this type of message.
	 * @param receiver the client's side
	 */
	void deliverTo(Receiver receiver);

	/**
	 * The client's side: one method for each message that a client can receive, so that a
	 * forgotten message is a compile error.
	 */
	interface Receiver {

		/**
		 * Receives WELCOME.
		 * @param welcome the message
		 */
		void onWelcome(Welcome welcome);

		/**
		 * Receives ABORT.
		 * @param abort the message
		 */
		void onAbort(Abort abort);

		/**
		 * Receives CHALLENGE.
		 * @param challenge the message
		 */
		void onChallenge(Challenge challenge);

		/**
		 * Receives GOODBYE.
		 * @param goodbye the message
		 */
		void onGoodbye(Goodbye goodbye);

		/**
		 * Receives ERROR.
		 * @param error the message
		 */
		void onError(ErrorMessage error);

		/**
		 * Receives PUBLISHED.
		 * @param published the message
		 */
		void onPublished(Published published);

		/**
		 * Receives SUBSCRIBED.
		 * @param subscribed the message
		 */
		void onSubscribed(Subscribed subscribed);

		/**
		 * Receives UNSUBSCRIBED.
		 * @param unsubscribed the message
		 */
		void onUnsubscribed(Unsubscribed unsubscribed);

		/**
		 * Receives EVENT.
		 * @param event the message
		 */
		void onEvent(Event event);

		/**
		 * Receives RESULT.
		 * @param result the message
		 */
		void onResult(Result result);

		/**
		 * Receives REGISTERED.
		 * @param registered the message
		 */
		void onRegistered(Registered registered);

		/**
		 * Receives UNREGISTERED.
		 * @param unregistered the message
		 */
		void onUnregistered(Unregistered unregistered);

		/**
		 * Receives INVOCATION.
		 * @param invocation the message
		 */
		void onInvocation(Invocation invocation);

		/**
		 * Receives INTERRUPT.
		 * @param interrupt the message
		 */
		void onInterrupt(Interrupt interrupt);

	}

}
