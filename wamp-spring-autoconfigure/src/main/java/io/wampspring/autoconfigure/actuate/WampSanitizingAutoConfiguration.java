package io.wampspring.autoconfigure.actuate;

import java.util.regex.Pattern;

import io.wampspring.client.WampConnection;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration that keeps the secrets among our properties out of the actuator's
 * {@code configprops} and {@code env}, also where values are shown.
 */
@AutoConfiguration
@ConditionalOnClass({ SanitizingFunction.class, WampConnection.class })
public final class WampSanitizingAutoConfiguration {

	private static final Pattern SECRET = Pattern.compile("wamp[._].*(ticket|headers[.\\[_].*)",
			Pattern.CASE_INSENSITIVE);

	WampSanitizingAutoConfiguration() {
	}

	@Bean
	SanitizingFunction wampSanitizingFunction() {
		return (data) -> SECRET.matcher(data.getKey()).matches() ? data.withSanitizedValue() : data;
	}

}
