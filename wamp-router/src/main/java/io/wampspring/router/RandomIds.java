package io.wampspring.router;

import java.util.concurrent.ThreadLocalRandom;

import io.wampspring.router.core.Ids;

/**
 * Ids as the protocol wants them in its global scope: uniformly distributed. They are no
 * secrets.
 */
final class RandomIds implements Ids {

	private static final long MAX_ID = 1L << 53;

	@Override
	public long next() {
		return ThreadLocalRandom.current().nextLong(1, MAX_ID + 1);
	}

}
