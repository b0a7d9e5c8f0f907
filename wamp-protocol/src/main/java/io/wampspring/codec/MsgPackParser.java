package io.wampspring.codec;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadCapability;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.Version;
import tools.jackson.core.base.ParserMinimalBase;
import tools.jackson.core.io.ContentReference;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.util.JacksonFeatureSet;
import tools.jackson.core.util.SimpleStreamReadContext;

/**
 * MessagePack as Jackson tokens, straight over an array. Strings and binaries are made
 * only when asked for; a length is believed only if that many bytes are there. What is
 * skipped is checked like what is read. A key may be an integer, which is then its text.
 */
final class MsgPackParser extends ParserMinimalBase {

	private static final JacksonFeatureSet<StreamReadCapability> CAPABILITIES = DEFAULT_READ_CAPABILITIES
		.with(StreamReadCapability.EXACT_FLOATS);

	private final byte[] in;

	private final int end;

	private int at;

	private int tokenStart;

	/**
	 * Values still to come in each open container; names and values both count in a map.
	 */
	private int[] remaining = new int[16];

	private int depth;

	private SimpleStreamReadContext context = SimpleStreamReadContext.createRootContext(null);

	private boolean skipping;

	private boolean textName;

	/** Where the bytes of the current string or binary are. */
	private int start;

	private int length;

	private @Nullable String text;

	private byte @Nullable [] binary;

	private NumberType numberType = NumberType.INT;

	private long integer;

	private double floating;

	MsgPackParser(ObjectReadContext readContext, IOContext context, Slice slice) {
		super(readContext, context, 0);
		this.in = slice.bytes();
		this.at = slice.from();
		this.end = slice.to();
		this.remaining[0] = Integer.MAX_VALUE;
	}

	@Override
	public JsonToken nextToken() {
		this.text = null;
		this.binary = null;
		this.tokenStart = this.at;
		if (this.remaining[this.depth] == 0) {
			return endContainer();
		}
		if (this.depth == 0 && this.at == this.end) {
			return _updateTokenToNull();
		}
		boolean name = this.context.inObject() && (this.remaining[this.depth] & 1) == 0;
		this.remaining[this.depth]--;
		JsonToken token = read(this.in[need(1)] & 0xFF);
		if (this.skipping && token == JsonToken.VALUE_STRING) {
			requireUtf8();
		}
		return _updateToken(name ? name(token) : token);
	}

	private JsonToken name(JsonToken token) {
		this.textName = token == JsonToken.VALUE_STRING;
		if (!this.textName && token != JsonToken.VALUE_NUMBER_INT) {
			throw new MalformedException("a key is neither a string nor an integer", this.tokenStart);
		}
		if (!this.skipping) {
			this.context.setCurrentName(this.textName ? text() : integerText());
		}
		return JsonToken.PROPERTY_NAME;
	}

	/** What is skipped is checked, UTF-8 included, but no string is made of it. */
	@Override
	public JsonParser skipChildren() {
		this.skipping = true;
		super.skipChildren();
		this.skipping = false;
		return this;
	}

	private JsonToken endContainer() {
		JsonToken token = this.context.inObject() ? JsonToken.END_OBJECT : JsonToken.END_ARRAY;
		this.context = this.context.clearAndGetParent();
		this.depth--;
		return _updateToken(token);
	}

	private JsonToken startContainer(JsonToken token, long values) {
		if (values > this.end - this.at) {
			throw new MalformedException("a list or dictionary promises more values than there are bytes",
					this.tokenStart);
		}
		boolean array = token == JsonToken.START_ARRAY;
		this.context = array ? this.context.createChildArrayContext(-1, -1)
				: this.context.createChildObjectContext(-1, -1);
		this.depth++;
		streamReadConstraints().validateNestingDepth(this.depth);
		if (this.depth == this.remaining.length) {
			this.remaining = Arrays.copyOf(this.remaining, this.depth * 2);
		}
		this.remaining[this.depth] = (int) values;
		return token;
	}

	private JsonToken read(int header) {
		if (header < 0x80 || header >= 0xE0) {
			return integer((byte) header);
		}
		if (header < 0x90) {
			return startContainer(JsonToken.START_OBJECT, 2L * (header & 0x0F));
		}
		if (header < 0xA0) {
			return startContainer(JsonToken.START_ARRAY, header & 0x0F);
		}
		if (header < 0xC0) {
			return bytes(JsonToken.VALUE_STRING, header & 0x1F);
		}
		return (header >= 0xCA && header < 0xD4) ? number(header) : other(header);
	}

	private JsonToken number(int header) {
		return switch (header) {
			case 0xCA -> floating(NumberType.FLOAT, Float.intBitsToFloat((int) unsigned(4)));
			case 0xCB -> floating(NumberType.DOUBLE, Double.longBitsToDouble(unsigned(8)));
			case 0xCC -> integer(unsigned(1));
			case 0xCD -> integer(unsigned(2));
			case 0xCE -> integer(unsigned(4));
			case 0xCF -> unsignedLong(unsigned(8));
			case 0xD0 -> integer((byte) unsigned(1));
			case 0xD1 -> integer((short) unsigned(2));
			case 0xD2 -> integer((int) unsigned(4));
			default -> integer(unsigned(8));
		};
	}

