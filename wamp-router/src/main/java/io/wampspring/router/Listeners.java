package io.wampspring.router;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The listeners of a router; any thread may add and remove.
 */
final class Listeners {

	private static final Logger logger = LoggerFactory.getLogger(Listeners.class);

	private final List<RouterListener> all = new CopyOnWriteArrayList<>();

	void add(RouterListener listener) {
		this.all.add(listener);
	}

	void remove(RouterListener listener) {
		this.all.remove(listener);
	}

	void forEach(Consumer<RouterListener> event) {
		for (RouterListener listener : this.all) {
			try {
				event.accept(listener);
			}
			catch (RuntimeException ex) {
				logger.error("A listener of the WAMP router failed: {}", listener, ex);
			}
		}
	}

}
