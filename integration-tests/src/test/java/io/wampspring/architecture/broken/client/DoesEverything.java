package io.wampspring.architecture.broken.client;

import java.security.SecureRandom;

import io.netty.buffer.ByteBuf;
import io.wampspring.architecture.broken.router.KnowsTheClient;
import org.springframework.boot.SpringApplication;
import org.springframework.messaging.Message;
import org.springframework.messaging.handler.invocation.InvocableHandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/**
 * Uses libraries that belong elsewhere.
 */
public final class DoesEverything {

	private final JsonMapper mapper = new JsonMapper();

	private final SecureRandom random = new SecureRandom();

	/**
	 * Uses them all.
	 * @param router the other side
	 * @param buffer Netty's
	 * @param application Boot's
	 * @param method Spring's
	 * @param message Spring's
	 * @return something
	 * @throws Exception if the method does
	 */
	public Object everything(KnowsTheClient router, ByteBuf buffer, SpringApplication application,
			InvocableHandlerMethod method, Message<?> message) throws Exception {
		return "" + router + buffer + application + this.mapper + this.random + method.invoke(message);
	}

}
