package io.wampspring.client;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Runs the replies of a call on the thread that waits for its end: the executor of the
 * application may have no other thread.
 */
final class WaitingThread implements Executor {

	private final BlockingQueue<Runnable> replies = new LinkedBlockingQueue<>();

	@Override
	public void execute(Runnable reply) {
		this.replies.add(reply);
	}

	/**
	 * Runs what comes. Called by the thread that waits.
	 * @param end is done by one of the replies
	 * @throws InterruptedException if the thread is interrupted
	 */
	void runUntil(Future<?> end) throws InterruptedException {
		while (!end.isDone()) {
			this.replies.take().run();
		}
	}

}
