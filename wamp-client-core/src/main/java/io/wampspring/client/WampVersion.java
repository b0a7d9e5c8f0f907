package io.wampspring.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * The version of this library.
 */
public final class WampVersion {

	private static final String VERSION = read();

	private WampVersion() {
	}

	/**
	 * Returns the version.
	 * @return the version, {@code 1.0.0} for instance
	 */
	public static String get() {
		return VERSION;
	}

	private static String read() {
		Properties properties = new Properties();
		try (InputStream in = WampVersion.class.getResourceAsStream("version.properties")) {
			properties.load(Objects.requireNonNull(in, "version.properties is missing in the jar"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return properties.getProperty("version", "unknown");
	}

}
