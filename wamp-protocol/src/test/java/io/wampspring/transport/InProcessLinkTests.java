package io.wampspring.transport;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;

import io.wampspring.codec.CodecLimits;
import io.wampspring.codec.Mapping;
import io.wampspring.codec.ProtocolMode;
import io.wampspring.codec.Serializer;
import io.wampspring.message.Abort;
import io.wampspring.message.Call;
import io.wampspring.message.MessageToClient;
import io.wampspring.message.MessageToRouter;
import io.wampspring.message.Payload;
import io.wampspring.message.PayloadException;
import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.Result;
import io.wampspring.message.WampMessage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Both ends of an in-process link, on an executor that runs only when told to.
 */
class InProcessLinkTests {

	private final ManualExecutor executor = new ManualExecutor();

	private final RecordingListener<MessageToClient> client = new RecordingListener<>();

	private final RecordingListener<MessageToRouter> router = new RecordingListener<>();

	@ParameterizedTest
	@EnumSource
	@Tag("R-91")
	void carriesMessagesBothWaysWithoutSharingObjects(Serializer serializer) {
		open(serializer, OutboundLimits.DEFAULT);
		List<Object> argument = new ArrayList<>(List.of("a"));
		this.client.link(MessageToRouter.class)
			.send(new Call(1, Map.of(), "com.example.echo", Payload.of(List.of(argument), Map.of())));
		argument.add("b");
		this.executor.runAll();
		assertThat(this.router.messages).singleElement()
			.isInstanceOfSatisfying(Call.class,
					(call) -> assertThat(call.payload().args()).containsExactly(List.of("a")));
		this.router.link(MessageToClient.class).send(new Result(1, Map.of(), Payload.of(7)));
		this.executor.runAll();
		assertThat(this.client.messages).singleElement()
			.isInstanceOfSatisfying(Result.class,
					(result) -> assertThat(result.payload().<Integer>arg(0, Integer.class)).isEqualTo(7));
	}

	@Test
	void refusesAValueThatNoWireCarriesBeforeAnythingIsSent() {
		open(Serializer.JSON, OutboundLimits.DEFAULT);
		Object loop = new Object() {
			@SuppressWarnings("unused") // read by the mapper
			public Object getSelf() {
				return this;
			}
		};
		assertThatThrownBy(() -> this.client.link(MessageToRouter.class)
			.send(new Call(1, Map.of(), "com.example.echo", Payload.of(loop)))).isInstanceOf(PayloadException.class);
		this.executor.runAll();
		assertThat(this.router.messages).isEmpty();
	}

	@Test
	void deliversWhatWasSentBeforeTheCloseAndTellsBothEndsOnce() {
		open(Serializer.CBOR, OutboundLimits.DEFAULT);
		this.client.link(MessageToRouter.class).send(new Call(1, Map.of(), "com.example.echo", Payload.EMPTY));
		this.client.link(MessageToRouter.class).close(CloseCode.NORMAL, "done");
		this.client.link(MessageToRouter.class).close(CloseCode.NORMAL, "again");
		this.client.link(MessageToRouter.class).send(new Call(2, Map.of(), "com.example.echo", Payload.EMPTY));
		this.executor.runAll();
		assertThat(this.router.messages).hasSize(1);
		assertThat(this.router.closed).containsExactly(LinkClosed.clean(CloseCode.NORMAL, "done"));
		assertThat(this.client.closed).containsExactly(LinkClosed.clean(CloseCode.NORMAL, "done"));
	}

	@Test
	@Tag("R-82")
	void closesBothEndsWhenTheOtherEndDoesNotKeepUp() {
		open(Serializer.CBOR, new OutboundLimits(4, 1 << 20));
		Link<MessageToRouter> link = this.client.link(MessageToRouter.class);
		for (int i = 1; i <= 5; i++) {
			link.send(new Call(i, Map.of(), "com.example.echo", Payload.EMPTY));
		}
		assertThat(link.isWritable()).isFalse();
		this.executor.runAll();
		assertThat(this.router.closed).singleElement().extracting(LinkClosed::code).isEqualTo(CloseCode.OVERLOADED);
		assertThat(this.client.closed).hasSize(1);
	}

	@Test
	void tellsWhenItIsWritableAgain() {
		open(Serializer.CBOR, new OutboundLimits(8, 1 << 20));
		Link<MessageToRouter> link = this.client.link(MessageToRouter.class);
		for (int i = 1; i <= 4; i++) {
			link.send(new Call(i, Map.of(), "com.example.echo", Payload.EMPTY));
		}
		assertThat(link.isWritable()).isFalse();
		this.executor.runAll();
		assertThat(link.isWritable()).isTrue();
		assertThat(this.client.writable).isEqualTo(1);
	}

	@Test
	void holdsMessagesBackWhileItsOwnerDoesNotRead() {
		open(Serializer.CBOR, OutboundLimits.DEFAULT);
		this.router.link(MessageToClient.class).setReading(false);
		this.client.link(MessageToRouter.class).send(new Call(1, Map.of(), "com.example.echo", Payload.EMPTY));
		this.executor.runAll();
		assertThat(this.router.messages).isEmpty();
		this.router.link(MessageToClient.class).setReading(true);
		this.executor.runAll();
		assertThat(this.router.messages).hasSize(1);
	}

	@Test
	void deliversWhatTheOtherEndSaysBeforeThisOneListens() {
		InProcessConnector connector = new InProcessConnector((link) -> {
			link.send(new Abort(Map.of(), "wamp.close.system_shutdown", Payload.EMPTY));
			link.close(CloseCode.GOING_AWAY, "not today");
			return this.router.open(link);
		}, this.executor, InProcessConnector.Settings.defaults());
		connector.connect(this.client::open);
		this.executor.runAll();
		assertThat(this.client.messages).singleElement().isInstanceOf(Abort.class);
		assertThat(this.client.closed).containsExactly(LinkClosed.clean(CloseCode.GOING_AWAY, "not today"));
	}

	private void open(Serializer serializer, OutboundLimits limits) {
		InProcessConnector connector = new InProcessConnector(this.router::open, this.executor,
				new InProcessConnector.Settings(serializer, Mapping.standard(), CodecLimits.defaults(),
						ProtocolMode.LENIENT, limits));
		var connected = connector.connect(this.client::open).toCompletableFuture();
		this.executor.runAll();
		assertThat(connected).isCompleted();
	}

	/** Runs tasks when told to. */
	private static final class ManualExecutor implements Executor {

		private final Queue<Runnable> tasks = new ArrayDeque<>();

		@Override
		public void execute(Runnable task) {
			this.tasks.add(task);
		}

		void runAll() {
			Runnable task;
			while ((task = this.tasks.poll()) != null) {
				task.run();
			}
		}

	}

	/** Keeps what it hears. */
	private static final class RecordingListener<R extends WampMessage> implements LinkListener<R> {

		private final List<R> messages = new ArrayList<>();

		private final List<LinkClosed> closed = new ArrayList<>();

		private int writable;

		private Link<?> link;

		LinkListener<R> open(Link<?> link) {
			this.link = link;
			return this;
		}

		@SuppressWarnings("unchecked") // the test knows which end it is
		<S extends WampMessage> Link<S> link(Class<S> sent) {
			return (Link<S>) this.link;
		}

		@Override
		public void onMessage(R message) {
			this.messages.add(message);
		}

		@Override
		public void onViolation(ProtocolViolationException violation) {
			throw violation;
		}

		@Override
		public void onWritable() {
			this.writable++;
		}

		@Override
		public void onClosed(LinkClosed closed) {
			this.closed.add(closed);
		}

	}

}
