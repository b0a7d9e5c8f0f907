package io.wampspring.transport.spring;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.wampspring.message.Abort;
import io.wampspring.message.Call;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.Payload;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.Publish;
import io.wampspring.message.Result;
import io.wampspring.transport.CloseCode;
import io.wampspring.transport.Link;
import io.wampspring.transport.LinkClosed;
import io.wampspring.transport.LinkListener;
import io.wampspring.transport.LinkOpener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A router that answers each CALL with its arguments and nothing else. A test finds its
 * own session by the procedure that it called or the topic to which it published.
 */
final class RecordingRouter implements LinkOpener<MessageToClient, MessageToRouter> {

	private final Map<String, Session> sessions = new ConcurrentHashMap<>();

	@Override
	public LinkListener<MessageToRouter> onOpen(Link<MessageToClient> link) {
		assertThat(link.lane().inLane()).isTrue();
		return new Session(link);
	}

	/**
	 * The session whose client has called a procedure or published to a topic.
	 * @param procedure the procedure or topic
	 * @return the session
	 */
	Session calling(String procedure) {
		Session session = this.sessions.get(procedure);
		assertThat(session).as("the session that called %s", procedure).isNotNull();
		return session;
	}

	/**
	 * Whether a client has called a procedure or published to a topic.
	 * @param procedure the procedure or topic
	 * @return whether
	 */
	boolean hasSeen(String procedure) {
		return this.sessions.containsKey(procedure);
	}

	final class Session implements LinkListener<MessageToRouter> {

		final Link<MessageToClient> link;

		final BlockingQueue<ProtocolViolationException> violations = new LinkedBlockingQueue<>();

		final AtomicInteger writable = new AtomicInteger();

		private final CompletableFuture<LinkClosed> end = new CompletableFuture<>();

		Session(Link<MessageToClient> link) {
			this.link = link;
		}

		LinkClosed end() {
			return this.end.orTimeout(10, TimeUnit.SECONDS).join();
		}

		@Override
		public void onMessage(MessageToRouter message) {
			assertThat(this.link.lane().inLane()).isTrue();
			assertThat(this.end).isNotDone();
			if (message instanceof Call call) {
				RecordingRouter.this.sessions.put(call.procedure(), this);
				this.link.send(new Result(call.request(), Map.of(), call.payload()));
			}
			else if (message instanceof Publish publish) {
				RecordingRouter.this.sessions.put(publish.topic(), this);
			}
		}

		@Override
		public void onViolation(ProtocolViolationException violation) {
			this.violations.add(violation);
			this.link.send(new Abort(Map.of(), "wamp.error.protocol_violation", Payload.EMPTY));
			this.link.close(CloseCode.PROTOCOL_ERROR, "protocol violation");
		}

		boolean ended() {
			return this.end.isDone();
		}

		@Override
		public void onWritable() {
			this.writable.incrementAndGet();
		}

		@Override
		public void onClosed(LinkClosed closed) {
			assertThat(this.end.complete(closed)).as("closed once").isTrue();
		}

	}

}
