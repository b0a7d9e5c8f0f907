package io.wampspring.test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes a row of {@code target/evidence.tsv} for each test that was executed: with the
 * module's test class path it is found by the platform itself.
 */
public final class EvidenceListener implements TestExecutionListener {

	static final List<String> HEADING = List.of("test", "status", "tags", "java", "peer", "version", "transport",
			"serializer", "authmethod", "side", "feature");

	private static final List<String> NO_PEER = List.of("", "", "", "", "", "", "");

	private final EvidenceFile file;

	private final Map<UniqueId, Evidence.Scope> scopes = new ConcurrentHashMap<>();

	private volatile @Nullable TestPlan plan;

	/**
	 * Writes below the module's directory, which Maven names in {@code basedir}.
	 */
	public EvidenceListener() {
		this(new EvidenceFile(Path.of(System.getProperty("basedir", ""), "target", "evidence.tsv"),
				System.getProperty("wamp.evidence.build")));
	}

	EvidenceListener(EvidenceFile file) {
		this.file = file;
	}

	@Override
	public void testPlanExecutionStarted(TestPlan testPlan) {
		this.plan = testPlan;
		this.file.begin(HEADING);
	}

	@Override
	public void executionStarted(TestIdentifier identifier) {
		this.scopes.put(identifier.getUniqueIdObject(), Evidence.Scope.enter(parentOf(identifier)));
	}

	@Override
	public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
		Evidence.Scope scope = this.scopes.remove(identifier.getUniqueIdObject());
		if (scope == null) {
			return;
		}
		scope.leave();
		if (identifier.isTest()) {
			List<String> start = List.of(name(identifier), status(result), tags(identifier),
					String.valueOf(Runtime.version().feature()));
			List<Evidence> rows = scope.rows();
			if (rows.isEmpty()) {
				this.file.append(row(start, NO_PEER));
			}
			rows.forEach((evidence) -> this.file.append(row(start, evidence.columns())));
		}
	}

	private Evidence.@Nullable Scope parentOf(TestIdentifier identifier) {
		return identifier.getParentIdObject().map(this.scopes::get).orElse(null);
	}

	private String name(TestIdentifier identifier) {
		String method = identifier.getSource()
			.filter(MethodSource.class::isInstance)
			.map(MethodSource.class::cast)
			.map((source) -> source.getClassName() + "#" + source.getMethodName())
			.orElse(identifier.getUniqueId());
		return isInvocation(identifier) ? method + " " + identifier.getDisplayName() : method;
	}

	/**
	 * One of several invocations of a method, such as those of a parameterized test.
	 */
	private boolean isInvocation(TestIdentifier identifier) {
		TestPlan testPlan = this.plan;
		return testPlan != null && testPlan.getParent(identifier)
			.flatMap(TestIdentifier::getSource)
			.filter(MethodSource.class::isInstance)
			.isPresent();
	}

	private static String status(TestExecutionResult result) {
		return switch (result.getStatus()) {
			case SUCCESSFUL -> "passed";
			case FAILED -> "failed";
			case ABORTED -> "aborted";
		};
	}

	private static String tags(TestIdentifier identifier) {
		return identifier.getTags().stream().map(TestTag::getName).sorted().collect(Collectors.joining(","));
	}

	private static List<String> row(List<String> start, List<String> end) {
		List<String> row = new ArrayList<>(start);
		row.addAll(end);
		return row;
	}

}
