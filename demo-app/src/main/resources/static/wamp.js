/**
 * A small WAMP client for browsers: joins a realm over a WebSocket (sub-protocol wamp.2.json), calls procedures with
 * progressive results and canceling, publishes, subscribes, and comes back after a lost connection.
 *
 * It is a caller, a publisher and a subscriber. For a callee, other serializers or authentication use a full client.
 */

// Message codes, in the order of the protocol's text.
const HELLO = 1;
const WELCOME = 2;
const ABORT = 3;
const GOODBYE = 6;
const ERROR = 8;
const PUBLISH = 16;
const PUBLISHED = 17;
const SUBSCRIBE = 32;
const SUBSCRIBED = 33;
const EVENT = 36;
const CALL = 48;
const CANCEL = 49;
const RESULT = 50;

/** The names of the messages that this client sends and receives, by code. */
export const MESSAGE_NAMES = Object.freeze({
	[HELLO]: "HELLO",
	[WELCOME]: "WELCOME",
	[ABORT]: "ABORT",
	[GOODBYE]: "GOODBYE",
	[ERROR]: "ERROR",
	[PUBLISH]: "PUBLISH",
	[PUBLISHED]: "PUBLISHED",
	[SUBSCRIBE]: "SUBSCRIBE",
	[SUBSCRIBED]: "SUBSCRIBED",
	[EVENT]: "EVENT",
	[CALL]: "CALL",
	[CANCEL]: "CANCEL",
	[RESULT]: "RESULT",
});

const ROLES = {
	caller: { features: { progressive_call_results: true, call_canceling: true } },
	publisher: { features: {} },
	subscriber: { features: {} },
};

const NOT_CONNECTED = "wamp.close.transport_lost";
const CANCELED = "wamp.error.canceled";

/** Milliseconds within which a session must be joined. */
const JOIN_TIMEOUT = 10_000;

/** Where received messages have their dictionary of details, by code. */
const DETAILS_AT = { [WELCOME]: 2, [ABORT]: 1, [GOODBYE]: 1, [ERROR]: 3, [EVENT]: 3, [RESULT]: 2 };

// What is not a message becomes one that nobody knows.
function parse(text) {
	try {
		const message = JSON.parse(text);
		return Array.isArray(message) && hasDetails(message) ? message : [];
	}
	catch {
		return [];
	}
}

function hasDetails(message) {
	const at = DETAILS_AT[message[0]];
	return at === undefined || (typeof message[at] === "object" && message[at] !== null);
}

/** An error that has a URI: an ERROR of the router or of a callee, an ABORT, a GOODBYE, or a lost connection. */
export class WampError extends Error {

	constructor(uri, args = [], kwargs = {}) {
		super(typeof args[0] === "string" ? args[0] : uri);
		this.name = "WampError";
		this.uri = uri;
		this.args = args;
		this.kwargs = kwargs;
	}

}

/** One joined session. It ends with its WebSocket and takes its requests and subscriptions with it. */
class Session {

	#send;

	#lastRequest = 0;

	/** Request id → what waits for the answer. */
	#pending = new Map();

	/** Subscription id → its topic. The router gives one id for all subscriptions on one topic. */
	#topics = new Map();

	/** Topic → its handlers. */
	#handlers = new Map();

	constructor(send) {
		this.#send = send;
	}

	call(procedure, args, { onProgress, signal }) {
		const options = onProgress ? { receive_progress: true } : {};
		const request = ++this.#lastRequest;
		const cancel = () => this.#send([CANCEL, request, { mode: "kill" }]);
		const answer = this.#expect(request, { onProgress }).finally(() => signal?.removeEventListener("abort", cancel));
		this.#send([CALL, request, options, procedure, args]);
		signal?.addEventListener("abort", cancel, { once: true });
		return answer;
	}

	publish(topic, args) {
		const request = ++this.#lastRequest;
		const answer = this.#expect(request, {});
		this.#send([PUBLISH, request, { acknowledge: true }, topic, args]);
		return answer;
	}

	async subscribe(topic, handlers) {
		this.#handlers.set(topic, handlers);
		const request = ++this.#lastRequest;
		// The id is known before the promise settles: an event may follow in the same read.
		const answer = this.#expect(request, { accept: (id) => this.#topics.set(id, topic) });
		this.#send([SUBSCRIBE, request, {}, topic]);
		await answer;
	}

	/** The topic of a received EVENT. */
	topicOf(subscription) {
		return this.#topics.get(subscription);
	}

