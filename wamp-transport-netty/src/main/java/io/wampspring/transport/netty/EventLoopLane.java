package io.wampspring.transport.netty;

import java.util.concurrent.RejectedExecutionException;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.wampspring.lane.Lane;

/**
 * A channel's event loop as the lane of its session. What comes after the event loop has
 * ended runs, still one at a time, where Netty tells of its end.
 */
final class EventLoopLane implements Lane {

	private final EventLoop eventLoop;

	EventLoopLane(EventLoop eventLoop) {
		this.eventLoop = eventLoop;
	}

	@Override
	public void execute(Runnable task) {
		try {
			this.eventLoop.execute(task);
		}
		catch (RejectedExecutionException ex) {
			this.eventLoop.terminationFuture().addListener((ended) -> task.run());
		}
	}

	@Override
	public boolean inLane() {
		return this.eventLoop.inEventLoop()
				|| (this.eventLoop.isTerminated() && GlobalEventExecutor.INSTANCE.inEventLoop());
	}

}