	private JsonToken other(int header) {
		return switch (header) {
			case 0xC0 -> JsonToken.VALUE_NULL;
			case 0xC2 -> JsonToken.VALUE_FALSE;
			case 0xC3 -> JsonToken.VALUE_TRUE;
			case 0xC4 -> bytes(JsonToken.VALUE_EMBEDDED_OBJECT, unsigned(1));
			case 0xC5 -> bytes(JsonToken.VALUE_EMBEDDED_OBJECT, unsigned(2));
			case 0xC6 -> bytes(JsonToken.VALUE_EMBEDDED_OBJECT, unsigned(4));
			case 0xD9 -> bytes(JsonToken.VALUE_STRING, unsigned(1));
			case 0xDA -> bytes(JsonToken.VALUE_STRING, unsigned(2));
			case 0xDB -> bytes(JsonToken.VALUE_STRING, unsigned(4));
			case 0xDC -> startContainer(JsonToken.START_ARRAY, unsigned(2));
			case 0xDD -> startContainer(JsonToken.START_ARRAY, unsigned(4));
			case 0xDE -> startContainer(JsonToken.START_OBJECT, 2 * unsigned(2));
			case 0xDF -> startContainer(JsonToken.START_OBJECT, 2 * unsigned(4));
			default ->
				throw new MalformedException("no type of WAMP: 0x" + Integer.toHexString(header), this.tokenStart);
		};
	}

	private int need(long bytes) {
		if (bytes > this.end - this.at) {
			throw new MalformedException("cut off", this.tokenStart);
		}
		int position = this.at;
		this.at += (int) bytes;
		return position;
	}

	private long unsigned(int bytes) {
		int position = need(bytes);
		return switch (bytes) {
			case 1 -> this.in[position] & 0xFFL;
			case 2 -> BigEndian.shortAt(this.in, position) & 0xFFFFL;
			case 4 -> BigEndian.intAt(this.in, position) & 0xFFFFFFFFL;
			default -> BigEndian.longAt(this.in, position);
		};
	}

	private JsonToken integer(long value) {
		this.numberType = ((int) value == value) ? NumberType.INT : NumberType.LONG;
		this.integer = value;
		return JsonToken.VALUE_NUMBER_INT;
	}

	private JsonToken unsignedLong(long value) {
		integer(value);
		if (value < 0) {
			this.numberType = NumberType.BIG_INTEGER;
		}
		return JsonToken.VALUE_NUMBER_INT;
	}

	private JsonToken floating(NumberType type, double value) {
		this.numberType = type;
		this.floating = value;
		return JsonToken.VALUE_NUMBER_FLOAT;
	}

	private JsonToken bytes(JsonToken token, long bytes) {
		this.start = need(bytes);
		this.length = (int) bytes;
		return token;
	}

	private String text() {
		String string = this.text;
		if (string == null) {
			streamReadConstraints().validateStringLength(this.length);
			string = new String(this.in, this.start, this.length, StandardCharsets.UTF_8);
			if (string.indexOf('\uFFFD') >= 0) { // repaired, or really sent
				requireUtf8();
			}
			this.text = string;
		}
		return string;
	}

	private String integerText() {
		return (this.numberType == NumberType.BIG_INTEGER) ? Long.toUnsignedString(this.integer)
				: Long.toString(this.integer);
	}

	private void requireUtf8() {
		streamReadConstraints().validateStringLength(this.length);
		if (!Utf8.isValid(this.in, this.start, this.start + this.length)) {
			throw new MalformedException("invalid UTF-8", this.tokenStart);
		}
	}

	boolean isTextName() {
		return this.textName;
	}

	@Override
	public @Nullable String getString() {
		JsonToken token = this._currToken;
		if (token == null) {
			return null;
		}
		return switch (token) {
			case VALUE_STRING -> text();
			case PROPERTY_NAME -> this.context.currentName();
			case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> getNumberValue().toString();
			default -> token.asString();
		};
	}

	@Override
	public char[] getStringCharacters() {
		String string = getString();
		return (string != null) ? string.toCharArray() : new char[0];
	}

	@Override
	public int getStringLength() {
		String string = getString();
		return (string != null) ? string.length() : 0;
	}

	@Override
	public int getStringOffset() {
		return 0;
	}

	@Override
	public boolean hasStringCharacters() {
		return false;
	}

	@Override
	public int getString(Writer writer) {
		try {
			String string = getString();
			writer.write((string != null) ? string : "");
			return (string != null) ? string.length() : 0;
		}
		catch (IOException ex) {
			throw _wrapIOFailure(ex);
		}
	}

