package io.wampspring.endpoint;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.wampspring.codec.Parameters;
import io.wampspring.message.Payload;
import io.wampspring.message.PayloadException;
import org.jspecify.annotations.Nullable;

/**
 * Fills the parameters of one method: arguments and keyword arguments in one pass over
 * the payload, each straight into its type; the rest by type or from the URI. Made once
 * per method; may be used by many threads.
 *
 * @param <S> an invocation or an event
 */
final class ParameterBinder<S> {

	private final SourceTypes<S> types;

	private final Parameters parameters;

	/** By the position that an error of the payload names. */
	private final Map<String, EndpointParameter> positions;

	private final List<Binding<S>> bindings;

	ParameterBinder(SourceTypes<S> types, Parameters parameters, Map<String, EndpointParameter> positions,
			List<Binding<S>> bindings) {
		this.types = types;
		this.parameters = parameters;
		this.positions = positions;
		this.bindings = bindings;
	}

	/**
	 * Makes the arguments of a call of the method.
	 * @param source the invocation or event
	 * @return one value for each parameter
	 * @throws io.wampspring.client.WampException {@code wamp.error.invalid_argument} that
	 * names the argument
	 */
	@Nullable Object[] bind(S source) {
		@Nullable Object[] values = read(this.types.payload().apply(source));
		@Nullable Object[] arguments = new @Nullable Object[this.bindings.size()];
		for (int i = 0; i < arguments.length; i++) {
			arguments[i] = this.bindings.get(i).value(source, values);
		}
		return arguments;
	}

	private @Nullable Object[] read(Payload payload) {
		try {
			return this.parameters.read(payload);
		}
		catch (PayloadException ex) {
			EndpointParameter parameter = this.positions.get(ex.position());
			throw (parameter != null) ? parameter.unreadable(ex)
					: EndpointParameter.invalid("The payload cannot be read", ex);
		}
	}

	/**
	 * Where the value of one parameter comes from.
	 *
	 * @param <S> an invocation or an event
	 */
	@FunctionalInterface
	interface Binding<S> {

		/**
		 * Finds the value.
		 * @param source the invocation or event
		 * @param values what was read of the payload
		 * @return the value of the parameter
		 */
		@Nullable Object value(S source, @Nullable Object[] values);

		static <S> Binding<S> read(int index, Function<@Nullable Object, @Nullable Object> accept) {
			return (source, values) -> accept.apply(values[index]);
		}

	}

}
