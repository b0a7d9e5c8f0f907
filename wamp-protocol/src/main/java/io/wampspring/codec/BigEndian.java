package io.wampspring.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Big-endian numbers in arrays. */
final class BigEndian {

	private static final VarHandle SHORT = view(short[].class);

	private static final VarHandle INT = view(int[].class);

	private static final VarHandle LONG = view(long[].class);

	private BigEndian() {
	}

	private static VarHandle view(Class<?> type) {
		return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.BIG_ENDIAN);
	}

	static short shortAt(byte[] in, int at) {
		return (short) SHORT.get(in, at);
	}

	static int intAt(byte[] in, int at) {
		return (int) INT.get(in, at);
	}

	static long longAt(byte[] in, int at) {
		return (long) LONG.get(in, at);
	}

	static void putShort(byte[] out, int at, int value) {
		SHORT.set(out, at, (short) value);
	}

	static void putInt(byte[] out, int at, int value) {
		INT.set(out, at, value);
	}

	static void putLong(byte[] out, int at, long value) {
		LONG.set(out, at, value);
	}

}
