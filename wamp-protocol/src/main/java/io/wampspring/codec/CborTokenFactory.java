package io.wampspring.codec;

import java.io.OutputStream;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.dataformat.cbor.CBORFactory;
import tools.jackson.dataformat.cbor.CBORFactoryBuilder;
import tools.jackson.dataformat.cbor.CBORParser;

/** Makes our parsers and generators of CBOR. */
final class CborTokenFactory extends CBORFactory {

	private static final long serialVersionUID = 1L;

	CborTokenFactory(CBORFactoryBuilder builder) {
		super(builder);
	}

	@Override
	protected CBORParser _createParser(ObjectReadContext readContext, IOContext context, byte[] data, int offset,
			int length) {
		return new CborParser(readContext, context, readContext.getStreamReadFeatures(this._streamReadFeatures),
				readContext.getFormatReadFeatures(this._formatReadFeatures),
				this._byteSymbolCanonicalizer.makeChildOrPlaceholder(this._factoryFeatures),
				new Slice(data, offset, offset + length));
	}

	@Override
	protected JsonGenerator _createGenerator(ObjectWriteContext writeContext, IOContext context, OutputStream out) {
		return new CborGenerator(writeContext, context, writeContext.getStreamWriteFeatures(this._streamWriteFeatures),
				writeContext.getFormatWriteFeatures(this._formatWriteFeatures), out);
	}

}
