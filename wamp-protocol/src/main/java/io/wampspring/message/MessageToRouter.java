package io.wampspring.message;

/**
 * A message that a client sends and a router receives.
 */
public sealed interface MessageToRouter extends WampMessage permits Hello, Abort, Authenticate, Goodbye, ErrorMessage,
		Publish, Subscribe, Unsubscribe, Call, Cancel, Register, Unregister, Yield {

	/**
	 * Calls the method of the receiver that is made for this type of message.
	 * @param receiver the router's side
	 */
	void deliverTo(Receiver receiver);

	/**
	 * The router's side: one method for each message that a router can receive, so that a
	 * forgotten message is a compile error.
	 */
	interface Receiver {

		/**
		 * Receives HELLO.
		 * @param hello the message
		 */
		void onHello(Hello hello);

		/**
		 * Receives ABORT.
		 * @param abort the message
		 */
		void onAbort(Abort abort);

		/**
		 * Receives AUTHENTICATE.
		 * @param authenticate the message
		 */
		void onAuthenticate(Authenticate authenticate);

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
		 * Receives PUBLISH.
		 * @param publish the message
		 */
		void onPublish(Publish publish);

		/**
		 * Receives SUBSCRIBE.
		 * @param subscribe the message
		 */
		void onSubscribe(Subscribe subscribe);

		/**
		 * Receives UNSUBSCRIBE.
		 * @param unsubscribe the message
		 */
		void onUnsubscribe(Unsubscribe unsubscribe);

		/**
		 * Receives CALL.
		 * @param call the message
		 */
		void onCall(Call call);

		/**
		 * Receives CANCEL.
		 * @param cancel the message
		 */
		void onCancel(Cancel cancel);

		/**
		 * Receives REGISTER.
		 * @param register the message
		 */
		void onRegister(Register register);

		/**
		 * Receives UNREGISTER.
		 * @param unregister the message
		 */
		void onUnregister(Unregister unregister);

		/**
		 * Receives YIELD.
		 * @param yielded the message
		 */
		void onYield(Yield yielded);

	}

}
