package io.wampspring.test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * A foreign program as a child process that is told lines and tells lines. Every wait is
 * bounded; the process and its descendants end with {@link #close()}, at the latest with
 * this JVM.
 */
public final class PeerProcess implements AutoCloseable {

	private static final Set<PeerProcess> RUNNING = ConcurrentHashMap.newKeySet();

	private static final int LOG_LINES = 200;

	private static final Duration GRACE = Duration.ofSeconds(5);

	static {
		Runtime.getRuntime()
			.addShutdownHook(new Thread(() -> RUNNING.forEach(PeerProcess::kill), "peer-processes-end"));
	}

	private final String name;

	private final Process process;

	private final Deque<String> lines = new ArrayDeque<>();

	private final Deque<String> log = new ArrayDeque<>();

	private boolean ended;

	private PeerProcess(String name, Process process) {
		this.name = name;
		this.process = process;
	}

	/**
	 * Starts a process. What it writes to its standard output are its lines; its standard
	 * error is kept as its log.
	 * @param name what to call it in messages
	 * @param builder command, directory and environment
	 * @return the running process
	 */
	public static PeerProcess start(String name, ProcessBuilder builder) {
		try {
			PeerProcess peer = new PeerProcess(name, builder.start());
			RUNNING.add(peer);
			peer.drain("out", peer.process.getInputStream(), peer::line, peer::end);
			peer.drain("err", peer.process.getErrorStream(), peer::logLine, () -> {
			});
			return peer;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(name + " does not start", ex);
		}
	}

	/**
	 * Writes a line to the standard input of the process.
	 * @param line the line, without its end
	 */
	public void send(String line) {
		try {
			Writer writer = this.process.outputWriter(StandardCharsets.UTF_8);
			writer.write(line + "\n");
			writer.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(describe("takes no more lines"), ex);
		}
	}

	/**
	 * Waits for a line and takes it; others stay for later waits.
	 * @param wanted which line
	 * @param patience how long to wait
	 * @return the line
	 * @throws AssertionError when it does not come in time, or the process ends before
	 */
	public String await(Predicate<String> wanted, Duration patience) {
		return read((line) -> wanted.test(line) ? line : null, patience);
	}

	/**
	 * Waits for the first line that a function reads something from and takes it; others
	 * stay for later waits.
	 * @param <T> what is read
	 * @param reader gives null for lines that are not wanted
	 * @param patience how long to wait
	 * @return what was read
	 * @throws AssertionError when it does not come in time, or the process ends before
	 */
	public <T> T read(Function<String, @Nullable T> reader, Duration patience) {
		long deadline = System.nanoTime() + patience.toNanos();
		synchronized (this.lines) {
			while (true) {
				T found = take(reader);
				if (found != null) {
					return found;
				}
				long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
				if (this.ended) {
					throw new AssertionError(describe("ended before it said what was expected"));
				}
				if (left <= 0) {
					throw new AssertionError(describe("did not say what was expected within " + patience));
				}
				pause(left);
			}
		}
	}

	private <T> @Nullable T take(Function<String, @Nullable T> reader) {
		for (Iterator<String> all = this.lines.iterator(); all.hasNext();) {
			T found = reader.apply(all.next());
			if (found != null) {
				all.remove();
				return found;
			}
		}
		return null;
	}

	private void pause(long milliseconds) {
		try {
			this.lines.wait(milliseconds);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted while waiting for " + this.name, ex);
		}
	}

	/**
	 * The process itself, to look at or to signal.
	 * @return its handle
	 */
	public ProcessHandle handle() {
		return this.process.toHandle();
	}

	/**
	 * The last lines that it wrote to its standard error.
	 * @return the lines
	 */
	public String log() {
		synchronized (this.log) {
			return String.join("\n", this.log);
		}
	}

	/**
	 * Kills the process and its descendants without warning.
	 */
	public void kill() {
		List<ProcessHandle> family = family();
		// The parent first: it cannot replace a child then.
		family.forEach(ProcessHandle::destroyForcibly);
		waitForEnd(GRACE);
		RUNNING.remove(this);
	}

	/**
	 * Asks the process to end; kills what is still there after a while.
	 */
	@Override
	public void close() {
		List<ProcessHandle> family = family();
		this.process.destroy();
		waitForEnd(GRACE);
		family.forEach(ProcessHandle::destroyForcibly);
		waitForEnd(GRACE);
		RUNNING.remove(this);
	}

	private List<ProcessHandle> family() {
		List<ProcessHandle> family = new ArrayList<>();
		family.add(this.process.toHandle());
		this.process.descendants().forEach(family::add);
		return family;
	}

	private void waitForEnd(Duration patience) {
		try {
			this.process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void drain(String stream, InputStream in, Consumer<String> each, Runnable end) {
		Thread thread = new Thread(() -> {
			try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
				reader.lines().forEach(each);
			}
			catch (IOException | UncheckedIOException ex) {
				logLine("reading its output failed: " + ex);
			}
			finally {
				end.run();
			}
		}, this.name + "-" + stream);
		thread.setDaemon(true);
		thread.start();
	}

	private void line(String line) {
		synchronized (this.lines) {
			this.lines.add(line);
			this.lines.notifyAll();
		}
	}

	private void end() {
		synchronized (this.lines) {
			this.ended = true;
			this.lines.notifyAll();
		}
	}

	private void logLine(String line) {
		synchronized (this.log) {
			if (this.log.size() == LOG_LINES) {
				this.log.removeFirst();
			}
			this.log.add(line);
		}
	}

	private String describe(String what) {
		List<String> unread;
		synchronized (this.lines) {
			unread = List.copyOf(this.lines);
		}
		return "%s %s%n  unread lines: %s%n  log: %s".formatted(this.name, what,
				unread.subList(Math.max(0, unread.size() - 20), unread.size()), log());
	}

}
