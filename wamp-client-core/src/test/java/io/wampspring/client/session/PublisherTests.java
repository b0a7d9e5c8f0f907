package io.wampspring.client.session;

import java.util.List;
import java.util.Map;

import io.wampspring.client.session.Core.Answered;
import io.wampspring.message.ErrorMessage;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.Publish;
import io.wampspring.message.Published;
import io.wampspring.options.PublishOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The client as publisher.
 */
class PublisherTests {

	private final Core core = Core.strict().join();

	@Test
	@Tag("E-64")
	void withoutAcknowledgeNothingIsAwaitedAndALatePublishedIsDropped() {
		assertThat(this.core.publisher().publish("com.t", PublishOptions.NONE, Payload.of(1))).isNull();

		this.core.receive(new Published(1, 300));

		assertThat(this.core.sent).containsExactly(new Publish(1, Map.of(), "com.t", Payload.of(1)));
		assertThat(this.core.count(Incident.LATE_REPLY)).isEqualTo(1);
		assertThat(this.core.isOver()).isFalse();
	}

	@Test
	@Tag("E-65")
	void withoutAcknowledgeARefusalIsNotHeard() {
		this.core.publisher().publish("com.t", PublishOptions.NONE, Payload.EMPTY);

		this.core.receive(new ErrorMessage(MessageType.PUBLISH, 1, Map.of(), "com.e", Payload.EMPTY));

		assertThat(this.core.count(Incident.LATE_REPLY)).isEqualTo(1);
		assertThat(this.core.isOver()).isFalse();
	}

	@Test
	void aConfirmationGivesTheIdOfThePublication() {
		Answered<Long> reply = new Answered<>();
		this.core.publisher().publish("com.t", PublishOptions.NONE, Payload.EMPTY, 30_000, reply);

		this.core.receive(new Published(1, 300), new Published(1, 301));

		assertThat(this.core.sent).containsExactly(new Publish(1, Map.of("acknowledge", true), "com.t", Payload.EMPTY));
		assertThat(reply.value()).isEqualTo(300);
		assertThat(this.core.timers.size()).isLessThanOrEqualTo(1);
	}

	@Test
	@Tag("E-66")
	void anAcknowledgedPublicationFailsWithTheRoutersError() {
		Answered<Long> reply = new Answered<>();
		this.core.publisher().publish("com.t", PublishOptions.NONE, Payload.EMPTY, 30_000, reply);

		this.core.receive(new ErrorMessage(MessageType.PUBLISH, 1, Map.of(), "com.e",
				Payload.of(List.of("a"), Map.of("k", "v"))));

		assertThat(reply.failure().uri()).isEqualTo("com.e");
		assertThat(reply.failure().payload().args()).containsExactly("a");
		assertThat(reply.failure().payload().kwargs()).containsEntry("k", "v");
	}

	@Test
	@Tag("E-67")
	void thePublisherIsIncludedOnlyWhenItSaysSo() {
		this.core.publisher().publish("com.t", PublishOptions.NONE, Payload.EMPTY);
		this.core.publisher().publish("com.t", PublishOptions.NONE.withExcludeMe(false), Payload.EMPTY);
		this.core.publisher().publish("com.t", PublishOptions.NONE.withExcludeMe(true), Payload.EMPTY);

		assertThat(this.core.sent).containsExactly(new Publish(1, Map.of(), "com.t", Payload.EMPTY),
				new Publish(2, Map.of("exclude_me", false), "com.t", Payload.EMPTY),
				new Publish(3, Map.of("exclude_me", true), "com.t", Payload.EMPTY));
	}

	@Test
	void aConfirmationThatDoesNotComeExpires() {
		Answered<Long> reply = new Answered<>();
		this.core.publisher().publish("com.t", PublishOptions.NONE, Payload.EMPTY, 30_000, reply);

		this.core.timers.advance(30_000);
		this.core.receive(new Published(1, 300));

		assertThat(reply.failure().kind()).isEqualTo(Failure.Kind.EXPIRED);
		assertThat(reply.failure().uri()).isEqualTo("wamp.error.timeout");
		assertThat(this.core.count(Incident.LATE_REPLY)).isEqualTo(1);
	}

}
