import { MESSAGE_NAMES, WampConnection } from "./wamp.js";

const LOG_LENGTH = 60;

const $ = (id) => document.getElementById(id);

const connection = new WampConnection(routerAddress());

function routerAddress() {
	let address;
	return async () => {
		if (!address) {
			const response = await fetch("wamp.json", { cache: "no-store" });
			if (!response.ok) {
				throw new Error(`GET wamp.json: ${response.status}`);
			}
			address = await response.json();
		}
		return address;
	};
}

// What went wrong, in words for a person: the message, and the URI of an answer when it says more.
function describe(error) {
	const answered = error.uri && !error.uri.startsWith("wamp.close.");
	return answered && error.message !== error.uri ? `${error.message} (${error.uri})` : error.message;
}

function showError(target, error) {
	target.textContent = describe(error);
	target.classList.add("error");
}

function showMessage(target, text = "") {
	target.textContent = text;
	target.classList.remove("error");
}

// The connection

const STATES = { connecting: "Connecting…", open: "Connected", closed: "Not connected" };

function detailsOf({ state, details, reason }) {
	if (state === "open") {
		return `${details.realm} at ${details.url}`;
	}
	return reason ? describe(reason) : "";
}

function showConnection() {
	const { state, details } = connection;
	$("connection").dataset.state = state;
	$("connection-text").textContent = STATES[state];
	$("connection-details").textContent = detailsOf(connection);
	$("connection-details").title = state === "open" ? `Session ${details.session}` : "";
	document.body.classList.toggle("away", state === "closed");
	showRetry();
}

function showRetry() {
	const { retryAt } = connection;
	const seconds = Math.ceil((retryAt - Date.now()) / 1000);
	$("retry-in").textContent = retryAt ? `next try in ${Math.max(1, seconds)} s` : "";
	$("retry").hidden = !retryAt;
}

connection.addEventListener("statechange", showConnection);
setInterval(() => connection.retryAt && showRetry(), 250);
$("retry").addEventListener("click", () => connection.open());
window.addEventListener("online", () => connection.open());
document.addEventListener("visibilitychange", () => document.hidden || connection.open());
window.addEventListener("pagehide", () => connection.close());
window.addEventListener("pageshow", (event) => event.persisted && connection.open());

// Asks for better input, in words of this page; answers whether there is something to ask for.
function refuse(inputs, target, words) {
	const wrong = inputs.find((input) => !input.checkValidity());
	if (wrong) {
		wrong.focus();
		showError(target, new Error(words));
	}
	return Boolean(wrong);
}

connection.addEventListener("statechange", () => {
	if (connection.state === "open") {
		document.querySelectorAll(".message.error").forEach((target) => showMessage(target));
	}
});

// The sum. Its bounds (15 digits) leave room for a sum that is exact in JavaScript.

function showSum(sum) {
	$("sum").value = sum;
	$("sum").classList.toggle("long", $("sum").value.length > 6);
}

$("add-form").addEventListener("submit", async (event) => {
	event.preventDefault();
	const [a, b] = [$("a"), $("b")];
	showSum("");
	if (refuse([a, b], $("add-message"), "Two whole numbers of at most 15 digits, please")) {
		return;
	}
	try {
		showSum(await connection.call("com.example.add2", { args: [a.valueAsNumber, b.valueAsNumber] }));
		showMessage($("add-message"));
	}
	catch (error) {
		showError($("add-message"), error);
	}
});

for (const input of [$("a"), $("b")]) {
	input.addEventListener("input", () => showSum(""));
}

// The votes. Events come in the order of the counts and always say the truth. The list is older than an event that came
// while it was asked for.

let votes = new Map();

// The subjects that had an event since the list was asked for.
let changed = new Set();

function showVotes() {
	const most = Math.max(1, ...votes.values());
	for (const output of document.querySelectorAll("[data-votes]")) {
		const count = votes.get(output.dataset.votes);
		const text = count === undefined ? "–" : String(count);
		if (output.value !== text) {
			output.value = text;
		}
		const bar = output.closest(".subject").querySelector(".bar > span");
		bar.style.setProperty("--share", (count ?? 0) / most);
	}
}

// With fewer votes than before the application has begun anew behind an external router: all counts are others.
function onChanged(subject, count) {
	if (!Number.isSafeInteger(count)) {
		return;
	}
	const anew = count < (votes.get(subject) ?? 0);
	votes.set(subject, count);
	changed.add(subject);
	showVotes();
	if (anew) {
		readVotes();
	}
}

function onList(list) {
	for (const { subject, votes: count } of list) {
		if (!changed.has(subject)) {
			votes.set(subject, count);
		}
	}
	showVotes();
}

