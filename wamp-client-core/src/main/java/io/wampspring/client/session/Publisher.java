package io.wampspring.client.session;

import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.Publish;
import io.wampspring.message.Published;
import io.wampspring.options.PublishOptions;
import org.jspecify.annotations.Nullable;

/**
 * The client as publisher. Confined to the lane of the session.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * basic/publish_subscribe.md</a>
 */
public final class Publisher {

	private final PendingRequests requests;

	private final UriCheck uris;

	Publisher(PendingRequests requests, UriCheck uris) {
		this.requests = requests;
		this.uris = uris;
	}

	/**
	 * Publishes without asking for a confirmation.
	 * @param topic the topic
	 * @param options the options
	 * @param payload the data of the event
	 * @return why nothing was sent, {@code null} if it was
	 * @throws io.wampspring.message.PayloadException if the message cannot be sent
	 */
	public @Nullable Failure publish(String topic, PublishOptions options, Payload payload) {
		Failure refusal = refusal(topic);
		if (refusal == null) {
			this.requests.send((id) -> new Publish(id, options.toDict(), topic, payload));
		}
		return refusal;
	}

	/**
	 * Publishes and asks for a confirmation.
	 * @param topic the topic
	 * @param options the options, completed by {@code acknowledge}
	 * @param payload the data of the event
	 * @param timeout milliseconds to wait for the confirmation, 0 for ever
	 * @param reply gets the id of the publication
	 * @throws io.wampspring.message.PayloadException if the message cannot be sent
	 */
	public void publish(String topic, PublishOptions options, Payload payload, long timeout, Reply<Long> reply) {
		Failure refusal = refusal(topic);
		if (refusal != null) {
			reply.onFailure(refusal);
			return;
		}
		PublishOptions acknowledged = options.withAcknowledge(true);
		this.requests.send((id) -> new Publish(id, acknowledged.toDict(), topic, payload), new PublishRequest(reply),
				timeout);
	}

	private @Nullable Failure refusal(String topic) {
		Failure invalid = this.uris.publish(topic);
		return (invalid != null) ? invalid : this.requests.refusal();
	}

	void onPublished(Published published) {
		PublishRequest request = this.requests.take(published.request(), PublishRequest.class);
		if (request != null) {
			request.reply.onSuccess(published.publication());
		}
	}

	private static final class PublishRequest extends PendingRequests.Request {

		private final Reply<Long> reply;

		PublishRequest(Reply<Long> reply) {
			this.reply = reply;
		}

		@Override
		MessageType type() {
			return MessageType.PUBLISH;
		}

		@Override
		void fail(Failure failure) {
			this.reply.onFailure(failure);
		}

	}

}
