package io.wampspring.codec;

import java.math.BigInteger;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.sym.ByteQuadsCanonicalizer;
import tools.jackson.dataformat.cbor.CBORParser;

/**
 * Jackson's parser, for which an integer is as large as its value, not as its header: an
 * untyped 5 is an {@code Integer} however many bytes a peer spends on it.
 */
final class CborParser extends CBORParser {

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

	/** Where the current token starts in its array, tags included. */
	int tokenStart() {
		return (int) this._tokenInputTotal;
	}

	/** Where the next token starts. */
	int position() {
		return this._inputPtr;
	}

}
