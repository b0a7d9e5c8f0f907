package io.wampspring.codec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import io.wampspring.message.MessageReader;
import io.wampspring.message.MessageType;
import io.wampspring.message.Payload;
import io.wampspring.message.ProtocolViolationException;

/** Streams the head of one message and takes its payload as bytes. */
final class ElementReader implements MessageReader, AutoCloseable {

	private static final long MAX_ID = 1L << 53;

	private final Mapping mapping;

	private final Format format;

	private final Slice message;

	private final boolean strict;

	/** What is wrong with bytes behind those that the parser may see. */
	private @Nullable MalformedException defect;

	private final JsonParser parser;

	private final int declared;

	/** What the elements are named after in violations. */
	private String name = "message";

	private int index = -1;

	/** No element is left to be looked at. */
	private boolean ended;

	ElementReader(Mapping mapping, Format format, Slice message, boolean strict) {
		this.mapping = mapping;
		this.format = format;
		this.message = message;
		this.strict = strict;
		this.parser = format.messageParser(scan());
		JsonToken token = this.parser.nextToken();
		if (token != JsonToken.START_ARRAY) {
			throw new ProtocolViolationException("a message is a list, not " + Tokens.describe(token));
		}
		this.declared = format.declaredElements(this.parser, message);
	}

	/** What the parser may see. A lenient reader only needs the head to be sound. */
	private Slice scan() {
		try {
			this.format.scan(this.message, this.strict);
			return this.message;
		}
		catch (MalformedException ex) {
			if (this.strict) {
				throw ex;
			}
			this.defect = ex;
			return this.message.upTo(ex.offset());
		}
	}

	/** Reads the first element. */
	long code() {
		return number(next(), 0, Long.MAX_VALUE);
	}

	/** Says of which type the following elements are. */
	void enter(MessageType type) {
		this.name = type.name();
	}

	@Override
	public long id() {
		return id(1);
	}

	@Override
	public long idOrZero() {
		return id(0);
	}

	private long id(long least) {
		JsonToken token = next();
		if (token == JsonToken.VALUE_NUMBER_FLOAT && this.format.serializer().isBinary()) {
			// What encodes the numbers of JavaScript in binary knows floats only, beyond
			// 32 bits.
			double value = this.parser.getDoubleValue();
			if (value == Math.rint(value) && value >= least && value <= MAX_ID) {
				return (long) value;
			}
		}
		return number(token, least, MAX_ID);
	}

	private long number(JsonToken token, long least, long most) {
		require(token, JsonToken.VALUE_NUMBER_INT);
		boolean big = this.parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER;
		long value = big ? -1 : this.parser.getLongValue();
		if (value < least || value > most) {
			throw violation("is not a number from " + least + " to " + most);
		}
		return value;
	}

	@Override
	public String string() {
		require(next(), JsonToken.VALUE_STRING);
		return this.parser.getString();
	}

	@Override
	public Map<String, Object> dict() {
		require(next(), JsonToken.START_OBJECT);
		return map();
	}

	@Override
	public Map<String, Object> optionalDict() {
		JsonToken token = nextOrEnd();
		if (token == null) {
			return Map.of();
		}
		require(token, JsonToken.START_OBJECT);
		return map();
	}

	@Override
	public Payload payload(Map<String, Object> options) {
		JsonToken token = nextOrEnd();
		if (token == null) {
			return Payload.EMPTY;
		}
		if (token == JsonToken.VALUE_NULL) {
			return encoded(null);
		}
		if (options.get("enc_algo") != null) {
			byte[] binary = this.format.binary(this.parser);
			if (binary != null) {
				return Payload.ofBinary(binary);
			}
			if (token != JsonToken.START_ARRAY) {
				throw violation("is " + Tokens.describe(token) + ", not a list or, as enc_algo says, binary");
			}
		}
		require(token, JsonToken.START_ARRAY);
		return encoded(element());
	}

	private Payload encoded(@Nullable Slice args) {
		if (args != null && !this.strict) {
			return tail(args, true);
		}
		JsonToken token = nextOrEnd();
		if (token == null || token == JsonToken.VALUE_NULL) {
			return (args != null) ? new SplitPayload(this.mapping, this.format, args, null) : Payload.EMPTY;
		}
		require(token, JsonToken.START_OBJECT);
		Slice kwargs = element();
		return this.strict ? new SplitPayload(this.mapping, this.format, args, kwargs) : tail(kwargs, false);
	}

