package io.wampspring.transport.netty;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Where the addresses of a host come from.
 */
@FunctionalInterface
interface HostLookup {

	/** Looks names up as the JDK does, which blocks, on a thread of its own. */
	HostLookup SYSTEM = (host) -> {
		CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			try {
				found.complete(List.of(InetAddress.getAllByName(host)));
			}
			catch (UnknownHostException | SecurityException ex) {
				found.completeExceptionally(ex);
			}
		}, "wamp-lookup");
		thread.setDaemon(true);
		thread.start();
		return found;
	};

	/**
	 * Looks a host up. Does not block.
	 * @param host a name or an address
	 * @return its addresses, best first
	 */
	CompletableFuture<List<InetAddress>> lookUp(String host);

}