function flash(subject) {
	const row = document.querySelector(`[data-vote="${CSS.escape(subject)}"]`)?.closest(".subject");
	row?.querySelector(".fruit").animate?.([{ scale: 1 }, { scale: 1.18 }, { scale: 1 }], { duration: 260, easing: "ease-out" });
}

connection.subscribe("com.example.votes.changed", ([subject, count]) => {
	onChanged(subject, count);
	flash(subject);
});

// The application may register its procedures a moment after the router is there.
async function readVotes() {
	const asked = new Set();
	changed = asked;
	try {
		const list = await connection.call("com.example.votes.get");
		if (changed === asked) {
			onList(list);
			showMessage($("votes-message"));
		}
	}
	catch (error) {
		if (changed === asked && connection.state === "open") {
			showError($("votes-message"), error);
			setTimeout(() => changed === asked && readVotes(), 1000);
		}
	}
}

connection.addEventListener("statechange", () => {
	if (connection.state === "open") {
		votes = new Map();
		readVotes();
	}
});

for (const button of document.querySelectorAll("[data-vote]")) {
	button.addEventListener("click", async () => {
		try {
			await connection.call("com.example.votes.vote", { args: [button.dataset.vote] });
			showMessage($("votes-message"));
		}
		catch (error) {
			showError($("votes-message"), error);
		}
	});
}

// The countdown

let running;

function showRemaining(remaining, from) {
	$("remaining").value = remaining;
	$("progress").max = from;
	$("progress").value = from - remaining;
}

// The button that can be pressed next takes over the focus from the one that cannot any more.
function showRunning(controller) {
	const [next, last] = controller ? [$("cancel"), $("countdown")] : [$("countdown"), $("cancel")];
	const moves = document.activeElement === last;
	running = controller;
	next.disabled = false;
	last.disabled = true;
	$("from").disabled = Boolean(controller);
	if (moves) {
		next.focus();
	}
}

$("countdown-form").addEventListener("submit", async (event) => {
	event.preventDefault();
	if (refuse([$("from")], $("countdown-message"), "A whole number from 1 to 60, please")) {
		return;
	}
	const from = $("from").valueAsNumber;
	const controller = new AbortController();
	const onProgress = (remaining) => showRemaining(remaining, from);
	showRunning(controller);
	showRemaining(from, from);
	showMessage($("countdown-message"), "Counting…");
	try {
		const last = await connection.call("com.example.countdown", { args: [from], onProgress, signal: controller.signal });
		showRemaining(last, from);
		showMessage($("countdown-message"), "Done");
	}
	catch (error) {
		if (error.uri === "wamp.error.canceled") {
			showMessage($("countdown-message"), `Canceled at ${$("remaining").value}`);
		}
		else {
			showError($("countdown-message"), error);
		}
	}
	finally {
		showRunning(undefined);
	}
});

$("from").addEventListener("input", () => {
	if ($("from").checkValidity()) {
		showRemaining($("from").value, $("from").value);
		showMessage($("countdown-message"));
	}
});

$("cancel").addEventListener("click", () => running?.abort());

// Live events and the wire

connection.subscribe("com.example.clock", ([time]) => {
	$("clock").dateTime = time;
	$("clock").textContent = new Date(time).toLocaleTimeString([], { hourCycle: "h23" });
});

let waveTimer;

function showWave(text) {
	showMessage($("wave-message"), text);
	clearTimeout(waveTimer);
	waveTimer = setTimeout(() => showMessage($("wave-message")), 4000);
}

connection.subscribe("com.example.wave", () => showWave("Another window waves to you"));

$("wave").addEventListener("click", async () => {
	try {
		await connection.publish("com.example.wave", ["Hello"]);
		showWave("You waved");
	}
	catch (error) {
		clearTimeout(waveTimer);
		showError($("wave-message"), error);
	}
});

function entry(direction, message) {
	const item = document.createElement("li");
	item.className = direction;
	const name = document.createElement("b");
	name.textContent = MESSAGE_NAMES[message[0]] ?? "?";
	const text = document.createElement("code");
	text.textContent = JSON.stringify(message);
	const arrow = document.createElement("i");
	arrow.textContent = direction === "sent" ? "→" : "←";
	arrow.title = direction;
	item.append(arrow, name, text);
	return item;
}

connection.addEventListener("message", ({ detail: { direction, message, topic } }) => {
	if (topic === "com.example.clock" && !$("show-clock").checked) {
		return;
	}
	const log = $("log");
	log.prepend(entry(direction, message));
	if (log.children.length > LOG_LENGTH) {
		log.lastElementChild.remove();
	}
});

connection.open();
