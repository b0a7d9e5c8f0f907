package io.wampspring.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.SerializableString;
import tools.jackson.core.TreeNode;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamWriteException;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.type.ResolvedType;
import tools.jackson.core.type.TypeReference;
import tools.jackson.core.util.JsonGeneratorDelegate;
import tools.jackson.core.util.JsonParserDelegate;

/**
 * WAMP's bytes in JSON: a string of U+0000 and Base64. Done on tokens, so that a
 * {@code byte[]}, an {@code Object}, a tree and every serializer of the application see
 * binary in JSON exactly as they see it in CBOR, and the application's mapper stays
 * untouched. What follows U+0000 and is not Base64 stays a string.
 */
final class BinaryInJson {

	private BinaryInJson() {
	}

	/** The bytes of a string, {@code null} if it is only a string. */
	static byte @Nullable [] decode(String string) {
		return (string.isEmpty() || string.charAt(0) != 0) ? null : decodeBase64(string.substring(1));
	}

	static byte @Nullable [] decodeBase64(String base64) {
		try {
			return Base64.getDecoder().decode(base64);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	static String encode(byte[] bytes) {
		return '\0' + Base64.getEncoder().encodeToString(bytes);
	}

	/** Shows binary strings as embedded objects. */
	static final class Parser extends JsonParserDelegate {

		private byte @Nullable [] binary;

		Parser(JsonParser json) {
			super(json);
		}

		@Override
		public @Nullable JsonToken nextToken() {
			return look(this.delegate.nextToken());
		}

		@Override
		public @Nullable JsonToken nextValue() {
			return look(this.delegate.nextValue());
		}

		@Override
		public @Nullable String nextName() {
			String name = this.delegate.nextName();
			look(this.delegate.currentToken());
			return name;
		}

		@Override
		public boolean nextName(SerializableString expected) {
			boolean matches = this.delegate.nextName(expected);
			look(this.delegate.currentToken());
			return matches;
		}

		@Override
		public int nextNameMatch(PropertyNameMatcher matcher) {
			int match = this.delegate.nextNameMatch(matcher);
			look(this.delegate.currentToken());
			return match;
		}

		private @Nullable JsonToken look(@Nullable JsonToken token) {
			this.binary = null;
			if (token != JsonToken.VALUE_STRING) {
				return token;
			}
			char[] chars = this.delegate.getStringCharacters();
			int start = this.delegate.getStringOffset();
			int length = this.delegate.getStringLength();
			if (length == 0 || chars[start] != 0) {
				return token;
			}
			this.binary = decode(new String(chars, start, length));
			return (this.binary != null) ? JsonToken.VALUE_EMBEDDED_OBJECT : token;
		}

		private byte @Nullable [] currentBinary() {
			return (this.delegate.currentToken() == JsonToken.VALUE_STRING) ? this.binary : null;
		}

		@Override
		public @Nullable JsonToken currentToken() {
			return (currentBinary() != null) ? JsonToken.VALUE_EMBEDDED_OBJECT : this.delegate.currentToken();
		}

		@Override
		public int currentTokenId() {
			return (currentBinary() != null) ? JsonToken.VALUE_EMBEDDED_OBJECT.id() : this.delegate.currentTokenId();
		}

		@Override
		public boolean hasToken(JsonToken token) {
			return currentToken() == token;
		}

		@Override
		public boolean hasTokenId(int id) {
			return currentTokenId() == id;
		}

		@Override
		public @Nullable Object getEmbeddedObject() {
			byte[] bytes = currentBinary();
			return (bytes != null) ? bytes : this.delegate.getEmbeddedObject();
		}

		@Override
		public byte[] getBinaryValue(Base64Variant variant) {
			byte[] bytes = currentBinary();
			return (bytes != null) ? bytes : this.delegate.getBinaryValue(variant);
		}

		@Override
		public int readBinaryValue(Base64Variant variant, OutputStream out) {
			byte[] bytes = getBinaryValue(variant);
			try {
				out.write(bytes);
				return bytes.length;
			}
			catch (IOException ex) {
				throw JacksonIOException.construct(ex, this);
			}
		}

		@Override
		public @Nullable String getValueAsString(@Nullable String fallback) {
			return (currentBinary() != null) ? fallback : this.delegate.getValueAsString(fallback);
		}

		@Override
		public @Nullable String getValueAsString() {
			return getValueAsString(null);
		}

		@Override
		public <T> T readValueAs(Class<T> type) {
			return objectReadContext().readValue(this, type);
		}

		@Override
		public <T> T readValueAs(TypeReference<T> type) {
			return objectReadContext().readValue(this, type);
		}

		@Override
		public <T> T readValueAs(ResolvedType type) {
			return objectReadContext().readValue(this, type);
		}

		@Override
		public <T extends TreeNode> T readValueAsTree() {
			return objectReadContext().readTree(this);
		}

	}

	/**
	 * Writes binary as strings, and refuses strings that would be binary or hold half of
	 * a character, which Jackson would write as an escape.
	 */
	static final class Generator extends JsonGeneratorDelegate {

		Generator(JsonGenerator json) {
			super(json, false);
		}

		@Override
		public JsonGenerator writeName(String name) {
			requireCharacters(name);
			return super.writeName(name);
		}

		@Override
		public JsonGenerator writeString(@Nullable String text) {
			if (text != null) {
				requireText(text);
			}
			return super.writeString(text);
		}

		@Override
		public JsonGenerator writeString(char[] text, int offset, int length) {
			requireText(CharBuffer.wrap(text, offset, length));
			return super.writeString(text, offset, length);
		}

		@Override
		public JsonGenerator writeString(SerializableString text) {
			requireText(text.getValue());
			return super.writeString(text);
		}

		private void requireText(CharSequence text) {
			if (!text.isEmpty() && text.charAt(0) == 0) {
				throw new StreamWriteException(this, "a string that begins with U+0000 is binary in JSON");
			}
			requireCharacters(text);
		}

		private void requireCharacters(CharSequence text) {
			if (Utf8.length(text) < 0) {
				throw new StreamWriteException(this, "half a surrogate pair is no character");
			}
		}

		@Override
		public JsonGenerator writeBinary(Base64Variant variant, byte[] data, int offset, int length) {
			boolean whole = offset == 0 && length == data.length;
			this.delegate.writeString(encode(whole ? data : Arrays.copyOfRange(data, offset, offset + length)));
			return this;
		}

	}

}
