package io.wampspring.architecture;

import java.util.LinkedHashMap;
import java.util.Map;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The rules of ARCHITECTURE.md for a root package, so that each can be seen to fail on
 * the fixtures in {@code broken} and to hold on the product.
 */
final class ArchitectureRules {

	private final String root;

	ArchitectureRules(String root) {
		this.root = root;
	}

	Map<String, ArchRule> all() {
		Map<String, ArchRule> rules = new LinkedHashMap<>();
		rules.put("packages are free of cycles", cycles());
		rules.put("the protocol's packages point down", protocolPointsDown());
		rules.put("cores know nothing above them", coresPointDown());
		rules.put("the client does not know the router", apart("client..", "router.."));
		rules.put("the router does not know the client", apart("router..", "client.."));
		rules.put("cores are pure", pure());
		rules.put("only the codec and the border to Spring see Jackson", jackson());
		rules.put("only the Netty transport sees Netty", netty());
		rules.put("only the auto-configuration sees Spring Boot", boot());
		rules.put("only authentication sees cryptography", cryptography());
		rules.put("messages are records", messages());
		rules.put("options are records", options());
		rules.put("only transports decode", decode());
		rules.put("only sessions deliver", deliver());
		rules.put("only the endpoint layer invokes methods", invoke());
		return rules;
	}

	private String in(String name) {
		return this.root + "." + name;
	}

	private ArchRule cycles() {
		return slices().matching(this.root + ".(**)").should().beFreeOfCycles();
	}

	private ArchRule protocolPointsDown() {
		return noClasses().that()
			.resideInAnyPackage(in("message"), in("options"), in("uri"), in("lane"))
			.should()
			.dependOnClassesThat(resideInAnyPackage(in("codec.."), in("transport.."), in("client.."), in("router.."),
					in("endpoint.."), in("autoconfigure..")))
			.orShould(new Reaches(in("message"), in("options")));
	}

	/**
	 * A close code is a word of the protocol's transports, and the router's core says it.
	 */
	private ArchRule coresPointDown() {
		return noClasses().that()
			.resideInAnyPackage(in("client.session"), in("router.core"))
			.should()
			.dependOnClassesThat(resideInAnyPackage(in("client"), in("router"), in("transport.."), in("codec.."),
					in("endpoint.."), in("autoconfigure.."))
				.and(DescribedPredicate.not(JavaClass.Predicates.simpleName("CloseCode"))));
	}

	private ArchRule apart(String one, String other) {
		return noClasses().that().resideInAPackage(in(one)).should().dependOnClassesThat(resideInAPackage(in(other)));
	}

	private ArchRule pure() {
		DescribedPredicate<JavaClass> impure = resideInAnyPackage("java.io..", "java.net..", "java.nio..",
				"java.util.concurrent..", "java.util.random..", "io.netty..", "org.springframework..",
				"tools.jackson..", "org.slf4j..")
			.and(DescribedPredicate.not(resideInAPackage("java.nio.charset..")))
			.and(DescribedPredicate.not(JavaClass.Predicates.type(java.io.Serializable.class)));
		return noClasses().that()
			.resideInAnyPackage(in("message"), in("options"), in("uri"), in("client.session"), in("router.core"))
			.should()
			.dependOnClassesThat(impure.or(JavaClass.Predicates.belongToAnyOf(Thread.class, System.class,
					java.util.Random.class, java.time.Clock.class, java.time.Instant.class)));
	}

	private ArchRule jackson() {
		return noClasses()
			.that(resideInAPackage(this.root + "..").and(DescribedPredicate.not(resideInAnyPackage(in("codec"),
					in("endpoint.."), in("autoconfigure.."), in("demo.."), in("benchmark..")))))
			.should()
			.dependOnClassesThat(
					resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson.core..", "org.msgpack.."));
	}

	private ArchRule netty() {
		return noClasses()
			.that(resideInAPackage(this.root + "..")
				.and(DescribedPredicate.not(resideInAnyPackage(in("transport.netty.."), in("benchmark..")))))
			.should()
			.dependOnClassesThat(resideInAPackage("io.netty.."));
	}

	private ArchRule boot() {
		return noClasses()
			.that(resideInAPackage(this.root + "..").and(DescribedPredicate
				.not(resideInAnyPackage(in("autoconfigure.."), in("testcontainers.."), in("demo..")))))
			.should()
			.dependOnClassesThat(resideInAPackage("org.springframework.boot.."));
	}

	private ArchRule cryptography() {
		return noClasses()
			.that(resideInAPackage(this.root + "..")
				.and(DescribedPredicate.not(resideInAnyPackage(in("auth"), in("test..")))))
			.should()
			.dependOnClassesThat(resideInAnyPackage("java.security..", "javax.crypto..", "org.bouncycastle.."));
	}

	private ArchRule messages() {
		return classes().that()
			.areAssignableTo(in("message.WampMessage"))
			.and()
			.areNotInterfaces()
			.should()
			.beRecords();
	}

	private ArchRule options() {
		return classes()
			.that(resideInAPackage(in("options")).and(DescribedPredicate.describe("are options or details",
					(type) -> type.getSimpleName().endsWith("Options") || type.getSimpleName().endsWith("Details"))))
			.should()
			.beRecords();
	}

	private ArchRule decode() {
		return noClasses()
			.that(DescribedPredicate.not(resideInAnyPackage(in("transport.."), in("codec"), in("benchmark.."))))
			.should()
			.callMethodWhere(method(in("codec.MessageCodec"), "decode"));
	}

	private ArchRule deliver() {
		return noClasses()
			.that(DescribedPredicate.not(resideInAnyPackage(in("client.session"), in("router.core"), in("message"))))
			.should()
			.callMethodWhere(methodIn(in("message"), "deliverTo"));
	}

	private ArchRule invoke() {
		return noClasses().that(DescribedPredicate.not(resideInAPackage(in("endpoint"))))
			.should()
			.callMethodWhere(
					method("org.springframework.messaging.handler.invocation.InvocableHandlerMethod", "invoke"));
	}

	private static DescribedPredicate<JavaMethodCall> method(String owner, String name) {
		return DescribedPredicate.describe(owner + "." + name,
				(call) -> call.getTargetOwner().getName().equals(owner) && call.getName().equals(name));
	}

	private static DescribedPredicate<JavaMethodCall> methodIn(String owner, String name) {
		return DescribedPredicate.describe(owner + ".*." + name,
				(call) -> call.getTargetOwner().getPackageName().equals(owner) && call.getName().equals(name));
	}

}
