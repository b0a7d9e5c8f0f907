package io.wampspring.transport;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import io.wampspring.codec.CodecLimits;
import io.wampspring.codec.Mapping;
import io.wampspring.codec.MessageCodec;
import io.wampspring.codec.ProtocolMode;
import io.wampspring.codec.Serializer;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;

/**
 * Connects to a router in the same process, without a socket. Messages are encoded and
 * decoded all the same: nothing mutable crosses, and a value that would not survive a
 * wire does not survive here either.
 */
public final class InProcessConnector implements Connector {

	private static final String URL = "inprocess:";

	private final LinkOpener<MessageToClient, MessageToRouter> router;

	private final Executor executor;

	private final Settings settings;

	/**
	 * Creates a connector.
	 * @param router accepts the links
	 * @param executor lends threads to the lanes of both ends
	 * @param settings how messages are encoded and what may wait
	 */
	public InProcessConnector(LinkOpener<MessageToClient, MessageToRouter> router, Executor executor,
			Settings settings) {
		this.router = router;
		this.executor = executor;
		this.settings = settings;
	}

	@Override
	public CompletionStage<Void> connect(LinkOpener<MessageToRouter, MessageToClient> opener) {
		Settings with = this.settings;
		LinkInfo info = new LinkInfo(LinkInfo.INPROCESS, URL, with.serializer().subprotocol(), with.serializer(), false,
				"");
		InProcessLink<MessageToRouter, MessageToClient> client = new InProcessLink<>(info,
				MessageCodec.forClient(with.serializer(), with.mapping(), with.limits(), with.mode()), this.executor,
				with.outbound());
		InProcessLink<MessageToClient, MessageToRouter> server = new InProcessLink<>(info,
				MessageCodec.forRouter(with.serializer(), with.mapping(), with.limits()), this.executor,
				with.outbound());
		client.joinTo(server);
		server.joinTo(client);
		CompletableFuture<Void> connected = new CompletableFuture<>();
		server.open(this.router).thenCompose((opened) -> client.open(opener)).whenComplete((opened, failure) -> {
			if (failure != null) {
				server.close(CloseCode.INTERNAL_ERROR, "not opened");
				connected.completeExceptionally(new LinkException(LinkException.Kind.REFUSED,
						"The router in this process refused the link: " + failure.getMessage(), failure));
			}
			else {
				connected.complete(null);
			}
		});
		return connected;
	}

	@Override
	public String describe() {
		return URL;
	}

	/**
	 * How messages are encoded and what may wait.
	 *
	 * @param serializer the serializer of both ends
	 * @param mapping how application types map
	 * @param limits what may be received and sent
	 * @param mode how strict the client takes the router
	 * @param outbound what may wait in each direction
	 */
	public record Settings(Serializer serializer, Mapping mapping, CodecLimits limits, ProtocolMode mode,
			OutboundLimits outbound) {

		/**
		 * Returns CBOR with default limits.
		 * @return the settings
		 */
		public static Settings defaults() {
			return new Settings(Serializer.CBOR, Mapping.standard(), CodecLimits.defaults(), ProtocolMode.LENIENT,
					OutboundLimits.DEFAULT);
		}

	}

}
