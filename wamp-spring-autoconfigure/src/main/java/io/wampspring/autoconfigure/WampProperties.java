package io.wampspring.autoconfigure;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties under {@code wamp}: those of the default connection.
 */
@ConfigurationProperties("wamp")
public class WampProperties extends WampConnectionProperties implements InitializingBean {

	/** Before any bean is made of them, so that each report names the property. */
	@Override
	public void afterPropertiesSet() {
		PropertyChecks.check(this);
	}

}
