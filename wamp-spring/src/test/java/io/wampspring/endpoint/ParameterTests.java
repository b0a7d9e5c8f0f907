package io.wampspring.endpoint;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.wampspring.annotation.WampKwarg;
import io.wampspring.annotation.WampProcedure;
import io.wampspring.annotation.WampSubscribe;
import io.wampspring.client.Event;
import io.wampspring.client.Invocation;
import io.wampspring.client.ProgressSink;
import io.wampspring.client.WampException;
import io.wampspring.client.WampSession;
import io.wampspring.options.EventDetails;
import io.wampspring.options.InvocationDetails;
import io.wampspring.options.MatchPolicy;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.messaging.handler.annotation.DestinationVariable;
import org.springframework.messaging.handler.annotation.Payload;

import static org.assertj.core.api.Assertions.assertThat;

/** What stands in the parameters of a method. */
class ParameterTests {

	private static EndpointsFixture endpoints;

	@BeforeAll
	static void start() {
		endpoints = EndpointsFixture.started(Shop.class);
	}

	@AfterAll
	static void stop() {
		endpoints.close();
	}

	private static Object call(String procedure, String payload) throws Exception {
		List<?> args = endpoints.call("com.shop." + procedure, payload).args();
		assertThat(args).hasSize(1);
		return args.get(0);
	}

	@Test
	void parametersWithoutAnnotationAreThePositionalArguments() throws Exception {
		assertThat(call("add2", "[2, 3]")).isEqualTo(5);
	}

	@Test
	void surplusArgumentsAndKeywordsAreIgnored() throws Exception {
		assertThat(call("add2", "[2, 3, 4], {\"a\": 7}")).isEqualTo(5);
	}

	@Test
	void keywordArgumentsAreNamedByTheParameterOrTheAnnotation() throws Exception {
		assertThat(call("keywords", "[], {\"first\": \"a\", \"second_name\": \"b\"}")).isEqualTo("ab");
	}

