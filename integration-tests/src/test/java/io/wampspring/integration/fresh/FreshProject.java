package io.wampspring.integration.fresh;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A Maven project outside of this build, which finds our artifacts in a repository of
 * files. Nothing is installed, nothing is downloaded.
 */
final class FreshProject {

	private static final String VERSION = "0.1.0-SNAPSHOT";

	private static final List<String> MODULES = List.of("wamp-protocol", "wamp-transport-netty", "wamp-client-core",
			"wamp-spring", "wamp-spring-autoconfigure", "wamp-spring-boot-starter");

	private final Path root;

	private final Path directory;

	private FreshProject(Path root, Path directory) {
		this.root = root;
		this.directory = directory;
	}

	static FreshProject lay(Map<String, String> values) throws IOException {
		Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
		Path directory = module.resolve("target").resolve("fresh");
		FileSystemUtils.deleteRecursively(directory);
		FreshProject project = new FreshProject(module.getParent(), directory);
		project.layRepository();
		project.write("pom.xml", "project/pom.xml", Map.of());
		project.write("FreshApplication.java", "project/src/main/java/com/fresh/FreshApplication.java", Map.of());
		project.write("application.yml", "project/src/main/resources/application.yml", values);
		project.write("settings.xml", "settings.xml", Map.of("made", directory.resolve("repository").toUri().toString(),
				"downloaded", Path.of(System.getProperty("wamp.build.repository")).toUri().toString()));
		return project;
	}

	private void layRepository() throws IOException {
		copy(this.root.resolve("pom.xml"), "wamp-spring-parent", "pom");
		for (String module : MODULES) {
			Path from = this.root.resolve(module);
			copy(from.resolve("pom.xml"), module, "pom");
			copy(from.resolve("target").resolve(module + "-" + VERSION + ".jar"), module, "jar");
		}
	}

	private void copy(Path from, String artifact, String extension) throws IOException {
		Path to = this.directory.resolve("repository/io/wampspring")
			.resolve(artifact)
			.resolve(VERSION)
			.resolve(artifact + "-" + VERSION + "." + extension);
		Files.createDirectories(to.getParent());
		Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
	}

	private void write(String resource, String to, Map<String, String> values) throws IOException {
		String text;
		try (InputStream in = FreshProject.class.getResourceAsStream("/fresh-application/" + resource)) {
			text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		for (Map.Entry<String, String> value : values.entrySet()) {
			text = text.replace("@" + value.getKey() + "@", value.getValue());
		}
		Path target = this.directory.resolve(to);
		Files.createDirectories(target.getParent());
		Files.writeString(target, text);
	}

	/** Builds it with the Maven that runs this build. */
	Path build() throws IOException, InterruptedException {
		Path log = this.directory.resolve("build.log");
		ProcessBuilder maven = new ProcessBuilder(
				Path.of(System.getProperty("wamp.build.maven"), "bin", "mvn").toString(), "-B", "-ntp", "-s",
				this.directory.resolve("settings.xml").toString(),
				"-Dmaven.repo.local=" + this.directory.resolve("local"), "-DskipTests", "package")
			.directory(this.directory.resolve("project").toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile());
		maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
		Process process = maven.start();
		boolean ended = process.waitFor(3, TimeUnit.MINUTES);
		if (!ended) {
			process.destroyForcibly();
		}
		assertThat(ended && process.exitValue() == 0).as(() -> read(log)).isTrue();
		return this.directory.resolve("project/target/fresh-application-1.jar");
	}

	private static String read(Path log) {
		try {
			return Files.readString(log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<String> libraries(Path jar) throws IOException {
		try (JarFile file = new JarFile(jar.toFile())) {
			return file.stream()
				.map(ZipEntry::getName)
				.filter((name) -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
				.map((name) -> name.substring("BOOT-INF/lib/".length()))
				.toList();
		}
	}

}
