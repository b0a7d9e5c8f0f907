package io.wampspring.transport.netty;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import io.wampspring.message.ProtocolViolationException;
import io.wampspring.message.WampMessage;
import io.wampspring.transport.Link;
import io.wampspring.transport.LinkClosed;
import io.wampspring.transport.LinkListener;
import io.wampspring.transport.LinkOpener;

import static org.assertj.core.api.Assertions.assertThat;

/** A session that keeps what it hears, and answers where a test says so. */
final class Recorder<S extends WampMessage, R extends WampMessage> implements LinkOpener<S, R>, LinkListener<R> {

	final BlockingQueue<R> messages = new LinkedBlockingQueue<>();

	final BlockingQueue<ProtocolViolationException> violations = new LinkedBlockingQueue<>();

	final CompletableFuture<Link<S>> opened = new CompletableFuture<>();

	final CompletableFuture<LinkClosed> closed = new CompletableFuture<>();

	volatile int writable;

	private volatile BiConsumer<Link<S>, R> onMessage = (link, message) -> {
	};

	private volatile BiConsumer<Link<S>, ProtocolViolationException> onViolation = (link, violation) -> {
	};

	Recorder<S, R> onMessage(BiConsumer<Link<S>, R> action) {
		this.onMessage = action;
		return this;
	}

	Recorder<S, R> onViolation(BiConsumer<Link<S>, ProtocolViolationException> action) {
		this.onViolation = action;
		return this;
	}

	Link<S> link() {
		return this.opened.orTimeout(10, TimeUnit.SECONDS).join();
	}

	LinkClosed closed() {
		return this.closed.orTimeout(10, TimeUnit.SECONDS).join();
	}

	R next() throws InterruptedException {
		R message = this.messages.poll(10, TimeUnit.SECONDS);
		assertThat(message).as("a message within 10 s").isNotNull();
		return message;
	}

	ProtocolViolationException violation() throws InterruptedException {
		ProtocolViolationException violation = this.violations.poll(10, TimeUnit.SECONDS);
		assertThat(violation).as("a violation within 10 s").isNotNull();
		return violation;
	}

	@Override
	public LinkListener<R> onOpen(Link<S> link) {
		assertThat(link.lane().inLane()).isTrue();
		this.opened.complete(link);
		return this;
	}

	@Override
	public void onMessage(R message) {
		assertThat(link().lane().inLane()).isTrue();
		assertThat(this.closed).isNotDone();
		this.messages.add(message);
		this.onMessage.accept(link(), message);
	}

	@Override
	public void onViolation(ProtocolViolationException violation) {
		assertThat(this.violations).isEmpty();
		this.violations.add(violation);
		this.onViolation.accept(link(), violation);
	}

	@Override
	public void onWritable() {
		this.writable++;
	}

	@Override
	public void onClosed(LinkClosed closed) {
		assertThat(this.closed.complete(closed)).as("closed once").isTrue();
	}

}
