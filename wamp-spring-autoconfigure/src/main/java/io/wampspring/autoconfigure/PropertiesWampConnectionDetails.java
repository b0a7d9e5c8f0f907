package io.wampspring.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the properties say.
 */
final class PropertiesWampConnectionDetails implements WampConnectionDetails {

	private final WampConnectionProperties properties;

	PropertiesWampConnectionDetails(WampConnectionProperties properties) {
		this.properties = properties;
	}

	@Override
	public List<TransportProperties> getTransports() {
		String url = this.properties.getUrl();
		return (url != null) ? List.of(TransportProperties.of(url)) : this.properties.getTransports();
	}

	@Override
	public @Nullable String getRealm() {
		return this.properties.getRealm();
	}

}
