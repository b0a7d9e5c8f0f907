package io.wampspring.transport.netty;

import java.util.concurrent.TimeUnit;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.NettyRuntime;
import io.netty.util.concurrent.DefaultThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * The threads that read and write: started for the first user, stopped after the last
 * one. A connector or acceptor is a user until it is closed, an open link until it is
 * gone. The threads are daemons named {@code wamp-io-…}.
 */
public final class NettyEventLoops {

	private static final String NAME = "wamp-io";

	private static final NettyEventLoops SHARED = new NettyEventLoops(NettyRuntime.availableProcessors());

	private final int threads;

	private @Nullable EventLoopGroup group;

	private int users;

	/**
	 * Creates event loops that are apart from the shared ones.
	 * @param threads how many
	 */
	public NettyEventLoops(int threads) {
		this.threads = threads;
	}

	/**
	 * Returns the event loops of this process, one for each processor.
	 * @return the shared event loops
	 */
	public static NettyEventLoops shared() {
		return SHARED;
	}

	/**
	 * Returns how many connectors, acceptors and links use the threads.
	 * @return the number; without users there are no threads
	 */
	public synchronized int users() {
		return this.users;
	}

	synchronized EventLoopGroup acquire() {
		EventLoopGroup running = this.group;
		if (running == null) {
			running = new MultiThreadIoEventLoopGroup(this.threads, new DefaultThreadFactory(NAME, true),
					NioIoHandler.newFactory());
			this.group = running;
		}
		this.users++;
		return running;
	}

	synchronized void release() {
		this.users--;
		EventLoopGroup running = this.group;
		if (this.users == 0 && running != null) {
			this.group = null;
			running.shutdownGracefully(0, 1, TimeUnit.SECONDS);
		}
	}

}