	private Payload tail(Slice tail, boolean hasArgs) {
		this.ended = true;
		int left = (this.declared < 0) ? this.declared : this.declared - this.index;
		return new TailPayload(this.mapping, this.format, tail, hasArgs, left, this.defect);
	}

	/** The current element: checked up to its end, or open to the end of the message. */
	private Slice element() {
		int start = this.format.tokenStart(this.parser, this.message);
		Slice open = new Slice(this.message.bytes(), start, this.message.to());
		if (!this.strict) {
			return open;
		}
		this.format.skip(this.parser);
		return open.upTo(this.format.position(this.parser, this.message));
	}

	/** Checks that nothing follows. Surplus elements are ignored unless strict. */
	void end() {
		while (!this.ended) {
			JsonToken token = nextOrEnd();
			if (token != null && this.strict) {
				throw new ProtocolViolationException(this.name + " has more than " + this.index + " elements");
			}
			this.parser.skipChildren();
		}
	}

	private JsonToken next() {
		JsonToken token = nextOrEnd();
		if (token == null) {
			throw new ProtocolViolationException(this.name + " has only " + this.index + " elements");
		}
		return token;
	}

	/** The first token of the next element, {@code null} at the end of the message. */
	private @Nullable JsonToken nextOrEnd() {
		this.index++;
		if (this.ended) {
			return null;
		}
		JsonToken token = this.parser.nextToken();
		if (token == null) {
			throw violation("is missing: the message is cut off");
		}
		if (token != JsonToken.END_ARRAY) {
			return token;
		}
		this.ended = true;
		if (this.defect != null || this.parser.nextToken() != null) {
			throw new ProtocolViolationException(this.name + " is followed by more bytes");
		}
		return null;
	}

	private Map<String, Object> map() {
		Map<String, Object> map = new LinkedHashMap<>();
		String key;
		while ((key = this.parser.nextName()) != null) {
			if (!this.format.isTextName(this.parser, this.message)) {
				throw violation("has a key that is not a string");
			}
			putPlain(map, key, value(this.parser.nextToken()));
		}
		return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(map);
	}

	@SuppressWarnings("NullAway") // dictionaries are declared without null values
	private static void putPlain(Map<String, Object> map, String key, @Nullable Object value) {
		map.put(key, value);
	}

	private List<@Nullable Object> list() {
		List<@Nullable Object> list = new ArrayList<>();
		JsonToken token;
		while ((token = this.parser.nextToken()) != JsonToken.END_ARRAY) {
			list.add(value(token));
		}
		return list.isEmpty() ? List.of() : Collections.unmodifiableList(list);
	}

	private @Nullable Object value(@Nullable JsonToken token) {
		if (token == null) {
			throw violation("is cut off");
		}
		return switch (token) {
			case START_OBJECT -> map();
			case START_ARRAY -> list();
			case VALUE_STRING, VALUE_EMBEDDED_OBJECT -> textOrBinary();
			case VALUE_TRUE -> Boolean.TRUE;
			case VALUE_FALSE -> Boolean.FALSE;
			case VALUE_NUMBER_INT -> integer();
			case VALUE_NUMBER_FLOAT -> decimal();
			case VALUE_NULL -> null;
			default -> throw violation("is cut off");
		};
	}

	private Object textOrBinary() {
		byte[] binary = this.format.binary(this.parser);
		return (binary != null) ? binary : this.parser.getString();
	}

	private Number integer() {
		boolean big = this.parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER;
		return big ? this.parser.getBigIntegerValue() : Long.valueOf(this.parser.getLongValue());
	}

	private Number decimal() {
		boolean big = this.parser.getNumberTypeFP() == JsonParser.NumberTypeFP.BIG_DECIMAL;
		return big ? this.parser.getDecimalValue() : Double.valueOf(this.parser.getDoubleValue());
	}

	private void require(JsonToken token, JsonToken expected) {
		if (token != expected) {
			throw violation("is " + Tokens.describe(token) + ", not " + Tokens.describe(expected));
		}
	}

	private ProtocolViolationException violation(String what) {
		return new ProtocolViolationException("element " + this.index + " of " + this.name + " " + what);
	}

	@Override
	public void close() {
		this.parser.close();
	}

}
