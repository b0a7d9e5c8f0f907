package io.wampspring.annotation;

import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Selects what {@link EnableWamp} brings. By name, since the endpoints know the
 * annotations and not the other way round.
 */
class WampEndpointSelector implements ImportSelector {

	private static final String[] CONFIGURATIONS = { "io.wampspring.endpoint.WampEndpointConfiguration",
			"io.wampspring.event.WampEventConfiguration" };

	@Override
	public String[] selectImports(AnnotationMetadata importingClassMetadata) {
		return CONFIGURATIONS.clone();
	}

}
