package io.wampspring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test needs these foreign peers. Where one is missing the test is skipped with one
 * line that names it; with the environment variable {@code WAMP_PEERS=required} the test
 * fails instead. Tests with Crossbar.io also carry the tag {@code crossbar}: they run on
 * each JDK.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Tag("peer")
@ExtendWith(PeerCondition.class)
public @interface RequiresPeer {

	/**
	 * The peers.
	 * @return at least one
	 */
	Peer[] value();

}
