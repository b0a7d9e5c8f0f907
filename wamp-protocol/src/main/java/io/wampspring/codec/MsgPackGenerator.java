package io.wampspring.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteCapability;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.Version;
import tools.jackson.core.base.GeneratorBase;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.util.JacksonFeatureSet;
import tools.jackson.core.util.SimpleStreamWriteContext;

/**
 * Jackson's writing calls as MessagePack, straight into a {@link ByteSink}. Every header
 * is the shortest one: a container gets the header of the size that its writer expects,
 * and its body is moved when it ends with another one.
 */
final class MsgPackGenerator extends GeneratorBase {

	private final ByteSink out;

	private SimpleStreamWriteContext context = SimpleStreamWriteContext.createRootContext(null);

	/** Where the header of each open container is, and how many bytes are kept for it. */
	private int[] headers = new int[16];

	private int[] reserved = new int[16];

	private int depth;

	MsgPackGenerator(ObjectWriteContext writeContext, IOContext context, ByteSink out) {
		super(writeContext, context, 0);
		this.out = out;
	}

	@Override
	public JsonGenerator writeStartArray() {
		return writeStartArray(null, 0);
	}

	@Override
	public JsonGenerator writeStartArray(@Nullable Object value) {
		return writeStartArray(value, 0);
	}

	@Override
	public JsonGenerator writeStartArray(@Nullable Object value, int size) {
		open(size);
		this.context = this.context.createChildArrayContext(value);
		return this;
	}

	@Override
	public JsonGenerator writeEndArray() {
		if (!this.context.inArray()) {
			_reportError("Not in an array but in " + this.context.typeDesc());
		}
		return close(this.context.getEntryCount(), 0x90, 0xDC);
	}

	@Override
	public JsonGenerator writeStartObject() {
		return writeStartObject(null, 0);
	}

	@Override
	public JsonGenerator writeStartObject(@Nullable Object value) {
		return writeStartObject(value, 0);
	}

	@Override
	public JsonGenerator writeStartObject(@Nullable Object value, int size) {
		open(size);
		this.context = this.context.createChildObjectContext(value);
		return this;
	}

	@Override
	public JsonGenerator writeEndObject() {
		if (!this.context.inObject()) {
			_reportError("Not in an object but in " + this.context.typeDesc());
		}
		return close(this.context.getEntryCount(), 0x80, 0xDE);
	}

	private void open(int expected) {
		_verifyValueWrite("start a container");
		if (++this.depth == this.headers.length) {
			this.headers = Arrays.copyOf(this.headers, this.depth * 2);
			this.reserved = Arrays.copyOf(this.reserved, this.depth * 2);
		}
		streamWriteConstraints().validateNestingDepth(this.depth);
		this.headers[this.depth] = this.out.size;
		this.reserved[this.depth] = headerLength(expected);
		this.out.skip(this.reserved[this.depth]);
	}

	private static int headerLength(int count) {
		return (count < 16) ? 1 : (count < 0x10000) ? 3 : 5;
	}

	private JsonGenerator close(int count, int shortTag, int longTag) {
		int header = this.headers[this.depth];
		int length = headerLength(count);
		if (length != this.reserved[this.depth]) {
			this.out.move(header + this.reserved[this.depth], header + length);
		}
		this.depth--;
		this.context = this.context.getParent();
		switch (length) {
			case 1 -> this.out.bytes[header] = (byte) (shortTag | count);
			case 3 -> {
				this.out.bytes[header] = (byte) longTag;
				BigEndian.putShort(this.out.bytes, header + 1, count);
			}
			default -> {
				this.out.bytes[header] = (byte) (longTag + 1);
				BigEndian.putInt(this.out.bytes, header + 1, count);
			}
		}
		return this;
	}

	@Override
	public JsonGenerator writeName(String name) {
		if (!this.context.writeName(name)) {
			_reportError("A name is not expected here");
		}
		string(name);
		return this;
	}

	@Override
	public JsonGenerator writePropertyId(long id) {
		return writeName(Long.toString(id));
	}

	@Override
	public JsonGenerator writeString(@Nullable String text) {
		if (text == null) {
			return writeNull();
		}
		_verifyValueWrite(WRITE_STRING);
		string(text);
		return this;
	}

	private void string(String text) {
		int length = Utf8.length(text);
		if (length < 0) {
			_reportError("half a surrogate pair is no character");
		}
		writeStringHeader(this.out, length);
		this.out.ensure(length);
		Utf8.write(text, this.out.bytes, this.out.size);
		this.out.size += length;
	}

	static void writeStringHeader(ByteSink out, int length) {
		if (length < 32) {
			out.write(0xA0 | length);
		}
		else {
			writeSized(out, 0xD9, length);
		}
	}

	/** Writes a tag of three (8, 16, 32 bits of length). */
	private static void writeSized(ByteSink out, int tag, int length) {
		if (length < 0x100) {
			out.writeTagged(tag, 1, length);
		}
		else if (length < 0x10000) {
			out.writeTagged(tag + 1, 2, length);
		}
		else {
			out.writeTagged(tag + 2, 4, length);
		}
	}

