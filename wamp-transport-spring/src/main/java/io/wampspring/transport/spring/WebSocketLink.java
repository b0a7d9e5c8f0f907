package io.wampspring.transport.spring;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

import io.wampspring.codec.MessageCodec;
import io.wampspring.lane.Lane;
import io.wampspring.lane.LaneTimers;
import io.wampspring.lane.SerialLane;
import io.wampspring.lane.Timers;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.Payload;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.Delivery;
import io.wampspring.transport.Link;
import io.wampspring.transport.LinkClosed;
import io.wampspring.transport.LinkInfo;
import io.wampspring.transport.LinkOpener;
import io.wampspring.transport.OutboundQueue;

/**
 * A client's WebSocket as the router's link. What the container calls hops to the link's
 * lane, what the router sends hops to the sender's threads.
 */
final class WebSocketLink implements Link<MessageToClient> {

	private static final Logger logger = LoggerFactory.getLogger(WebSocketLink.class);

	/** So long may sending the rest and the closing handshake take, in milliseconds. */
	static final long CLOSE_BOUND = 2000;

	private static final long BACKLOG = 1 << 20;

	private final LinkInfo info;

	private final MessageCodec<MessageToClient, MessageToRouter> codec;

	private final SerialLane lane;

	private final Timers timers;

	private final Sender sender;

	private final MessageParts parts;

	private final Backlog backlog = new Backlog(BACKLOG);

	private final @Nullable PeerWatch watch;

	private final AtomicBoolean closing = new AtomicBoolean();

	/** The router wants to hear nothing more. */
	private volatile boolean closedHere;

	/** Nothing more is read: the client broke the protocol. */
	private volatile boolean deaf;

	private volatile @Nullable CloseCode violation;

	/** What the end will be, whatever the container says about it. */
	private volatile @Nullable LinkClosed end;

	private final CompletableFuture<LinkClosed> finished = new CompletableFuture<>();

	/** Confined to the lane. */
	private @Nullable Delivery<MessageToRouter> delivery;

	WebSocketLink(WebSocketSession session, LinkInfo info, MessageCodec<MessageToClient, MessageToRouter> codec,
			EndpointSettings settings, EndpointThreads threads) {
		this.info = info;
		this.codec = codec;
		this.lane = new SerialLane(threads.lanes());
		this.timers = new LaneTimers(threads.timers(), this.lane);
		this.sender = new Sender(session, info.serializer().isBinary(),
				new OutboundQueue(settings.outbound(), this::writable), threads.senders(), this::sendFailed);
		this.parts = new MessageParts(settings.limits().messageSize());
		this.watch = settings.keepAlive().isOn() ? new PeerWatch(settings.keepAlive(), this.timers, this.sender::ping,
				this.backlog::isWaiting,
				() -> lost("no answer to a ping within " + settings.keepAlive().timeout().toMillis() + " ms", null))
				: null;
	}

	/**
	 * Gives the link to the router. The container's thread, before anything is received.
	 * @param router takes the link
	 */
	void open(LinkOpener<MessageToClient, MessageToRouter> router) {
		this.lane.execute(() -> {
			try {
				this.delivery = new Delivery<>(this, this.codec, router.onOpen(this));
			}
			catch (RuntimeException ex) {
				logger.error("The router did not take a link from {}", this.info.peer(), ex);
				close(CloseCode.INTERNAL_ERROR, "internal error");
			}
			if (this.watch != null) {
				this.watch.start();
			}
		});
	}

	@Override
	public void send(MessageToClient message) {
		byte[] encoded = this.codec.encode(message);
		if (!this.closing.get() && !this.sender.send(encoded)) {
			this.sender.discard();
			close(CloseCode.OVERLOADED, "the peer reads too slowly");
		}
	}

	@Override
	public void close(CloseCode code, String reason) {
		if (this.closing.compareAndSet(false, true)) {
			this.closedHere = true;
			this.backlog.open();
			CloseCode sent = (this.violation != null) ? this.violation : code;
			this.end = LinkClosed.clean(sent, reason);
			this.sender.close(CloseReasons.status(sent, reason));
			this.timers.schedule(CLOSE_BOUND, () -> {
				this.sender.discard();
				finish(new LinkClosed(false, sent, reason, null));
			});
		}
	}

