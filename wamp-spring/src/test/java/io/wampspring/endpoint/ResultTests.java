package io.wampspring.endpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import io.wampspring.annotation.WampError;
import io.wampspring.annotation.WampProcedure;
import io.wampspring.client.CallResult;
import io.wampspring.client.WampException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is sent of what a method returns or throws. */
class ResultTests {

	private static EndpointsFixture endpoints;

	@BeforeAll
	static void start() {
		endpoints = EndpointsFixture.started(Service.class);
	}

	@AfterAll
	static void stop() {
		endpoints.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "nothing", "empty", "nothinglater", "emptylater" })
	void nothingIsSentForVoidAndAnEmptyOptional(String procedure) throws Exception {
		assertThat(endpoints.call(procedure, "").payload().isEmpty()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "nulllater" })
	void nullIsOneResult(String procedure) throws Exception {
		assertThat(endpoints.call(procedure, "").args()).isEqualTo(Arrays.asList((Object) null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "list", "listlater", "optionallist" })
	void aListIsOneResult(String procedure) throws Exception {
		assertThat(endpoints.call(procedure, "").args()).isEqualTo(List.of(List.of(1, 2)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "several", "severallater" })
	void severalResultsAndKeywordsAreSentAsTheyAre(String procedure) throws Exception {
		CallResult result = endpoints.call(procedure, "");

		assertThat(result.args()).isEqualTo(List.of(1, 2));
		assertThat(result.kwargs()).containsEntry("c", 3);
	}

	@ParameterizedTest
	@Tag("E-109")
	@ValueSource(strings = { "outofstock", "outofstocklater", "outofstocknested" })
	void anAnnotatedExceptionIsAnsweredWithItsUriAndMessage(String procedure) {
		assertThatThrownBy(() -> endpoints.call(procedure, ""))
			.satisfies((thrown) -> assertThat(wampException(thrown).uri()).isEqualTo("com.shop.error.out_of_stock"))
			.satisfies((thrown) -> assertThat(wampException(thrown).args()).containsExactly("no lemons left"));
	}

	@Test
	void anAnnotatedExceptionWithoutMessageHasNoArguments() {
		assertThat(endpoints.failure("silent", "").args()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "own", "ownlater" })
	void anErrorOfTheProtocolIsAnsweredAsItIs(String procedure) {
		assertThatThrownBy(() -> endpoints.call(procedure, ""))
			.satisfies((thrown) -> assertThat(wampException(thrown).uri()).isEqualTo("com.shop.error.own"))
			.satisfies((thrown) -> assertThat(wampException(thrown).kwargs()).containsEntry("left", 0));
	}

	@Test
	void anyOtherExceptionIsLeftToTheClient() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> endpoints.call("bug", ""))
			.withMessage("secret detail");
	}

	@Test
	void aCancelledCallCancelsTheFuture() throws Exception {
		Wire.TestInvocation invocation = Wire.invocation(endpoints.session.session(), "pending", "");

		endpoints.session.request("pending").procedureHandler.handle(invocation.invocation());
		invocation.cancel();

		assertThat(endpoints.context.getBean(Service.class).pending).isCancelled();
	}

	private static WampException wampException(Throwable thrown) {
		Throwable error = thrown;
		while (!(error instanceof WampException)) {
			error = error.getCause();
		}
		return (WampException) error;
	}

	static class Service {

		final CompletableFuture<String> pending = new CompletableFuture<>();

		@WampProcedure("nothing")
		void nothing() {
		}

		@WampProcedure("empty")
		Optional<String> empty() {
			return Optional.empty();
		}

		@WampProcedure("nothinglater")
		CompletableFuture<Void> nothingLater() {
			return CompletableFuture.completedFuture(null);
		}

		@WampProcedure("emptylater")
		CompletionStage<Optional<String>> emptyLater() {
			return CompletableFuture.completedFuture(Optional.empty());
		}

		@WampProcedure("null")
		@Nullable String nullValue() {
			return null;
		}

		@WampProcedure("nulllater")
		CompletableFuture<@Nullable String> nullLater() {
			return CompletableFuture.completedFuture(null);
		}

		@WampProcedure("list")
		List<Integer> list() {
			return List.of(1, 2);
		}

		@WampProcedure("listlater")
		CompletionStage<List<Integer>> listLater() {
			return CompletableFuture.supplyAsync(() -> List.of(1, 2));
		}

		@WampProcedure("optionallist")
		Optional<List<Integer>> optionalList() {
			return Optional.of(List.of(1, 2));
		}

		@WampProcedure("several")
		CallResult several() {
			return CallResult.of(1, 2).kwarg("c", 3);
		}

		@WampProcedure("severallater")
		CompletionStage<CallResult> severalLater() {
			return CompletableFuture.completedFuture(several());
		}

		@WampProcedure("outofstock")
		void outOfStock() {
			throw new OutOfStockException("no lemons left");
		}

		@WampProcedure("outofstocklater")
		CompletionStage<String> outOfStockLater() {
			return CompletableFuture.failedFuture(new OutOfStockException("no lemons left"));
		}

		@WampProcedure("outofstocknested")
		CompletionStage<String> outOfStockNested() {
			return CompletableFuture.supplyAsync(() -> {
				throw new CompletionException(new SoldOutException("no lemons left"));
			});
		}

		@WampProcedure("silent")
		void silent() throws Exception {
			throw new SilentException();
		}

		@WampProcedure("own")
		void own() {
			throw new WampException("com.shop.error.own", List.of(), java.util.Map.of("left", 0));
		}

		@WampProcedure("ownlater")
		CompletionStage<Void> ownLater() {
			return CompletableFuture.runAsync(this::own);
		}

		@WampProcedure("bug")
		void bug() {
			throw new IllegalStateException("secret detail");
		}

		@WampProcedure("pending")
		CompletableFuture<String> pending() {
			return this.pending;
		}

	}

	@WampError("com.shop.error.out_of_stock")
	static class OutOfStockException extends RuntimeException {

		OutOfStockException(String message) {
			super(message);
		}

	}

	static class SoldOutException extends OutOfStockException {

		SoldOutException(String message) {
			super(message);
		}

	}

	@WampError("com.shop.error.silent")
	static class SilentException extends Exception {

	}

}
