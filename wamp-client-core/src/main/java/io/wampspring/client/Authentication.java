package io.wampspring.client;

import java.util.Map;

/**
 * The answer to a {@link Challenge}. Its text form shows nothing of it.
 *
 * @param signature the proof
 * @param extra what the method adds, mostly empty
 */
public record Authentication(String signature, Map<String, Object> extra) {

	/**
	 * Answers without extra.
	 * @param signature the proof
	 */
	public Authentication(String signature) {
		this(signature, Map.of());
	}

	@Override
	public String toString() {
		return "Authentication[signature=***, extra=***]";
	}

}
