package io.wampspring.transport.netty;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Ends TLS before a plain port, with a certificate that signs itself. */
final class TlsFront implements AutoCloseable {

	private static final String PASSWORD = "changeit";

	private final KeyStore store;

	private final SSLServerSocket listening;

	private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

	/**
	 * Starts.
	 * @param directory for the key store
	 * @param name the subject alternative name, {@code dns:localhost} for instance
	 * @param target the plain port
	 */
	TlsFront(Path directory, String name, int target) throws Exception {
		this.store = selfSigned(directory.resolve("front.p12"), name);
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(this.store, PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		this.listening = (SSLServerSocket) context.getServerSocketFactory()
			.createServerSocket(0, 10, InetAddress.getLoopbackAddress());
		run(() -> accept(target));
	}

	int port() {
		return this.listening.getLocalPort();
	}

	/** Trusts the certificate. */
	TrustManagerFactory trust() throws GeneralSecurityException, IOException {
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry("front", this.store.getCertificate("front"));
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(trusted);
		return trust;
	}

	private static KeyStore selfSigned(Path file, String name) throws Exception {
		Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
		Process process = new ProcessBuilder(List.of(keytool.toString(), "-genkeypair", "-alias", "front", "-keyalg",
				"EC", "-groupname", "secp256r1", "-dname", "CN=front", "-ext", "san=" + name, "-validity", "2",
				"-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", file.toString()))
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(output).isZero();
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(file)) {
			store.load(in, PASSWORD.toCharArray());
		}
		return store;
	}

	private void accept(int target) throws IOException {
		while (true) {
			Socket client = this.listening.accept();
			Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
			this.sockets.addAll(List.of(client, server));
			run(() -> copy(client, server));
			run(() -> copy(server, client));
		}
	}

	private static void copy(Socket from, Socket to) throws IOException {
		try (from; to) {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			byte[] buffer = new byte[8192];
			int read;
			while ((read = in.read(buffer)) >= 0) {
				out.write(buffer, 0, read);
				out.flush();
			}
		}
	}

	private static void run(Copying task) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			}
			catch (IOException ex) {
				// a closed socket is how these end
			}
		}, "tls-front");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.listening.close();
		for (Socket each : this.sockets) {
			each.close();
		}
	}

	private interface Copying {

		void run() throws IOException;

	}

}
