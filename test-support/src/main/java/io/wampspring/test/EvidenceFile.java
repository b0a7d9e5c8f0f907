package io.wampspring.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A table that the test runs of one build fill one after the other or at once. It opens
 * with a comment that names the build: rows of an earlier build are dropped.
 */
final class EvidenceFile {

	private final Path path;

	private final @Nullable String build;

	EvidenceFile(Path path, @Nullable String build) {
		this.path = path;
		this.build = build;
	}

	void begin(List<String> heading) {
		try {
			Files.createDirectories(this.path.toAbsolutePath().getParent());
			try (FileChannel channel = FileChannel.open(this.path, StandardOpenOption.CREATE, StandardOpenOption.READ,
					StandardOpenOption.WRITE); var lock = channel.lock()) {
				String mark = "# build " + this.build;
				if (channel.size() == 0 || (this.build != null && !firstLine().equals(mark))) {
					channel.truncate(0);
					channel.write(StandardCharsets.UTF_8.encode(mark + "\n" + line(heading)));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String firstLine() throws IOException {
		try (var lines = Files.lines(this.path)) {
			return lines.findFirst().orElse("");
		}
	}

	void append(List<String> row) {
		// One write in append mode: rows of several JVMs do not mix.
		try (FileChannel channel = FileChannel.open(this.path, StandardOpenOption.APPEND)) {
			ByteBuffer bytes = StandardCharsets.UTF_8.encode(line(row));
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String line(List<String> cells) {
		return cells.stream()
			.map((cell) -> cell.replaceAll("[\\t\\r\\n]+", " "))
			.collect(Collectors.joining("\t", "", "\n"));
	}

}
