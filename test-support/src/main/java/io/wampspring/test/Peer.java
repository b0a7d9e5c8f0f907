package io.wampspring.test;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The foreign programs that tests talk to. Each is found by an environment variable that
 * {@code rig/rig-env.sh} exports.
 */
public enum Peer {

	/**
	 * Crossbar.io as a container; the variable names its image.
	 */
	CROSSBAR_CONTAINER("WAMP_RIG_CROSSBAR_IMAGE", "a Docker daemon and the image crossbario/crossbar"),

	/**
	 * Crossbar.io as a process; the variable names its command.
	 */
	CROSSBAR_PROCESS("WAMP_RIG_CROSSBAR", "Python 3.11 or newer"),

	/**
	 * AutobahnJS on Node.js; the variable names the directory of its packages.
	 */
	AUTOBAHN_JS("WAMP_RIG_AUTOBAHN_JS", "node and npm"),

	/**
	 * Autobahn|Python on asyncio; the variable names the interpreter that has it.
	 */
	AUTOBAHN_PYTHON("WAMP_RIG_AUTOBAHN_PYTHON", "Python 3.11 or newer"),

	/**
	 * Headless Chromium; the variable names its binary, {@code WAMP_RIG_CHROMEDRIVER} the
	 * driver.
	 */
	CHROMIUM("WAMP_RIG_CHROMIUM", "the packages chromium and chromium-driver");

	private final String variable;

	private final String need;

	Peer(String variable, String need) {
		this.variable = variable;
		this.need = need;
	}

	/**
	 * The name in reports, such as {@code crossbar-container}.
	 * @return the name
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Where the peer is: the value of its environment variable.
	 * @return an image, a command or a directory
	 * @throws IllegalStateException when it is missing on this machine
	 */
	public String location() {
		String location = locationOrNull();
		if (location == null) {
			throw new IllegalStateException(howToGet());
		}
		return location;
	}

	@Nullable String locationOrNull() {
		String location = System.getenv(this.variable);
		return (location == null || location.isBlank()) ? null : location;
	}

	/**
	 * One line that names the peer and says how to get it.
	 * @return the line
	 */
	String howToGet() {
		return "%s is missing: run eval \"$(rig/rig-env.sh)\" (it needs %s), or set %s".formatted(id(), this.need,
				this.variable);
	}

}
