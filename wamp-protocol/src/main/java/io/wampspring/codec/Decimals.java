package io.wampspring.codec;

import java.math.BigDecimal;

/** Decimals that travel as what every peer understands. */
final class Decimals {

	private Decimals() {
	}

	/** Whether the shortest text of the nearest double is the same number. */
	static boolean isDouble(BigDecimal decimal) {
		double nearest = decimal.doubleValue();
		return Double.isFinite(nearest) && BigDecimal.valueOf(nearest).compareTo(decimal) == 0;
	}

}
