package io.wampspring.transport.netty;

import io.netty.util.LeakPresenceDetector;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails every test class after which a buffer is still in use. */
public final class LeakCheck implements AfterAllCallback {

	@Override
	public void afterAll(ExtensionContext context) {
		LeakPresenceDetector.check();
	}

}
