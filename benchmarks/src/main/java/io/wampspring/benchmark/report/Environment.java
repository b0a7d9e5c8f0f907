package io.wampspring.benchmark.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * On what a measurement was made.
 *
 * @param date the day
 * @param revision the revision of the sources
 * @param cpu the processor
 * @param cores how many processors the JVM saw
 * @param memoryGiB the memory of the machine
 * @param os the operating system
 * @param load how many threads of others ran or waited before the measurement, on average
 * over a minute
 * @param jdk the Java runtime
 * @param libraries the jars on the class path
 */
public record Environment(String date, String revision, String cpu, int cores, long memoryGiB, String os, double load,
		String jdk, List<String> libraries) {

	private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

	static Environment current(String revision) {
		OperatingSystemMXBean os = ManagementFactory.getOperatingSystemMXBean();
		return new Environment(LocalDate.now(ZoneOffset.UTC).toString(), revision, cpu(os.getArch()),
				os.getAvailableProcessors(), memory(os), os.getName() + " " + os.getVersion() + " " + os.getArch(),
				Math.round(os.getSystemLoadAverage() * 10) / 10.0,
				System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"), jars());
	}

	private static String cpu(String otherwise) {
		if (!Files.isReadable(CPU_INFO)) {
			return otherwise;
		}
		try (Stream<String> lines = Files.lines(CPU_INFO)) {
			return lines.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
				.map((line) -> line.substring(line.indexOf(':') + 1).strip())
				.findFirst()
				.orElse(otherwise);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static long memory(OperatingSystemMXBean os) {
		return (os instanceof com.sun.management.OperatingSystemMXBean machine)
				? Math.round(machine.getTotalMemorySize() / (double) (1 << 30)) : -1;
	}

	private static List<String> jars() {
		return Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
			.filter((entry) -> entry.endsWith(".jar"))
			.map((entry) -> Path.of(entry).getFileName().toString())
			.map((jar) -> jar.substring(0, jar.length() - ".jar".length()))
			.sorted()
			.toList();
	}

}