	/** Writes an integer that is not negative. */
	static void writeUnsigned(ByteSink out, long value) {
		if (value < 0x80) {
			out.write((int) value);
			return;
		}
		int bytes = (value < 0x100) ? 1 : (value < 0x10000) ? 2 : (value < 0x100000000L) ? 4 : 8;
		out.writeTagged(0xCC + Integer.numberOfTrailingZeros(bytes), bytes, value);
	}

	@Override
	public JsonGenerator writeString(char[] text, int offset, int length) {
		return writeString(new String(text, offset, length));
	}

	@Override
	public JsonGenerator writeRawUTF8String(byte[] text, int offset, int length) {
		return writeUTF8String(text, offset, length);
	}

	@Override
	public JsonGenerator writeUTF8String(byte[] text, int offset, int length) {
		_verifyValueWrite(WRITE_STRING);
		writeStringHeader(this.out, length);
		this.out.write(text, offset, length);
		return this;
	}

	@Override
	public JsonGenerator writeBinary(Base64Variant variant, byte[] data, int offset, int length) {
		_verifyValueWrite(WRITE_BINARY);
		writeSized(this.out, 0xC4, length);
		this.out.write(data, offset, length);
		return this;
	}

	@Override
	public JsonGenerator writeNumber(short value) {
		return writeNumber((long) value);
	}

	@Override
	public JsonGenerator writeNumber(int value) {
		return writeNumber((long) value);
	}

	@Override
	public JsonGenerator writeNumber(long value) {
		_verifyValueWrite(WRITE_NUMBER);
		if (value >= 0) {
			writeUnsigned(this.out, value);
		}
		else if (value >= -32) {
			this.out.write((int) value);
		}
		else {
			int bytes = (value == (byte) value) ? 1 : (value == (short) value) ? 2 : (value == (int) value) ? 4 : 8;
			this.out.writeTagged(0xD0 + Integer.numberOfTrailingZeros(bytes), bytes, value);
		}
		return this;
	}

	/**
	 * MessagePack ends at 64 bits; beyond them a number travels as its decimal text,
	 * which databind reads back.
	 */
	@Override
	public JsonGenerator writeNumber(@Nullable BigInteger value) {
		if (value == null) {
			return writeNull();
		}
		if (value.bitLength() < 64) {
			return writeNumber(value.longValue());
		}
		if (value.signum() < 0 || value.bitLength() > 64) {
			return writeString(value.toString());
		}
		_verifyValueWrite(WRITE_NUMBER);
		this.out.writeTagged(0xCF, 8, value.longValue());
		return this;
	}

	@Override
	public JsonGenerator writeNumber(double value) {
		_verifyValueWrite(WRITE_NUMBER);
		this.out.writeTagged(0xCB, 8, Double.doubleToRawLongBits(value));
		return this;
	}

	@Override
	public JsonGenerator writeNumber(float value) {
		_verifyValueWrite(WRITE_NUMBER);
		this.out.writeTagged(0xCA, 4, Float.floatToRawIntBits(value));
		return this;
	}

	@Override
	public JsonGenerator writeNumber(@Nullable BigDecimal value) {
		if (value == null) {
			return writeNull();
		}
		return Decimals.isDouble(value) ? writeNumber(value.doubleValue()) : writeString(value.toString());
	}

	@Override
	public JsonGenerator writeNumber(String encoded) {
		return writeNumber(new BigDecimal(encoded));
	}

	@Override
	public JsonGenerator writeBoolean(boolean value) {
		_verifyValueWrite(WRITE_BOOLEAN);
		this.out.write(value ? 0xC3 : 0xC2);
		return this;
	}

	@Override
	public JsonGenerator writeNull() {
		_verifyValueWrite(WRITE_NULL);
		this.out.write(0xC0);
		return this;
	}

	@Override
	protected void _verifyValueWrite(String what) {
		if (!this.context.writeValue()) {
			_reportError("Cannot " + what + ", a name is expected");
		}
	}

	@Override
	public JsonGenerator writeRaw(String text) {
		throw _constructWriteException("MessagePack has no raw text");
	}

	@Override
	public JsonGenerator writeRaw(String text, int offset, int length) {
		return writeRaw(text);
	}

	@Override
	public JsonGenerator writeRaw(char[] text, int offset, int length) {
		return writeRaw("");
	}

	@Override
	public JsonGenerator writeRaw(char c) {
		return writeRaw("");
	}

	@Override
	public TokenStreamContext streamWriteContext() {
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
	public JacksonFeatureSet<StreamWriteCapability> streamWriteCapabilities() {
		return DEFAULT_BINARY_WRITE_CAPABILITIES;
	}

	@Override
	public Object streamWriteOutputTarget() {
		return this.out;
	}

	@Override
	public int streamWriteOutputBuffered() {
		return 0;
	}

	@Override
	public void flush() {
	}

	@Override
	public void close() {
		this._closed = true;
	}

	@Override
	protected void _closeInput() {
	}

	@Override
	protected void _releaseBuffers() {
	}

	@Override
	public Version version() {
		return Version.unknownVersion();
	}

}