	@Override
	public @Nullable Object getEmbeddedObject() {
		if (this._currToken != JsonToken.VALUE_EMBEDDED_OBJECT) {
			return null;
		}
		if (this.binary == null) {
			this.binary = Arrays.copyOfRange(this.in, this.start, this.start + this.length);
		}
		return this.binary;
	}

	@Override
	public byte[] getBinaryValue(Base64Variant variant) {
		if (this._currToken == JsonToken.VALUE_STRING) {
			return variant.decode(text());
		}
		if (getEmbeddedObject() instanceof byte[] bytes) {
			return bytes;
		}
		return _reportError("Not binary: " + this._currToken);
	}

	@Override
	public @Nullable NumberType getNumberType() {
		return (this._currToken != null && this._currToken.isNumeric()) ? this.numberType : null;
	}

	@Override
	public NumberTypeFP getNumberTypeFP() {
		return switch (this.numberType) {
			case FLOAT -> NumberTypeFP.FLOAT32;
			case DOUBLE -> NumberTypeFP.DOUBLE64;
			default -> NumberTypeFP.UNKNOWN;
		};
	}

	@Override
	public Number getNumberValue() {
		requireNumber();
		return switch (this.numberType) {
			case INT -> (int) this.integer;
			case LONG -> this.integer;
			case FLOAT -> (float) this.floating;
			case DOUBLE -> this.floating;
			default -> getBigIntegerValue();
		};
	}

	private boolean isInteger() {
		requireNumber();
		return this._currToken == JsonToken.VALUE_NUMBER_INT;
	}

	private void requireNumber() {
		if (this._currToken != JsonToken.VALUE_NUMBER_INT && this._currToken != JsonToken.VALUE_NUMBER_FLOAT) {
			throw _constructNotNumericType(this._currToken, 0);
		}
	}

	@Override
	public int getIntValue() {
		long value = getLongValue();
		if ((int) value != value) {
			_reportOverflowInt();
		}
		return (int) value;
	}

	@Override
	public long getLongValue() {
		if (isInteger()) {
			if (this.numberType == NumberType.BIG_INTEGER) {
				_reportOverflowLong();
			}
			return this.integer;
		}
		if (!(this.floating >= MIN_LONG_D && this.floating <= MAX_LONG_D)) {
			_reportOverflowLong();
		}
		return (long) this.floating;
	}

	@Override
	public BigInteger getBigIntegerValue() {
		if (!isInteger()) {
			return getDecimalValue().toBigInteger();
		}
		BigInteger value = BigInteger.valueOf(this.integer);
		return (this.numberType == NumberType.BIG_INTEGER) ? value.add(BigInteger.ONE.shiftLeft(64)) : value;
	}

	@Override
	public float getFloatValue() {
		return (float) getDoubleValue();
	}

	@Override
	public double getDoubleValue() {
		if (!isInteger()) {
			return this.floating;
		}
		return (this.numberType == NumberType.BIG_INTEGER) ? getBigIntegerValue().doubleValue() : this.integer;
	}

	@Override
	public BigDecimal getDecimalValue() {
		if (isInteger()) {
			return new BigDecimal(getBigIntegerValue());
		}
		return (this.numberType == NumberType.FLOAT) ? new BigDecimal(Float.toString((float) this.floating))
				: Decimals.of(this.floating);
	}

	@Override
	public boolean isNaN() {
		return this._currToken == JsonToken.VALUE_NUMBER_FLOAT && !Double.isFinite(this.floating);
	}

	@Override
	public String currentName() {
		boolean opening = this._currToken == JsonToken.START_OBJECT || this._currToken == JsonToken.START_ARRAY;
		SimpleStreamReadContext parent = this.context.getParent();
		return (opening && parent != null) ? parent.currentName() : this.context.currentName();
	}

	@Override
	public TokenStreamLocation currentTokenLocation() {
		return new TokenStreamLocation(ContentReference.unknown(), this.tokenStart, -1, -1, -1);
	}

	@Override
	public TokenStreamLocation currentLocation() {
		return new TokenStreamLocation(ContentReference.unknown(), this.at, -1, -1, -1);
	}

	int tokenStart() {
		return this.tokenStart;
	}

	int position() {
		return this.at;
	}

	@Override
	public TokenStreamContext streamReadContext() {
		return this.context;
	}

	@Override
	public Object currentValue() {
		return this.context.currentValue();
	}

	@Override
	public void assignCurrentValue(Object value) {
		this.context.assignCurrentValue(value);
	}

	@Override
	public JacksonFeatureSet<StreamReadCapability> streamReadCapabilities() {
		return CAPABILITIES;
	}

	@Override
	public Object streamReadInputSource() {
		return this.in;
	}

	@Override
	protected void _handleEOF() {
		throw new MalformedException("cut off", this.tokenStart);
	}

	@Override
	protected void _closeInput() {
	}

	@Override
	protected void _releaseBuffers() {
	}

	@Override
	public void close() {
		this._closed = true;
	}

	@Override
	public Version version() {
		return Version.unknownVersion();
	}

}
