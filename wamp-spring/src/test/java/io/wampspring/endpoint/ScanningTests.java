package io.wampspring.endpoint;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

import io.wampspring.annotation.WampController;
import io.wampspring.annotation.WampProcedure;
import io.wampspring.annotation.WampSubscribe;
import io.wampspring.client.ErrorContext;
import io.wampspring.client.WampConnection;
import io.wampspring.client.WampErrorHandler;
import io.wampspring.options.InvocationPolicy;
import io.wampspring.options.MatchPolicy;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.constraints.Max;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.CustomScopeConfigurer;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.support.SimpleThreadScope;
import org.springframework.core.annotation.AliasFor;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.validation.annotation.Validated;
import org.springframework.validation.beanvalidation.MethodValidationPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Which methods of which beans are served, and through which proxies. */
class ScanningTests {

	@Nested
	class Annotations {

		@Test
		void attributesAreResolvedAndPassedOn() {
			try (EndpointsFixture endpoints = new EndpointsFixture(Attributes.class)) {
				SyncTaskExecutor executor = new SyncTaskExecutor();
				RecordingErrorHandler errorHandler = new RecordingErrorHandler();
				endpoints.context.registerBean("mine", Executor.class, () -> executor);
				endpoints.context.registerBean("handler", WampErrorHandler.class, () -> errorHandler);
				endpoints.context.getEnvironment().getSystemProperties().put("scanning.uri", "com.example.resolved");
				endpoints.start();

				FakeSession.Request procedure = endpoints.session.request("com.example.resolved");
				assertThat(procedure.match).isEqualTo(MatchPolicy.PREFIX);
				assertThat(procedure.invoke).isEqualTo(InvocationPolicy.ROUNDROBIN);
				assertThat(procedure.concurrency).isEqualTo(3);
				assertThat(procedure.executor).isSameAs(executor);
				assertThat(procedure.errorHandler).isSameAs(errorHandler);
				FakeSession.Request subscription = endpoints.session.request("com.example.topic");
				assertThat(subscription.concurrent).isTrue();
				assertThat(subscription.executor).isSameAs(executor);
				assertThat(endpoints.registry().endpoint("work").method())
					.isEqualTo(Attributes.class.getName() + ".work(String)");
			}
			finally {
				System.clearProperty("scanning.uri");
			}
		}

		@Test
		void oneMethodMayServeSeveralUris() {
			try (EndpointsFixture endpoints = EndpointsFixture.started(Repeated.class)) {
				assertThat(endpoints.session.served()).containsExactly("com.a", "com.b", "com.c", "com.d");
				assertThat(endpoints.registry().endpoints()).extracting(EndpointStatus::id)
					.containsExactly("scanningTests.Repeated.work", "scanningTests.Repeated.work#2",
							"scanningTests.Repeated.work#3", "scanningTests.Repeated.work#4");
			}
		}

		@Test
		void composedAnnotationsCount() {
			try (EndpointsFixture endpoints = EndpointsFixture.started(Composed.class)) {
				assertThat(endpoints.session.request("com.composed").invoke).isEqualTo(InvocationPolicy.RANDOM);
			}
		}

		@Test
		void aControllerPutsItsPrefixBeforeItsUris() {
			try (EndpointsFixture endpoints = EndpointsFixture.started(Controller.class)) {
				assertThat(endpoints.session.served()).containsExactly("com.contract.add2", "com.shop.list",
						"com.shop.sold");
			}
		}

		@Test
		void annotatedInterfacesAreServedOnControllersOnly() {
			try (EndpointsFixture endpoints = EndpointsFixture.started(NoController.class)) {
				assertThat(endpoints.session.served()).isEmpty();
			}
		}

		@Test
		void inheritedMethodsAreServedAndAnnotatedAnewReplaced() {
			try (EndpointsFixture endpoints = EndpointsFixture.started(Child.class)) {
				assertThat(endpoints.session.served()).containsExactly("com.child", "com.parent.kept");
			}
		}

		@Test
		void genericParametersAreResolvedInTheClassOfTheBean() throws Exception {
			try (EndpointsFixture endpoints = EndpointsFixture.started(Counting.class)) {
				assertThat(endpoints.call("com.generic", "[41]").args()).containsExactly(42L);
			}
		}

