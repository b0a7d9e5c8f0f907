package io.wampspring.autoconfigure;

import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the JVM alive: all other threads of a client are daemons, and an application
 * without a web server would end although it serves procedures.
 */
final class KeepAliveThread {

	private @Nullable CountDownLatch end;

	synchronized void start() {
		if (this.end == null) {
			CountDownLatch end = new CountDownLatch(1);
			Thread thread = new Thread(() -> await(end), "wamp-keep-alive");
			thread.setDaemon(false);
			thread.start();
			this.end = end;
		}
	}

	synchronized void stop() {
		CountDownLatch end = this.end;
		if (end != null) {
			end.countDown();
			this.end = null;
		}
	}

	private static void await(CountDownLatch end) {
		try {
			end.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
