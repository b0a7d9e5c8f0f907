package io.wampspring.transport.spring;

/**
 * How much has been read from a client and not been processed. Its reading thread waits
 * when it is far ahead, so that the client is slowed down and memory is bounded.
 */
final class Backlog {

	/** What a waiting message costs beside its bytes. */
	private static final int OVERHEAD = 128;

	private final long limit;

	private long bytes;

	private boolean reading = true;

	private boolean waiting;

	private boolean open;

	/**
	 * Creates an empty one.
	 * @param limit beyond so many bytes nothing is read
	 */
	Backlog(long limit) {
		this.limit = limit;
	}

	/**
	 * A message was read. Waits until there is room and the router reads; one message has
	 * always room.
	 * @param size its size
	 * @throws InterruptedException if the thread is to end
	 */
	synchronized void add(int size) throws InterruptedException {
		this.waiting = true;
		try {
			while (!this.open && (!this.reading || isFull(size))) {
				wait();
			}
		}
		finally {
			this.waiting = false;
		}
		this.bytes += size + OVERHEAD;
	}

	/**
	 * A message was processed.
	 * @param size its size
	 */
	synchronized void remove(int size) {
		this.bytes -= size + OVERHEAD;
		notifyAll();
	}

	/**
	 * The router stops or goes on to read. Messages that were added before still reach
	 * it.
	 * @param on whether it reads
	 */
	synchronized void setReading(boolean on) {
		this.reading = on;
		notifyAll();
	}

	/** Whether the reading thread waits, so that it sees nothing of the client. */
	synchronized boolean isWaiting() {
		return this.waiting;
	}

	/** The link ends: nobody waits any more. */
	synchronized void open() {
		this.open = true;
		notifyAll();
	}

	private boolean isFull(int size) {
		return this.bytes > 0 && this.bytes + size + OVERHEAD > this.limit;
	}

}