	/** Serves one message. Answers false when the message has no place in a joined session. */
	receive(message) {
		switch (message[0]) {
			case RESULT:
				this.#onResult(message);
				return true;
			case ERROR:
				this.#settle(message[2], (waiting) => waiting.reject(new WampError(message[4], message[5], message[6])));
				return true;
			case EVENT:
				this.#onEvent(message);
				return true;
			case SUBSCRIBED:
			case PUBLISHED:
				this.#settle(message[1], (waiting) => waiting.resolve(message[2]));
				return true;
			default:
				return false;
		}
	}

	/** Fails everything that waits. */
	end(error) {
		const waiting = [...this.#pending.values()];
		this.#pending.clear();
		waiting.forEach(({ reject }) => reject(error));
	}

	#expect(request, { accept = () => {}, onProgress }) {
		return new Promise((resolve, reject) => {
			const resolveAccepted = (value) => {
				accept(value);
				resolve(value);
			};
			this.#pending.set(request, { resolve: resolveAccepted, reject, onProgress });
		});
	}

	#onResult([, request, details, args = []]) {
		if (details.progress) {
			this.#pending.get(request)?.onProgress?.(args[0]);
			return;
		}
		this.#settle(request, (waiting) => waiting.resolve(args[0]));
	}

	#onEvent([, subscription, , , args = [], kwargs = {}]) {
		const topic = this.#topics.get(subscription);
		this.#handlers.get(topic)?.forEach((handler) => handler(args, kwargs));
	}

	// An answer to a request that nobody waits for any more (a canceled one, say) is dropped.
	#settle(request, settle) {
		const waiting = this.#pending.get(request);
		if (waiting) {
			this.#pending.delete(request);
			settle(waiting);
		}
	}

}

/**
 * A connection that survives the loss of its session. Its state is "connecting", "open" or "closed"; while it is closed
 * by a loss, the next attempt is scheduled.
 *
 * Events: "statechange" after each change of state, and "message" for each message on the wire, with
 * detail {direction, message, topic}.
 */
export class WampConnection extends EventTarget {

	#configuration;

	#backOff;

	#state = "closed";

	#socket;

	#session;

	#details = {};

	#subscriptions = new Map();

	#attempts = 0;

	#failures = 0;

	#timer;

	#retryAt;

	#reason;

	#wanted = false;

	/**
	 * @param configuration a function that gives a promise of {url, realm}; asked before each attempt until it answers
	 * @param backOff milliseconds before the first retry, the factor of each further one, the longest wait, and the
	 * share of random spread
	 */
	constructor(configuration, backOff = { delay: 500, multiplier: 1.6, maxDelay: 10_000, jitter: 0.2 }) {
		super();
		this.#configuration = configuration;
		this.#backOff = backOff;
	}

	get state() {
		return this.#state;
	}

	/** What is known of the open session: {url, realm, session, router}. */
	get details() {
		return this.#details;
	}

	/** Why the last session or attempt ended: a WampError, or undefined. */
	get reason() {
		return this.#reason;
	}

	/** When the next attempt is made (milliseconds since the epoch), or undefined. */
	get retryAt() {
		return this.#retryAt;
	}

	/** Connects now: the first time, after close(), or instead of waiting for the scheduled attempt. */
	open() {
		this.#wanted = true;
		if (this.#state === "closed") {
			this.#attempt();
		}
	}

	/** Leaves the realm and stays away. */
	close() {
		this.#wanted = false;
		this.#send([GOODBYE, {}, "wamp.close.normal"]);
		this.#lost(new WampError("wamp.close.normal"));
	}

	/**
	 * Calls a procedure.
	 * @param options args, onProgress(value) to ask for progressive results, and an AbortSignal to cancel the call: it
	 * then fails with the error of the callee, usually wamp.error.canceled; one that waits for the connection at once
	 * @returns a promise of the first positional result
	 */
	async call(procedure, { args = [], onProgress, signal } = {}) {
		const session = await this.#joined(signal);
		if (signal?.aborted) {
			throw new WampError(CANCELED);
		}
		return session.call(procedure, args, { onProgress, signal });
	}

	/** Publishes an event. The promise settles with the router's acknowledgement. */
	async publish(topic, args = []) {
		const session = await this.#joined();
		return session.publish(topic, args);
	}

	/** Calls the handler for each event on the topic, in this session and in all that follow. */
	subscribe(topic, handler) {
		const handlers = this.#subscriptions.get(topic);
		if (handlers) {
			handlers.add(handler);
			return;
		}
		this.#subscriptions.set(topic, new Set([handler]));
		if (this.#state === "open") {
			this.#restore(this.#session, topic);
		}
	}