	@Test
	void positionsDoNotCountOtherParameters() throws Exception {
		assertThat(call("mixed", "[1, 2], {\"k\": 3}")).isEqualTo("1 3 2 7");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "optional|[]|Optional.empty none", "optional|[null]|Optional.empty none",
					"optional|[7, \"x\"]|Optional[7] x", "nullable|[]|null null", "nullable|[null, null]|null null",
					"nullable|[1], {\"b\": 2}|1 2" })
	void whatMayBeAbsent(String procedure, String payload, String expected) throws Exception {
		assertThat(call(procedure, payload)).isEqualTo(expected);
	}

	@Test
	void defaultsAreConvertedAndMayHoldPlaceholdersAndExpressions() throws Exception {
		assertThat(call("defaults", "")).isEqualTo("10 2026-01-31 6 x");
		assertThat(call("defaults", "[], {\"limit\": 1, \"day\": \"2025-12-24\", \"n\": 2, \"s\": \"y\"}"))
			.isEqualTo("1 2025-12-24 2 y");
	}

	@Test
	void recordsAndGenericTypesAreReadWithTheirTypes() throws Exception {
		assertThat(call("typed", "[{\"name\": \"Ada\", \"age\": 36}, [{\"name\": \"Bob\", \"age\": 1}], {\"k\": [1]}]"))
			.isEqualTo("Person[name=Ada, age=36] [Person[name=Bob, age=1]] {k=[1]}");
	}

	@Test
	void theWholePayloadBecomesARecordOfKeywordsElsePositions() throws Exception {
		assertThat(call("payload", "[], {\"age\": 36, \"name\": \"Ada\"}")).isEqualTo("Person[name=Ada, age=36]");
		assertThat(call("payload", "[\"Ada\", 36]")).isEqualTo("Person[name=Ada, age=36]");
		assertThat(call("map", "[], {\"a\": 1}")).isEqualTo("{a=1}");
		assertThat(call("optionalpayload", "")).isEqualTo("Optional.empty");
	}

	@Test
	void contextIsRecognizedByType() throws Exception {
		assertThat(call("context", "[1]")).isEqualTo("com.shop.context 7 true true 1");
	}

	@Test
	void variablesOfTheUriMakeAWildcard() throws Exception {
		FakeSession.Request request = endpoints.session.request("com.shop..item.");
		assertThat(request.match).isEqualTo(MatchPolicy.WILDCARD);

		assertThat(endpoints.call(request, "com.shop.berlin.item.42", "[true]").args())
			.containsExactly("berlin 42 true");
	}

	@Test
	void eventsAreBoundInTheSameWay() throws Exception {
		endpoints.publish("com.shop.sold", "com.shop.sold", "[\"lemon\"], {\"amount\": 3}");
		endpoints.publish("com.shop.user..online", "com.shop.user.ada.online", "[]");

		assertThat(endpoints.context.getBean(Shop.class).events).containsExactly("lemon 3 com.shop.sold true", "ada");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "add2|[2]|Argument 1 (b) is missing",
			"add2||Argument 0 (a) is missing", "add2|[2, \"x\"]|Argument 1 (b) cannot be read as Integer",
			"add2|[2, null]|Argument 1 (b) must not be null", "add2|[2, [3]]|Argument 1 (b) cannot be read as Integer",
			"keywords|[], {\"first\": \"a\"}|Keyword argument 'second_name' is missing",
			"keywords|[], {\"first\": {}, \"second_name\": \"\"}|Keyword argument 'first' cannot be read as String",
			"typed|[{\"name\": 1, \"age\": \"old\"}, [], {}]|Argument 0 (person) cannot be read as Person",
			"typed|[{\"name\": \"\", \"age\": 1}, [1], {}]|Argument 1 (people) cannot be read as List<Person>",
			"payload|[], {\"age\": \"old\"}|The payload cannot be read as Person",
			"nonnull|[null]|Argument 0 (text) must not be null",
			"defaults|[], {\"limit\": \"many\"}|Keyword argument 'limit' cannot be read as Integer" })
	void wrongArgumentsAreNamed(String procedure, String payload, String expected) {
		WampException failure = endpoints.failure("com.shop." + procedure, (payload != null) ? payload : "");

		assertThat(failure.uri()).isEqualTo("wamp.error.invalid_argument");
		assertThat(failure.args()).containsExactly(expected);
	}

	@Test
	void aVariableThatIsNotOfItsTypeIsNamed() {
		FakeSession.Request request = endpoints.session.request("com.shop..item.");

		assertThat(org.assertj.core.api.Assertions
			.catchThrowableOfType(WampException.class,
					() -> endpoints.call(request, "com.shop.berlin.item.pear", "[true]"))
			.args()).containsExactly("Variable 'id' of the URI cannot be read as Long");
	}

	static class Shop {

		final java.util.ArrayList<String> events = new java.util.ArrayList<>();

		@WampProcedure("com.shop.add2")
		int add2(int a, int b) {
			return a + b;
		}

		@WampProcedure("com.shop.keywords")
		String keywords(@WampKwarg String first, @WampKwarg("second_name") String second) {
			return first + second;
		}

		@WampProcedure("com.shop.mixed")
		String mixed(int first, @WampKwarg int k, WampSession session, long second, InvocationDetails details) {
			return first + " " + k + " " + second + " " + details.caller();
		}

		@WampProcedure("com.shop.optional")
		String optional(Optional<Integer> number, Optional<String> text) {
			return number + " " + text.orElse("none");
		}

		@WampProcedure("com.shop.nullable")
		String nullable(@Nullable Integer a, @WampKwarg @Nullable Integer b) {
			return a + " " + b;
		}

		@WampProcedure("com.shop.nonnull")
		String nonnull(@NonNull String text) {
			return text;
		}

		@WampProcedure("com.shop.defaults")
		String defaults(@WampKwarg(defaultValue = "10") int limit,
				@WampKwarg(defaultValue = "2026-01-31") @DateTimeFormat(iso = ISO.DATE) LocalDate day,
				@WampKwarg(defaultValue = "#{2 * 3}") Integer n, @WampKwarg(defaultValue = "${missing:x}") String s) {
			return limit + " " + day + " " + n + " " + s;
		}

		@WampProcedure("com.shop.typed")
		String typed(Person person, List<Person> people, Map<String, List<Integer>> map) {
			return person + " " + people + " " + map;
		}

		@WampProcedure("com.shop.payload")
		String payload(@Payload Person person) {
			return person.toString();
		}

		@WampProcedure("com.shop.map")
		String map(@Payload Map<String, Object> all) {
			return all.toString();
		}

		@WampProcedure("com.shop.optionalpayload")
		String optionalPayload(@Payload Optional<Person> person) {
			return person.toString();
		}

		@WampProcedure("com.shop.context")
		String context(Invocation invocation, InvocationDetails details, WampSession session, ProgressSink progress,
				io.wampspring.message.Payload payload) {
			return invocation.procedure() + " " + details.caller() + " " + session.isOpen() + " "
					+ progress.isRequested() + " " + payload.args().get(0);
		}

		@WampProcedure("com.shop.{city}.item.{id}")
		String variables(@DestinationVariable String city, boolean flag, @DestinationVariable("id") long number) {
			return city + " " + number + " " + flag;
		}

		@WampSubscribe("com.shop.sold")
		void sold(String subject, @WampKwarg int amount, Event event, EventDetails details, WampSession session) {
			this.events.add(subject + " " + amount + " " + event.topic() + " " + session.isOpen());
		}

		@WampSubscribe("com.shop.user.{user}.online")
		void online(@DestinationVariable String user) {
			this.events.add(user);
		}

	}

	record Person(String name, int age) {

	}

}