		@Test
		void severalConnectionsAreToldApartByBeanName() {
			FakeConnection other = new FakeConnection("other");
			try (EndpointsFixture endpoints = new EndpointsFixture(OnOther.class)) {
				endpoints.context.registerBean("otherConnection", WampConnection.class, other::connection,
						(definition) -> definition.setPrimary(false));
				endpoints.context.getBeanFactory();
				endpoints.context.addBeanFactoryPostProcessor(
						(beanFactory) -> beanFactory.getBeanDefinition("wampConnection").setPrimary(true));
				endpoints.start();

				assertThat(endpoints.session.served()).containsExactly("com.here");
				assertThat(other.join().served()).containsExactly("com.here", "com.there");
			}
		}

	}

	@Nested
	class Proxies {

		@Test
		void validationApplies() {
			try (EndpointsFixture endpoints = EndpointsFixture.started(ValidationConfiguration.class)) {
				assertThatExceptionOfType(ConstraintViolationException.class)
					.isThrownBy(() -> endpoints.call("com.validated", "[11]"));
			}
		}

		@Test
		void asyncApplies() throws Exception {
			try (EndpointsFixture endpoints = EndpointsFixture.started(AsyncConfiguration.class)) {
				assertThat(endpoints.call("com.async", "").args()).containsExactly("async-1");
			}
		}

		@Test
		void transactionsApply() throws Exception {
			try (EndpointsFixture endpoints = EndpointsFixture.started(TransactionConfiguration.class)) {
				assertThat(endpoints.call("com.transactional", "").args()).containsExactly(true);
			}
		}

		@Test
		void jdkProxiesAreCalledThroughTheirInterface() throws Exception {
			try (EndpointsFixture endpoints = EndpointsFixture.started(JdkProxyConfiguration.class)) {
				assertThat(AopUtils.isJdkDynamicProxy(endpoints.context.getBean("adder"))).isTrue();
				assertThat(endpoints.call("com.jdk", "[2, 3]").args()).containsExactly(5);
				assertThat(endpoints.context.getBean(AtomicInteger.class)).hasValue(1);
			}
		}

	}

	@Nested
	class Scopes {

		@Test
		void lazyBeansStayLazyUntilTheFirstCall() throws Exception {
			LazyBean.created.set(0);
			try (EndpointsFixture endpoints = EndpointsFixture.started(LazyBean.class)) {
				assertThat(LazyBean.created).hasValue(0);
				assertThat(endpoints.call("com.lazy", "").args()).containsExactly(1);
				assertThat(endpoints.call("com.lazy", "").args()).containsExactly(1);
			}
		}

		@Test
		void prototypesAreMadeForEachCall() throws Exception {
			PrototypeBean.created.set(0);
			try (EndpointsFixture endpoints = EndpointsFixture.started(PrototypeBean.class)) {
				assertThat(endpoints.call("com.prototype", "").args()).containsExactly(1);
				assertThat(endpoints.call("com.prototype", "").args()).containsExactly(2);
				assertThat(endpoints.session.served()).containsExactly("com.prototype");
			}
		}

		@Test
		void scopedBeansAreFoundBehindTheirProxies() throws Exception {
			try (EndpointsFixture endpoints = EndpointsFixture.started(ThreadScopeConfiguration.class,
					ScopedBean.class)) {
				assertThat(endpoints.session.served()).containsExactly("com.scoped");
				Object here = endpoints.call("com.scoped", "").args().get(0);
				Object again = endpoints.call("com.scoped", "").args().get(0);
				Object elsewhere = CompletableFuture.supplyAsync(() -> call(endpoints)).join();
				assertThat(again).isEqualTo(here);
				assertThat(elsewhere).isNotEqualTo(here);
			}
		}

