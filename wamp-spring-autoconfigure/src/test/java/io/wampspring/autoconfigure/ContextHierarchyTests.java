package io.wampspring.autoconfigure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.wampspring.annotation.WampProcedure;
import io.wampspring.client.WampClient;
import io.wampspring.client.WampConnection;
import io.wampspring.event.WampConnectionEvent;
import io.wampspring.event.WampEndpointRegisteredEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A parent context has the connection, its children use it. */
class ContextHierarchyTests {

	private final Heard heard = new Heard();

	private void run(Family family) {
		Wamp.runner()
			.withBean(Parent.class)
			.withBean(Heard.class, () -> this.heard)
			.run((parent) -> Wamp.runner()
				.withParent(parent)
				.withBean(Child.class)
				.run((child) -> family.meet(parent, child)));
	}

	@Test
	void eachContextServesItsOwnBeansOnTheConnectionOfTheParent() {
		run((parent, child) -> {
			assertThat(child).hasNotFailed();
			assertThat(child.getBean(WampConnection.class)).isSameAs(parent.getBean(WampConnection.class));
			WampClient client = child.getBean(WampClient.class);

			assertThat(client.call("com.example.parent").retrieve(String.class)).isEqualTo("parent");
			assertThat(client.call("com.example.child").retrieve(String.class)).isEqualTo("child");
		});
	}

	@Test
	@Timeout(30)
	void theStartOfAChildDoesNotWaitForASessionThatIsThere() {
		Wamp.runner()
			.run((parent) -> Wamp.runner()
				.withParent(parent)
				.withPropertyValues("wamp.startup.timeout=1h")
				.run((child) -> assertThat(child).hasNotFailed()));
	}

	@Test
	void theEndOfAChildEndsWhatItServesAndNothingElse() {
		Wamp.runner().withBean(Parent.class).run((parent) -> {
			Wamp.runner().withParent(parent).withBean(Child.class).run((child) -> assertThat(child).hasNotFailed());

			WampConnection connection = parent.getBean(WampConnection.class);
			assertThat(connection.isOpen()).isTrue();
			assertThat(connection.session().registrations()).singleElement()
				.satisfies((kept) -> assertThat(kept.procedure()).isEqualTo("com.example.parent"));
			assertThat(connection.client().call("com.example.parent").retrieve(String.class)).isEqualTo("parent");
		});
	}

	@Test
	void whatHappensIsToldOnce() {
		run((parent, child) -> await().untilAsserted(() -> assertThat(this.heard.all).contains("opened")));

		assertThat(this.heard.all).containsExactlyInAnyOrder("registered com.example.parent", "opened",
				"registered com.example.child", "closed");
	}

	@FunctionalInterface
	private interface Family {

		void meet(AssertableApplicationContext parent, AssertableApplicationContext child);

	}

	static class Parent {

		@WampProcedure("com.example.parent")
		String parent() {
			return "parent";
		}

	}

	static class Child {

		@WampProcedure("com.example.child")
		String child() {
			return "child";
		}

	}

	static class Heard {

		final List<String> all = new CopyOnWriteArrayList<>();

		@EventListener
		void on(WampConnectionEvent event) {
			this.all.add(event.getClass().getSimpleName().contains("Opened") ? "opened" : "closed");
		}

		@EventListener
		void on(WampEndpointRegisteredEvent event) {
			this.all.add("registered " + event.endpoint().uri());
		}

	}

}
