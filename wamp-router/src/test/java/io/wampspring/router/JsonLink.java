package io.wampspring.router;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.wampspring.codec.Mapping;
import io.wampspring.codec.MessageCodec;
import io.wampspring.codec.Serializer;
import io.wampspring.lane.Lane;
import io.wampspring.lane.SerialLane;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.Payload;
import io.wampspring.router.config.RouterLimits;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.Delivery;
import io.wampspring.transport.Link;
import io.wampspring.transport.LinkClosed;
import io.wampspring.transport.LinkInfo;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A link from outside this project, whose peer is written as JSON text.
 */
final class JsonLink implements Link<MessageToClient> {

	private static final int PATIENCE_SECONDS = 20;

	private final MessageCodec<MessageToClient, MessageToRouter> codec = MessageCodec.forRouter(Serializer.JSON,
			Mapping.standard(), RouterLimits.DEFAULT.codec());

	private final BlockingQueue<String> sent = new LinkedBlockingQueue<>();

	private final CompletableFuture<CloseCode> closed = new CompletableFuture<>();

	private final Lane lane;

	private final List<Boolean> readings = new CopyOnWriteArrayList<>();

	private volatile RuntimeException failure;

	private Delivery<MessageToRouter> delivery;

	JsonLink(Executor executor) {
		this.lane = new SerialLane(executor);
	}

	static JsonLink open(RouterEntrance entrance, Executor executor) {
		JsonLink link = new JsonLink(executor);
		link.lane.execute(() -> link.delivery = new Delivery<>(link, link.codec, entrance.onOpen(link)));
		return link;
	}

	/** The peer sends this text. */
	void says(String json) {
		this.lane.execute(() -> this.delivery.message(json.getBytes(StandardCharsets.UTF_8)));
	}

	void joins(String realm) {
		says("[1,\"" + realm + "\",{\"roles\":{\"publisher\":{},\"subscriber\":{},\"caller\":{},\"callee\":{}}}]");
		assertThat(hears()).startsWith("[2,");
	}

	/** The peer is gone. */
	void breaks() {
		this.lane.execute(() -> this.delivery.closed(LinkClosed.lost("connection reset", null)));
	}

	/** The transport has a fault of its own. */
	void failsWith(RuntimeException ex) {
		this.failure = ex;
	}

	/** What the router said next, {@code null} if nothing came. */
	String hears() {
		try {
			return this.sent.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	List<String> unheard() {
		return new ArrayList<>(this.sent);
	}

	/** When the router stopped to read and went on. */
	List<Boolean> readings() {
		return this.readings;
	}

	CloseCode awaitClosed() {
		return this.closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
	}

	@Override
	public void send(MessageToClient message) {
		if (this.failure != null) {
			throw this.failure;
		}
		if (!this.closed.isDone()) {
			this.sent.add(new String(this.codec.encode(message), StandardCharsets.UTF_8));
		}
	}

	@Override
	public void close(CloseCode code, String reason) {
		if (this.closed.complete(code)) {
			this.lane.execute(() -> this.delivery.closed(LinkClosed.clean(code, reason)));
		}
	}

	@Override
	public Payload encode(List<?> args, Map<String, ?> kwargs) {
		return this.codec.encode(args, kwargs);
	}

	@Override
	public void setReading(boolean on) {
		this.readings.add(on);
	}

	@Override
	public Lane lane() {
		return this.lane;
	}

	@Override
	public LinkInfo info() {
		return new LinkInfo("json", "json:", "wamp.2.json", Serializer.JSON, false, "peer-in-test");
	}

}
