package io.wampspring.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties under {@code wamp}: those of the default connection.
 */
@ConfigurationProperties("wamp")
public class WampProperties extends WampConnectionProperties {

}
