package io.wampspring.message;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One binary in place of arguments and keyword arguments: encrypted or passed through.
 * Nothing of it can be read here but the bytes.
 *
 * @param binary the bytes, not copied
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * advanced/payload_passthru_mode.md</a>
 */
public record BinaryPayload(byte[] binary) implements Payload {

	@Override
	public boolean isEmpty() {
		return false;
	}

	@Override
	public List<@Nullable Object> args() {
		throw unreadable();
	}

	@Override
	public Map<String, @Nullable Object> kwargs() {
		throw unreadable();
	}

	@Override
	public <T> @Nullable T arg(int index, Type type) {
		throw unreadable();
	}

	@Override
	public <T> @Nullable T kwarg(String name, Type type) {
		throw unreadable();
	}

	@Override
	public <T> @Nullable T as(Type type) {
		throw unreadable();
	}

	private static PayloadException unreadable() {
		return new PayloadException("the payload is one binary (enc_algo): decrypt it first", null);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof BinaryPayload that && Arrays.equals(this.binary, that.binary);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.binary);
	}

	@Override
	public String toString() {
		return "Payload[" + this.binary.length + " bytes]";
	}

}