	// A refused subscription does not end the session: what else the page does goes on.
	async #restore(session, topic) {
		try {
			await session.subscribe(topic, this.#subscriptions.get(topic));
		}
		catch (error) {
			if (session === this.#session) {
				console.error(`No events of ${topic}: ${error.uri}`);
			}
		}
	}

	// A request made while the connection opens waits for it; without one it fails at once.
	#joined(signal) {
		return new Promise((resolve, reject) => {
			signal?.addEventListener("abort", () => reject(new WampError(CANCELED)), { once: true });
			const decide = () => {
				if (this.#state === "open") {
					resolve(this.#session);
				}
				else if (this.#state === "closed") {
					reject(new WampError(NOT_CONNECTED, ["Not connected"]));
				}
				else {
					this.addEventListener("statechange", decide, { once: true });
				}
			};
			decide();
		});
	}

	async #attempt() {
		const attempt = ++this.#attempts;
		this.#retryAt = undefined;
		this.#schedule(JOIN_TIMEOUT, () => this.#lost(new WampError(NOT_CONNECTED, ["The router does not answer"])));
		this.#become("connecting");
		try {
			const { url, realm } = await this.#configuration();
			if (attempt === this.#attempts) {
				this.#connect(url, realm);
			}
		}
		catch {
			if (attempt === this.#attempts) {
				this.#lost(new WampError(NOT_CONNECTED, ["The address of the router is not known"]));
			}
		}
	}

	#connect(url, realm) {
		const socket = new WebSocket(url, ["wamp.2.json"]);
		this.#socket = socket;
		this.#details = { url, realm };
		socket.onopen = () => {
			if (socket === this.#socket) {
				this.#send([HELLO, realm, { roles: ROLES }]);
			}
		};
		socket.onmessage = ({ data }) => {
			if (socket === this.#socket) {
				this.#receive(data);
			}
		};
		socket.onclose = () => {
			if (socket === this.#socket) {
				this.#lost(new WampError(NOT_CONNECTED, ["The connection was lost"]));
			}
		};
	}

	#receive(text) {
		const message = parse(text);
		const topic = message[0] === EVENT ? this.#session?.topicOf(message[1]) : undefined;
		this.#tell("received", message, topic);
		if (message[0] === ABORT) {
			this.#lost(new WampError(message[2], [message[1].message ?? "The router refused the session"]));
		}
		else if (message[0] === GOODBYE) {
			this.#send([GOODBYE, {}, "wamp.close.goodbye_and_out"]);
			this.#lost(new WampError(message[2], [message[1].message ?? "The router ended the session"]));
		}
		else if (message[0] === WELCOME && !this.#session) {
			this.#welcome(message);
		}
		else if (!this.#session?.receive(message)) {
			this.#send([ABORT, { message: "Unexpected message" }, "wamp.error.protocol_violation"]);
			this.#lost(new WampError("wamp.error.protocol_violation", ["The router sent what nobody expected"]));
		}
	}

	// Subscriptions are restored before the session is announced.
	async #welcome([, id, details]) {
		const session = new Session((message) => this.#send(message));
		this.#session = session;
		this.#details = { ...this.#details, session: id, router: details.agent };
		await Promise.all([...this.#subscriptions.keys()].map((topic) => this.#restore(session, topic)));
		if (session === this.#session) {
			clearTimeout(this.#timer);
			this.#failures = 0;
			this.#become("open");
		}
	}

	#lost(error) {
		const socket = this.#socket;
		const session = this.#session;
		this.#socket = undefined;
		this.#session = undefined;
		this.#reason = error;
		this.#attempts++;
		socket?.close();
		if (this.#wanted) {
			this.#retry();
		}
		else {
			clearTimeout(this.#timer);
			this.#retryAt = undefined;
		}
		this.#become("closed");
		session?.end(error);
	}

	#retry() {
		const { delay, multiplier, maxDelay, jitter } = this.#backOff;
		const wait = Math.min(maxDelay, delay * multiplier ** this.#failures) * (1 + jitter * (2 * Math.random() - 1));
		this.#failures++;
		this.#retryAt = Date.now() + wait;
		this.#schedule(wait, () => this.open());
	}

	#schedule(wait, action) {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(action, wait);
	}

	#become(state) {
		this.#state = state;
		this.dispatchEvent(new Event("statechange"));
	}

	#send(message) {
		if (this.#socket?.readyState === WebSocket.OPEN) {
			this.#socket.send(JSON.stringify(message));
			this.#tell("sent", message);
		}
	}

	#tell(direction, message, topic) {
		this.dispatchEvent(new CustomEvent("message", { detail: { direction, message, topic } }));
	}

}
