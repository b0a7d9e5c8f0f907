package io.wampspring.codec;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.dataformat.cbor.CBORGenerator;

/**
 * Jackson's generator, which writes a {@code BigInteger} or {@code BigDecimal} as an
 * ordinary number whenever one can hold it: many peers read the tags of large numbers as
 * something strange.
 */
final class CborGenerator extends CBORGenerator {

	CborGenerator(ObjectWriteContext writeContext, IOContext context, int streamFeatures, int formatFeatures,
			OutputStream out) {
		super(writeContext, context, streamFeatures, formatFeatures, out);
	}

	@Override
	public JsonGenerator writeNumber(@Nullable BigInteger value) {
		if (value == null || value.bitLength() > Long.SIZE) {
			return super.writeNumber(value);
		}
		if (value.bitLength() < Long.SIZE) {
			return writeNumber(value.longValue());
		}
		if (value.signum() < 0) {
			return super.writeNumber(value);
		}
		writeNumberUnsigned(value.longValue());
		return this;
	}

	@Override
	public JsonGenerator writeNumber(@Nullable BigDecimal value) {
		if (value == null || !Decimals.isDouble(value)) {
			return super.writeNumber(value);
		}
		return writeNumber(value.doubleValue());
	}

}
