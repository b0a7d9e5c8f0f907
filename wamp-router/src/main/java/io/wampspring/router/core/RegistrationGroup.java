package io.wampspring.router.core;

/**
 * The sessions that serve one procedure under one registration id: exactly one, since the
 * router has the policy {@code single} only.
 *
 * @param id the registration
 * @param procedure the procedure
 * @param callee the session that serves it
 */
record RegistrationGroup(long id, String procedure, Peer callee) {

	/** The session that gets the next call. */
	Peer pick() {
		return this.callee;
	}

}
