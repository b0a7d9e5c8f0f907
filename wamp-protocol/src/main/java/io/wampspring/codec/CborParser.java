package io.wampspring.codec;

import java.math.BigInteger;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.sym.ByteQuadsCanonicalizer;
import tools.jackson.dataformat.cbor.CBORParser;

/**
 * Jackson's parser, for which an integer is as large as its value, not as its header: an
 * untyped 5 is an {@code Integer} however many bytes a peer spends on it. The bytes of a
 * large number have no sign (RFC 8949, 3.4.3): Jackson takes their first bit for one.
 */
final class CborParser extends CBORParser {

	/** The tag of a large number that is not negative. */
	private static final int POSITIVE = 2;

	/** A digit has more. */
	private static final int BITS_PER_DIGIT = 3;

	CborParser(ObjectReadContext readContext, IOContext context, int streamFeatures, int formatFeatures,
			ByteQuadsCanonicalizer symbols, Slice slice) {
		super(readContext, context, streamFeatures, formatFeatures, symbols, null, slice.bytes(), slice.from(),
				slice.to(), false);
	}

	@Override
	public @Nullable NumberType getNumberType() {
		NumberType type = super.getNumberType();
		if (type == NumberType.LONG) {
			long value = super.getLongValue();
			return (value == (int) value) ? NumberType.INT : NumberType.LONG;
		}
		if (type == NumberType.BIG_INTEGER) {
			int bits = super.getBigIntegerValue().bitLength();
			return (bits < Integer.SIZE) ? NumberType.INT : (bits < Long.SIZE) ? NumberType.LONG : type;
		}
		return type;
	}

	@Override
	public Number getNumberValue() {
		Number value = super.getNumberValue();
		if (value instanceof BigInteger big && big.bitLength() < Long.SIZE) {
			value = big.longValue();
		}
		if (value instanceof Long number && number == number.intValue()) {
			return number.intValue();
		}
		return value;
	}

	@Override
	protected JsonToken _handleTaggedBinary(TagList tags) {
		boolean positive = tags.contains(POSITIVE);
		JsonToken token = super._handleTaggedBinary(tags);
		if (token == JsonToken.VALUE_NUMBER_INT) {
			BigInteger magnitude = new BigInteger(1, this._binaryValue);
			validateDigits(magnitude);
			this._numberBigInt = positive ? magnitude : magnitude.not();
		}
		return token;
	}

	/** In JSON it may have no more digits, hence not here; counted only when in doubt. */
	private void validateDigits(BigInteger magnitude) {
		if (magnitude.bitLength() > BITS_PER_DIGIT * (streamReadConstraints().getMaxNumberLength() - 1)) {
			streamReadConstraints().validateIntegerLength(magnitude.toString().length());
		}
	}

	@Override
	protected void convertNumberToInt() {
		if (isNaN()) {
			_reportOverflowInt();
		}
		super.convertNumberToInt();
	}

	@Override
	protected void convertNumberToLong() {
		if (isNaN()) {
			_reportOverflowLong();
		}
		super.convertNumberToLong();
	}

	@Override
	protected void convertNumberToBigDecimal() {
		if (getNumberType() == NumberType.DOUBLE && !isNaN()) {
			this._numberBigDecimal = Decimals.of(getDoubleValue());
			this._numTypesValid |= NR_BIGDECIMAL;
		}
		else {
			super.convertNumberToBigDecimal();
		}
	}

	/** Where the current token starts in its array, tags included. */
	int tokenStart() {
		return (int) this._tokenInputTotal;
	}

	/** Where the next token starts. */
	int position() {
		return this._inputPtr;
	}

}
