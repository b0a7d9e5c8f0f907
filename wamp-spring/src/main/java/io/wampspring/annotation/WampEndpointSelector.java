package io.wampspring.annotation;

import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Selects what {@link EnableWamp} brings. By name, since the endpoints know the
 * annotations and not the other way round.
 */
class WampEndpointSelector implements ImportSelector {

	private static final String CONFIGURATION = "io.wampspring.endpoint.WampEndpointConfiguration";

	@Override
	public String[] selectImports(AnnotationMetadata importingClassMetadata) {
		return new String[] { CONFIGURATION };
	}

}
