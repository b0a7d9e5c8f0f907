package io.wampspring.router.core;

import io.wampspring.options.CallOptions;
import io.wampspring.options.InvocationPolicy;
import io.wampspring.options.MatchPolicy;
import io.wampspring.options.PublishOptions;
import io.wampspring.options.RegisterOptions;
import io.wampspring.options.SubscribeOptions;
import io.wampspring.options.YieldOptions;
import io.wampspring.router.config.RouterConfig;
import io.wampspring.uri.ErrorUris;
import io.wampspring.uri.UriRules;
import org.jspecify.annotations.Nullable;

/**
 * Which URIs and options this router takes. An option that the router does not have is
 * refused where ignoring it would show data to the wrong peer, or lead a message to one:
 * lists of receivers, patterns, policies, shards, disclosure, payloads in a form that the
 * receiver must be told of, and several calls under one request.
 * <p>
 * It is ignored where the worst is that a service is not rendered: {@code retain} and
 * {@code get_retained} (no event is kept), {@code timeout} and {@code forward_timeout}
 * (the caller waits on), {@code force_reregister} (the registration is refused),
 * {@code concurrency} (the callee itself bounds), {@code transaction_hash} and
 * {@code forward_for} (for information).
 */
final class RequestRules {

	private final UriRules uris;

	private final int uriLength;

	RequestRules(RouterConfig config) {
		this.uris = config.uriRules();
		this.uriLength = config.limits().uriLength();
	}

	@Nullable Refusal refuse(String topic, PublishOptions options) {
		Refusal refusal = refuseReserved(topic, "topic");
		if (refusal == null) {
			refusal = refuseReceivers(options);
		}
		if (refusal == null) {
			refusal = refuseDisclosure(options.discloseMe());
		}
		if (refusal == null && options.rkey() != null) {
			refusal = Refusal.option("rkey");
		}
		return (refusal != null) ? refusal : refusePassthru(options.pptScheme(), options.encAlgo());
	}

	@Nullable Refusal refuse(String topic, SubscribeOptions options) {
		if (!isValid(topic, options.match())) {
			return invalidUri(topic);
		}
		if (options.match() != MatchPolicy.EXACT) {
			return Refusal.option("match=" + options.match().wireName());
		}
		return (options.nkey() != null) ? Refusal.option("nkey") : null;
	}

	@Nullable Refusal refuse(String procedure, RegisterOptions options) {
		if (!isValid(procedure, options.match())) {
			return invalidUri(procedure);
		}
		if (options.match() != MatchPolicy.EXACT) {
			return Refusal.option("match=" + options.match().wireName());
		}
		Refusal refusal = refuseReserved(procedure, "procedure");
		if (refusal == null) {
			refusal = refusePolicy(options.invoke());
		}
		return (refusal != null) ? refusal : refuseDisclosure(options.discloseCaller());
	}

	@Nullable Refusal refuse(String procedure, CallOptions options) {
		if (!isValid(procedure, MatchPolicy.EXACT)) {
			return invalidUri(procedure);
		}
		if (Boolean.TRUE.equals(options.progress())) {
			return Refusal.option("progress");
		}
		if (options.rkey() != null || options.runmode() != null) {
			return Refusal.option("rkey, runmode");
		}
		Refusal refusal = refuseDisclosure(options.discloseMe());
		return (refusal != null) ? refusal : refusePassthru(options.pptScheme(), options.encAlgo());
	}

	@Nullable Refusal refuse(YieldOptions options) {
		return refusePassthru(options.pptScheme(), options.encAlgo());
	}

	private boolean isValid(String uri, MatchPolicy match) {
		return uri.length() <= this.uriLength && switch (match) {
			case EXACT -> this.uris.isValid(uri);
			case PREFIX -> this.uris.isValidPrefix(uri);
			case WILDCARD -> this.uris.isValidWildcard(uri);
		};
	}

	private @Nullable Refusal refuseReserved(String uri, String what) {
		if (UriRules.isReserved(uri)) {
			return new Refusal(ErrorUris.INVALID_URI, "restricted " + what + ": wamp.* belongs to the protocol");
		}
		return isValid(uri, MatchPolicy.EXACT) ? null : invalidUri(uri);
	}

	/** A long URI is not sent back. */
	private Refusal invalidUri(String uri) {
		return new Refusal(ErrorUris.INVALID_URI, (uri.length() <= this.uriLength) ? "invalid URI '" + uri + "'"
				: "a URI may have at most " + this.uriLength + " characters");
	}

	/** An empty list counts: it means nobody, or nobody is left out. */
	private static @Nullable Refusal refuseReceivers(PublishOptions options) {
		if (options.exclude() != null || options.excludeAuthid() != null || options.excludeAuthrole() != null) {
			return Refusal.option("exclude, exclude_authid, exclude_authrole");
		}
		if (options.eligible() != null || options.eligibleAuthid() != null || options.eligibleAuthrole() != null) {
			return Refusal.option("eligible, eligible_authid, eligible_authrole");
		}
		return null;
	}

	private static @Nullable Refusal refusePolicy(@Nullable String invoke) {
		if (invoke == null || invoke.equals(InvocationPolicy.SINGLE.wireName())) {
			return null;
		}
		return (InvocationPolicy.find(invoke) != null) ? Refusal.option("invoke=" + invoke)
				: new Refusal(ErrorUris.INVALID_ARGUMENT, "no invocation policy has the name of option invoke");
	}

	private static @Nullable Refusal refuseDisclosure(@Nullable Boolean disclose) {
		return Boolean.TRUE.equals(disclose)
				? new Refusal(ErrorUris.DISCLOSE_ME_DISALLOWED, "this router discloses no identities") : null;
	}

	private static @Nullable Refusal refusePassthru(@Nullable String scheme, @Nullable String algorithm) {
		if (scheme != null) {
			return Refusal.option("ppt_scheme");
		}
		return (algorithm != null) ? Refusal.option("enc_algo") : null;
	}

}
