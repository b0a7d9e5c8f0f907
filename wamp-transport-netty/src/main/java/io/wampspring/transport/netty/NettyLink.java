package io.wampspring.transport.netty;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

import io.netty.channel.Channel;
import io.wampspring.codec.MessageCodec;
import io.wampspring.lane.Lane;
import io.wampspring.message.Payload;
import io.wampspring.message.WampMessage;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.Delivery;
import io.wampspring.transport.Link;
import io.wampspring.transport.LinkInfo;
import io.wampspring.transport.LinkListener;
import io.wampspring.transport.OutboundLimits;
import org.jspecify.annotations.Nullable;

/**
 * An open WebSocket as a link; its lane is the event loop of its channel.
 *
 * @param <S> the messages this end sends
 * @param <R> the messages this end receives
 */
final class NettyLink<S extends WampMessage, R extends WampMessage> implements Link<S> {

	private final Channel channel;

	private final LinkInfo info;

	private final MessageCodec<S, R> codec;

	private final Lane lane;

	private final Outbound outbound;

	private final ClosingHandshake closing;

	/** Confined to the event loop, as is the next. */
	private @Nullable Inbound<R> inbound;

	private boolean reading = true;

	NettyLink(Channel channel, LinkInfo info, MessageCodec<S, R> codec, OutboundLimits limits) {
		this.channel = channel;
		this.info = info;
		this.codec = codec;
		this.lane = new EventLoopLane(channel.eventLoop());
		this.outbound = new Outbound(channel, info.serializer().isBinary(), limits, this::writable);
		this.closing = new ClosingHandshake(channel, this.outbound);
	}

	@Override
	public void send(S message) {
		byte[] encoded = this.codec.encode(message);
		if (!this.closing.isStarted() && !this.outbound.send(encoded)) {
			this.closing.overflow();
		}
	}

	@Override
	public void close(CloseCode code, String reason) {
		this.closing.start(code, reason);
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
		return this.outbound.isWritable();
	}

	@Override
	public void setReading(boolean on) {
		if (this.lane.inLane()) {
			switchReading(on);
		}
		else {
			this.lane.execute(() -> switchReading(on));
		}
	}

	/**
	 * Returns the address of a peer.
	 * @param channel leads to the peer
	 * @return host and port, empty if the transport has none
	 */
	static String address(Channel channel) {
		return (channel.remoteAddress() instanceof InetSocketAddress remote)
				? remote.getAddress().getHostAddress() + ":" + remote.getPort() : "";
	}

	/**
	 * Begins to deliver. On the event loop, once.
	 * @param listener hears of this link
	 * @param messageSize the most bytes of a message
	 * @return the last handler of the channel
	 */
	LinkHandler open(LinkListener<R> listener, int messageSize) {
		Inbound<R> opened = new Inbound<>(this.channel, new Delivery<>(this, this.codec, listener), this.closing,
				this.reading);
		this.inbound = opened;
		return new LinkHandler(opened, this.outbound, this.closing, new FrameAssembler(messageSize),
				this.info.serializer().isBinary());
	}

	/**
	 * Ends without a closing handshake. On the event loop.
	 * @param reason what happened
	 */
	void lost(String reason) {
		this.closing.lost(reason, null);
	}

	private void writable() {
		Inbound<R> opened = this.inbound;
		if (opened != null) {
			opened.writable();
		}
	}

	private void switchReading(boolean on) {
		this.reading = on;
		Inbound<R> opened = this.inbound;
		if (opened == null) {
			return;
		}
		opened.setReading(on);
		if (on) {
			this.channel.eventLoop().execute(() -> {
				this.outbound.beginBatch();
				opened.resume();
				this.outbound.endBatch();
			});
		}
	}

}
