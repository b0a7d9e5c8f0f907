package io.wampspring.endpoint;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.wampspring.annotation.WampController;
import io.wampspring.annotation.WampProcedure;
import io.wampspring.annotation.WampSubscribe;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;

/**
 * Reads the annotations of a class. Those of its interfaces count only on a
 * {@link WampController}, and keep their URIs as they are: elsewhere an annotated
 * interface is a contract that somebody else may serve.
 */
final class EndpointAnnotations {

	private final boolean controller;

	private final String prefix;

	private EndpointAnnotations(MergedAnnotation<WampController> controller) {
		this.controller = controller.isPresent();
		this.prefix = controller.getValue("prefix", String.class).orElse("");
	}

	/**
	 * Finds the annotated methods of a class.
	 * @param type the class behind the proxies of a bean
	 * @return what stands on each method, in no certain order of methods
	 */
	static Map<Method, List<Found>> of(Class<?> type) {
		if (type.isInterface()
				|| !AnnotationUtils.isCandidateClass(type, List.of(WampProcedure.class, WampSubscribe.class))) {
			return Map.of();
		}
		EndpointAnnotations reader = new EndpointAnnotations(
				MergedAnnotations.from(type, SearchStrategy.SUPERCLASS).get(WampController.class));
		MethodIntrospector.MetadataLookup<List<Found>> lookup = reader::find;
		return MethodIntrospector.selectMethods(type, lookup);
	}

	private @Nullable List<Found> find(Method method) {
		List<Found> found = new ArrayList<>();
		MergedAnnotations annotations = MergedAnnotations.from(method,
				this.controller ? SearchStrategy.TYPE_HIERARCHY : SearchStrategy.SUPERCLASS);
		addNearest(annotations, WampProcedure.class, found);
		addNearest(annotations, WampSubscribe.class, found);
		return found.isEmpty() ? null : found;
	}

	/** An overriding method that is annotated anew replaces what it inherits. */
	private <A extends Annotation> void addNearest(MergedAnnotations annotations, Class<A> type, List<Found> found) {
		int nearest = -1;
		for (MergedAnnotation<A> annotation : annotations.stream(type).toList()) {
			boolean contract = isContract(annotation);
			if (contract && !this.controller) {
				continue;
			}
			nearest = (nearest < 0) ? annotation.getAggregateIndex() : nearest;
			if (annotation.getAggregateIndex() == nearest) {
				found.add(new Found(annotation.synthesize(), contract ? "" : this.prefix));
			}
		}
	}

	private static boolean isContract(MergedAnnotation<?> annotation) {
		return annotation.getSource() instanceof Method method && method.getDeclaringClass().isInterface();
	}

	/**
	 * An annotation of a method.
	 *
	 * @param annotation the annotation, its aliases applied
	 * @param prefix what stands before its URI, unresolved
	 */
	record Found(Annotation annotation, String prefix) {

	}

}
