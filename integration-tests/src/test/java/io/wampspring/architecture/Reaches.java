package io.wampspring.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/**
 * A class of one package (with its sub-packages) uses another.
 */
final class Reaches extends ArchCondition<JavaClass> {

	private final String from;

	private final String to;

	Reaches(String from, String to) {
		super("reach from " + from + " to " + to);
		this.from = from;
		this.to = to;
	}

	@Override
	public void check(JavaClass javaClass, ConditionEvents events) {
		boolean reaches = isIn(javaClass, this.from) && javaClass.getDirectDependenciesFromSelf()
			.stream()
			.map(Dependency::getTargetClass)
			.anyMatch((target) -> isIn(target, this.to));
		events.add(new SimpleConditionEvent(javaClass, reaches, javaClass.getName() + " uses " + this.to));
	}

	private static boolean isIn(JavaClass javaClass, String name) {
		return javaClass.getPackageName().equals(name) || javaClass.getPackageName().startsWith(name + ".");
	}

}