		private static Object call(EndpointsFixture endpoints) {
			try {
				return endpoints.call("com.scoped", "").args().get(0);
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Test
		void beansThatAppearLateAreServedOnce() throws Exception {
			try (EndpointsFixture endpoints = EndpointsFixture.started()) {
				DefaultListableBeanFactory beanFactory = endpoints.context.getDefaultListableBeanFactory();
				beanFactory.registerBeanDefinition("late", new RootBeanDefinition(Late.class));
				assertThat(endpoints.session.served()).isEmpty();

				endpoints.context.getBean("late");
				endpoints.context.getBean("late");

				assertThat(endpoints.session.served()).containsExactly("com.late");
				assertThat(endpoints.call("com.late", "").args()).containsExactly("late");
			}
		}

		@Test
		void aLateBeanThatIsRefusedIsRefusedEachTime() {
			try (EndpointsFixture endpoints = EndpointsFixture.started(Late.class)) {
				DefaultListableBeanFactory beanFactory = endpoints.context.getDefaultListableBeanFactory();
				beanFactory.registerBeanDefinition("second", new RootBeanDefinition(Late.class));

				for (int i = 0; i < 2; i++) {
					assertThatExceptionOfType(BeanCreationException.class)
						.isThrownBy(() -> endpoints.context.getBean("second"))
						.withRootCauseInstanceOf(InvalidEndpointException.class);
				}
			}
		}

		@Test
		void aLazyBeanKnownByItsInterfaceIsServedWhenItAppears() {
			try (EndpointsFixture endpoints = EndpointsFixture.started(LazyInterfaceConfiguration.class)) {
				assertThat(endpoints.session.served()).isEmpty();

				endpoints.context.getBean(Plain.class);

				assertThat(endpoints.session.served()).containsExactly("com.hidden");
			}
		}

	}

	@Nested
	class Mistakes {

		private static InvalidEndpointException failure(Class<?>... components) {
			try (EndpointsFixture endpoints = EndpointsFixture.started(components)) {
				throw new AssertionError("started with " + endpoints.session.served());
			}
			catch (InvalidEndpointException ex) {
				return ex;
			}
		}

		@Test
		void aPrivateMethodIsNamed() {
			assertThat(failure(PrivateMethod.class)).hasMessageContaining(PrivateMethod.class.getName() + ".hidden()")
				.hasMessageContaining("private");
		}

		@Test
		void twoProceduresOfOneUriAreBothNamed() {
			assertThat(failure(Doubled.class)).hasMessageContaining("com.double")
				.hasMessageContaining(Doubled.class.getName() + ".first()")
				.hasMessageContaining(Doubled.class.getName() + ".second(int)");
		}

		@Test
		void twoSubscriptionsOfOneTopicAreServed() {
			try (EndpointsFixture endpoints = EndpointsFixture.started(Listening.class)) {
				assertThat(endpoints.session.served()).containsExactly("com.topic", "com.topic");
			}
		}

		@Test
		void aMethodThatAJdkProxyHidesIsNamed() {
			assertThat(failure(HiddenByJdkProxyConfiguration.class))
				.hasMessageContaining(HiddenAdder.class.getName() + ".hidden()")
				.hasMessageContaining("on no interface");
		}

		@Test
		void aFinalMethodOfAProxiedClassIsNamed() {
			assertThat(failure(AsyncConfiguration.class, FinalMethod.class))
				.hasMessageContaining(FinalMethod.class.getName() + ".fixed()")
				.hasMessageContaining("final");
		}

		@Test
		void aBeanThatDoesNotExistIsNamed() {
			assertThat(failure(WrongExecutor.class)).hasMessageContaining("Executor 'nowhere'");
		}

		@Test
		void anEmptyUriIsRefused() {
			assertThat(failure(EmptyUri.class)).hasMessageContaining("there is no URI");
		}

		@Test
		void aUriThatIsNoneIsRefusedAtStart() {
			assertThat(failure(WrongUri.class)).hasMessageContaining("'com..a b'")
				.hasMessageContaining(WrongUri.class.getName() + ".work()");
		}

		@Test
		void aVariableThatTheUriLacksIsNamed() {
			assertThat(failure(WrongVariable.class)).hasMessageContaining("'user'")
				.hasMessageContaining("com.shop.{name}");
		}

		@Test
		void aDefaultOfTheWrongTypeIsNamed() {
			assertThat(failure(WrongDefault.class)).hasMessageContaining("'limit'").hasMessageContaining("many");
		}

		@Test
		void anEventIsNoParameterOfAProcedure() {
			assertThat(failure(WrongContext.class)).hasMessageContaining("Event");
		}

		@Test
		void twoEndpointsOfOneIdAreRefused() {
			assertThat(failure(SameId.class)).hasMessageContaining("id 'one'");
		}

		@Test
		void anExpressionThatFailsIsNamed() {
			assertThat(failure(WrongExpression.class)).hasMessageContaining("WrongExpression.work()")
				.hasMessageContaining("'nowhere'");
		}

		@Test
		void aWrongNumberIsRefused() {
			assertThat(failure(WrongConcurrency.class)).hasMessageContaining("-1");
		}

	}

	static class Attributes {

		@WampProcedure(uri = "${scanning.uri}", match = MatchPolicy.PREFIX, invoke = InvocationPolicy.ROUNDROBIN,
				concurrency = "#{1 + 2}", id = "work", executor = "mine", errorHandler = "#{@handler}")
		void work(String text) {
		}

		@WampSubscribe(uri = "com.example.topic", concurrent = true, executor = "${nothing:mine}")
		void topic() {
		}

	}

	static class RecordingErrorHandler implements WampErrorHandler {

		@Override
		public void onUserError(Throwable error, ErrorContext context) {
		}

		@Override
		public void onInternalError(Throwable error, ErrorContext context) {
		}

	}

	static class Repeated {

		@WampProcedure("com.a")
		@WampProcedure("com.b")
		@WampSubscribe("com.c")
		@WampSubscribe("com.d")
		void work() {
		}

	}

	@Target(ElementType.METHOD)
	@Retention(RetentionPolicy.RUNTIME)
	@WampProcedure(invoke = InvocationPolicy.RANDOM)
	@interface AnyCallee {

		@AliasFor(annotation = WampProcedure.class, attribute = "uri")
		String value();

	}

	static class Composed {

		@AnyCallee("com.composed")
		void work() {
		}

	}

	interface Contract {

		@WampProcedure("com.contract.add2")
		int add2(int a, int b);

	}

	@WampController("com.shop.")
	static class Controller implements Contract {

		@Override
		public int add2(int a, int b) {
			return a + b;
		}

		@WampProcedure("list")
		List<String> list() {
			return List.of();
		}

		@WampSubscribe("sold")
		void sold() {
		}

	}

	static class NoController implements Contract {

		@Override
		public int add2(int a, int b) {
			return a + b;
		}

	}

	static class Parent {

		@WampProcedure("com.parent")
		void replaced() {
		}

		@WampProcedure("com.parent.kept")
		void kept() {
		}

	}

	static class Child extends Parent {

		@Override
		@WampProcedure("com.child")
		void replaced() {
		}

	}

	abstract static class Generic<T> {

		abstract T increment(T value);

		@WampProcedure("com.generic")
		T work(T value) {
			return increment(value);
		}

	}

	static class Counting extends Generic<Long> {

		@Override
		Long increment(Long value) {
			return value + 1;
		}

	}

	static class OnOther {

		@WampProcedure("com.here")
		@WampProcedure(uri = "com.there", connection = "otherConnection")
		@WampProcedure(uri = "com.here", connection = "otherConnection")
		void work() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ValidationConfiguration {

		@Bean
		static MethodValidationPostProcessor methodValidationPostProcessor() {
			return new MethodValidationPostProcessor();
		}

		@Bean
		ValidatedBean validated() {
			return new ValidatedBean();
		}

	}

	@Validated
	static class ValidatedBean {

		@WampProcedure("com.validated")
		int work(@Max(10) int number) {
			return number;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAsync
	static class AsyncConfiguration {

		@Bean
		org.springframework.core.task.SimpleAsyncTaskExecutor taskExecutor() {
			return new org.springframework.core.task.SimpleAsyncTaskExecutor("async-");
		}

		@Bean
		AsyncBean asyncBean() {
			return new AsyncBean();
		}

	}

	static class AsyncBean {

		@Async
		@WampProcedure("com.async")
		CompletableFuture<String> work() {
			return CompletableFuture.completedFuture(Thread.currentThread().getName());
		}

	}

	static class FinalMethod {

		@Async
		@WampProcedure("com.final")
		final void fixed() {
		}

		@Async
		void other() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement
	static class TransactionConfiguration {

		@Bean
		AbstractPlatformTransactionManager transactionManager() {
			return new NoTransactions();
		}

		@Bean
		TransactionalBean transactional() {
			return new TransactionalBean();
		}

	}

	static class NoTransactions extends AbstractPlatformTransactionManager {

		@Override
		protected Object doGetTransaction() {
			return new Object();
		}

		@Override
		protected void doBegin(Object transaction, org.springframework.transaction.TransactionDefinition definition) {
		}

		@Override
		protected void doCommit(DefaultTransactionStatus status) {
		}

		@Override
		protected void doRollback(DefaultTransactionStatus status) {
		}

	}

	static class TransactionalBean {

		@Transactional
		@WampProcedure("com.transactional")
		boolean work() {
			return TransactionSynchronizationManager.isActualTransactionActive();
		}

	}

	interface Adder {

		int add(int a, int b);

	}

	static class AdderBean implements Adder {

		@Override
		@WampProcedure("com.jdk")
		public int add(int a, int b) {
			return a + b;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class JdkProxyConfiguration {

		@Bean
		AtomicInteger calls() {
			return new AtomicInteger();
		}

		@Bean
		Adder adder(AtomicInteger calls) {
			ProxyFactory factory = new ProxyFactory(new AdderBean());
			factory.addAdvice((org.aopalliance.intercept.MethodInterceptor) (invocation) -> {
				calls.incrementAndGet();
				return invocation.proceed();
			});
			return (Adder) factory.getProxy();
		}

	}

	static class HiddenAdder implements Adder {

		@Override
		public int add(int a, int b) {
			return a + b;
		}

		@WampProcedure("com.hidden")
		void hidden() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class HiddenByJdkProxyConfiguration {

		@Bean
		Adder adder() {
			return (Adder) new ProxyFactory(new HiddenAdder()).getProxy();
		}

	}

	@Lazy
	static class LazyBean {

		static final AtomicInteger created = new AtomicInteger();

		LazyBean() {
			created.incrementAndGet();
		}

		@WampProcedure("com.lazy")
		int work() {
			return created.get();
		}

	}

	@Scope("prototype")
	static class PrototypeBean {

		static final AtomicInteger created = new AtomicInteger();

		private final int number = created.incrementAndGet();

		@WampProcedure("com.prototype")
		int work() {
			return this.number;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ThreadScopeConfiguration {

		@Bean
		static CustomScopeConfigurer scopes() {
			CustomScopeConfigurer configurer = new CustomScopeConfigurer();
			configurer.addScope("thread", new SimpleThreadScope());
			return configurer;
		}

	}

	@Scope(scopeName = "thread", proxyMode = ScopedProxyMode.TARGET_CLASS)
	static class ScopedBean {

		@WampProcedure("com.scoped")
		int work() {
			return System.identityHashCode(this);
		}

	}

	static class Late {

		@WampProcedure("com.late")
		String work() {
			return "late";
		}

	}

	interface Plain {

	}

	static class Hidden implements Plain {

		@WampProcedure("com.hidden")
		void work() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyInterfaceConfiguration {

		@Bean
		@Lazy
		Plain plain() {
			return new Hidden();
		}

		@Bean
		Object user(ObjectProvider<Plain> plain) {
			return new Object();
		}

	}

	static class PrivateMethod {

		@WampProcedure("com.private")
		private void hidden() {
		}

	}

	static class Doubled {

		@WampProcedure("com.double")
		void first() {
		}

		@WampProcedure("com.double")
		void second(int number) {
		}

	}

	static class Listening {

		@WampSubscribe("com.topic")
		void first() {
		}

		@WampSubscribe("com.topic")
		void second() {
		}

	}

	static class WrongExecutor {

		@WampProcedure(uri = "com.wrong", executor = "nowhere")
		void work() {
		}

	}

	static class WrongUri {

		@WampProcedure("com..a b")
		void work() {
		}

	}

	static class EmptyUri {

		@WampProcedure
		void work() {
		}

	}

	static class WrongVariable {

		@WampProcedure("com.shop.{name}")
		void work(@org.springframework.messaging.handler.annotation.DestinationVariable String user) {
		}

	}

	static class WrongDefault {

		@WampProcedure("com.shop.list")
		void work(@io.wampspring.annotation.WampKwarg(defaultValue = "many") int limit) {
		}

	}

	static class WrongContext {

		@WampProcedure("com.shop.list")
		void work(io.wampspring.client.Event event) {
		}

	}

	static class SameId {

		@WampProcedure(uri = "com.a", id = "one")
		@WampProcedure(uri = "com.b", id = "one")
		void work() {
		}

	}

	static class WrongExpression {

		@WampProcedure("#{nowhere.uri}")
		void work() {
		}

	}

	static class WrongConcurrency {

		@WampProcedure(uri = "com.a", concurrency = "-1")
		void work() {
		}

	}

}
