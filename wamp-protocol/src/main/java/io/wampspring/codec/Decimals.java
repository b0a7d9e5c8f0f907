package io.wampspring.codec;

import java.math.BigDecimal;
import java.math.MathContext;

import tools.jackson.core.io.NumberOutput;

/** Decimals that travel as what every peer understands. */
final class Decimals {

	private static final MathContext ONE_DIGIT = new MathContext(1);

	private Decimals() {
	}

	/**
	 * Whether the shortest text of the nearest double is the same number. Of the smallest
	 * doubles Java writes two digits, others one.
	 */
	static boolean isDouble(BigDecimal decimal) {
		double nearest = decimal.doubleValue();
		if (!Double.isFinite(nearest)) {
			return false;
		}
		BigDecimal shortest = of(nearest);
		return shortest.compareTo(decimal) == 0
				|| (decimal.precision() == 1 && shortest.round(ONE_DIGIT).compareTo(decimal) == 0);
	}

	/** The shortest decimal of a double: before JDK 19 its own text is longer. */
	static BigDecimal of(double number) {
		return new BigDecimal(NumberOutput.toString(number, true));
	}

}