	@Override
	public Payload encode(List<? extends @Nullable Object> args, Map<String, ? extends @Nullable Object> kwargs) {
		return this.codec.encode(args, kwargs);
	}

	@Override
	public Lane lane() {
		return this.lane;
	}

	@Override
	public LinkInfo info() {
		return this.info;
	}

	@Override
	public boolean isWritable() {
		return this.sender.isWritable();
	}

	@Override
	public void setReading(boolean on) {
		this.backlog.setReading(on);
	}

	/**
	 * A part of a text arrived. The container's thread, as all below.
	 * @param part the part
	 * @param last whether the text is complete
	 * @throws InterruptedException if the container's thread is to end
	 */
	void text(String part, boolean last) throws InterruptedException {
		arrived(false, () -> this.parts.add(part, last));
	}

	/**
	 * A part of a binary message arrived.
	 * @param part the part
	 * @param last whether the message is complete
	 * @throws InterruptedException if the container's thread is to end
	 */
	void binary(ByteBuffer part, boolean last) throws InterruptedException {
		arrived(true, () -> this.parts.add(part, last));
	}

	/** Something arrived. */
	void alive() {
		if (this.watch != null) {
			this.watch.received();
		}
	}

	/**
	 * The container says that the session is over.
	 * @param status how
	 */
	void ended(CloseStatus status) {
		this.closing.set(true);
		this.backlog.open();
		LinkClosed known = this.end;
		LinkClosed told = (known != null) ? known : CloseReasons.closed(status);
		this.lane.execute(() -> finish(told));
	}

	/**
	 * The transport failed.
	 * @param reason what happened
	 * @param cause what the container said
	 */
	void lost(String reason, @Nullable Throwable cause) {
		this.closing.set(true);
		this.backlog.open();
		LinkClosed known = this.end;
		LinkClosed told = (known != null) ? new LinkClosed(false, known.code(), known.reason(), cause)
				: LinkClosed.lost(reason, cause);
		this.end = told;
		this.sender.discard();
		this.sender.close(CloseStatus.GOING_AWAY);
		this.lane.execute(() -> finish(told));
	}

	/**
	 * Returns the end.
	 * @return completes once the router has been told
	 */
	CompletableFuture<LinkClosed> finished() {
		return this.finished;
	}

	private void arrived(boolean binary, MessageParts.Part part) throws InterruptedException {
		alive();
		if (this.deaf) {
			return;
		}
		if (binary != this.info.serializer().isBinary()) {
			violated(CloseCode.PROTOCOL_ERROR,
					binary ? "a binary frame under a text serializer" : "a text frame under a binary serializer");
			return;
		}
		try {
			byte[] message = part.add();
			if (message != null) {
				deliver(message);
			}
		}
		catch (MessageParts.TooLargeException ex) {
			violated(CloseCode.TOO_BIG, "a message larger than the limit");
		}
	}

	private void deliver(byte[] message) throws InterruptedException {
		this.backlog.add(message.length);
		alive();
		this.lane.execute(() -> {
			this.backlog.remove(message.length);
			Delivery<MessageToRouter> to = this.delivery;
			if (to != null && !this.closedHere) {
				to.message(message);
			}
		});
	}

	private void violated(CloseCode code, String reason) {
		this.deaf = true;
		this.lane.execute(() -> {
			this.violation = code;
			Delivery<MessageToRouter> to = this.delivery;
			if (to != null && !this.closedHere) {
				to.violation(new ProtocolViolationException(reason));
			}
		});
	}

	private void writable() {
		this.lane.execute(() -> {
			Delivery<MessageToRouter> to = this.delivery;
			if (to != null) {
				to.writable();
			}
		});
	}

	private void sendFailed(Exception failure) {
		lost("sending failed: " + failure, failure);
	}

	private void finish(LinkClosed closed) {
		if (this.watch != null) {
			this.watch.stop();
		}
		Delivery<MessageToRouter> to = this.delivery;
		if (to != null) {
			to.closed(closed);
		}
		this.finished.complete(closed);
	}

}
