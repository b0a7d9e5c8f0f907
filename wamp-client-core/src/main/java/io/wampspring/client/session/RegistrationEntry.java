package io.wampspring.client.session;

import io.wampspring.options.RegisterOptions;

/**
 * One local registration that the router has confirmed.
 */
public final class RegistrationEntry {

	private final long id;

	private final String procedure;

	private final RegisterOptions options;

	private final InvocationTarget target;

	RegistrationEntry(long id, String procedure, RegisterOptions options, InvocationTarget target) {
		this.id = id;
		this.procedure = procedure;
		this.options = options;
		this.target = target;
	}

	/**
	 * Returns the id that the router gave; several entries of a shared registration have
	 * one.
	 * @return the id
	 */
	public long id() {
		return this.id;
	}

	/**
	 * Returns the procedure or pattern that was registered.
	 * @return the procedure
	 */
	public String procedure() {
		return this.procedure;
	}

	/**
	 * Returns the options of the REGISTER.
	 * @return the options
	 */
	public RegisterOptions options() {
		return this.options;
	}

	InvocationTarget target() {
		return this.target;
	}

}
