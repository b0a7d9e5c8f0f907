// AutobahnJS as a peer that a test drives: commands come as lines of JSON on stdin, what happens goes as lines of JSON
// to stdout. The same commands and answers as the Python peer beside it:
//
//   {"id": 1, "do": "call", "uri": …, "args": […], "kwargs": {…}, "options": {…}}
//       → {"type": "progress", "id": 1, "args", "kwargs"}…, then "done" with the same, or "failed" with "uri", "args", "kwargs"
//   {"id": 2, "do": "cancel", "call": 1, "mode": "kill"}                                  → done
//   {"id": 3, "do": "register", "uri": …, "options": {…}, "answer": "hold" | "echo"}      → done with "registration"
//       each invocation → {"type": "invocation", "registration": 3, "invocation": 1, "args", "kwargs", "details"}
//   {"id": 4, "do": "yield" | "raise" | "progress", "invocation": 1, "uri", "args", "kwargs"}  answers a held one → done
//   {"id": 5, "do": "unregister", "registration": 3}                                      → done
//   {"id": 6, "do": "subscribe", "uri": …, "options": {…}}                                → done with "subscription"
//       each event → {"type": "event", "subscription": 6, "args", "kwargs", "details"}
//   {"id": 7, "do": "publish", "uri": …, "args", "kwargs", "options"}                     → done, with "publication" if acknowledged
//   {"id": 8, "do": "unsubscribe", "subscription": 6}                                     → done
//   {"id": 9, "do": "leave", "reason": …, "message": …}                                   → {"type": "closed", "reason", "details"}
//
// The first line is {"type": "joined", "version", "session", "details", "serializer"}, or "closed". Bytes are written
// {"$bytes": "hexadecimal digits"}.
'use strict';

const autobahn = require('autobahn');
const readline = require('node:readline');
const { parseArgs } = require('node:util');

const { values: settings } = parseArgs({
  options: {
    url: { type: 'string' }, realm: { type: 'string' }, serializer: { type: 'string' },
    authid: { type: 'string' }, ticket: { type: 'string' },
  },
});

const SERIALIZERS = {
  json: autobahn.serializer.JSONSerializer,
  msgpack: autobahn.serializer.MsgpackSerializer,
  cbor: autobahn.serializer.CBORSerializer,
};

function toLine(key, value) {
  if (typeof value === 'bigint') return { $int: String(value) };
  if (value && value.type === 'Buffer' && Array.isArray(value.data)) return { $bytes: Buffer.from(value.data).toString('hex') };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('hex') };
  if (value instanceof Map) return Object.fromEntries(value);
  return value;
}

function fromLine(key, value) {
  return value && typeof value === 'object' && '$bytes' in value ? Buffer.from(value.$bytes, 'hex') : value;
}

function say(line) {
  process.stdout.write(JSON.stringify(line, toLine) + '\n');
}

// AutobahnJS unpacks a result that is one value, and shows none as null.
function payload(result) {
  if (result instanceof autobahn.Result) return { args: result.args, kwargs: result.kwargs };
  return { args: result === null || result === undefined ? [] : [result], kwargs: {} };
}

function failure(error) {
  if (error instanceof autobahn.Error) return { uri: error.error, args: error.args, kwargs: error.kwargs };
  return { uri: null, args: [String(error)], kwargs: {} };
}

const connection = new autobahn.Connection({
  url: settings.url,
  realm: settings.realm,
  serializers: [new SERIALIZERS[settings.serializer]()],
  max_retries: 0,
  retry_if_unreachable: false,
  ...(settings.ticket && { authmethods: ['ticket'], authid: settings.authid, onchallenge: () => settings.ticket }),
});

const calls = new Map();
const registrations = new Map();
const subscriptions = new Map();
const held = new Map();
let invocations = 0;

const commands = {
  call({ id, uri, args, kwargs, options }) {
    const call = connection.session.call(uri, args, kwargs, options);
    calls.set(id, call);
    call.then(
      (result) => say({ type: 'done', id, ...payload(result) }),
      (error) => say({ type: 'failed', id, ...failure(error) }),
      (result) => say({ type: 'progress', id, ...payload(result) }),
    );
  },
  cancel({ id, call, mode }) {
    calls.get(call).cancel(mode && { mode });
    say({ type: 'done', id });
  },
  register({ id, uri, options, answer }) {
    const endpoint = (args, kwargs, details) => {
      const invocation = ++invocations;
      say({ type: 'invocation', registration: id, invocation, args, kwargs, details });
      if (answer === 'echo') return new autobahn.Result(args, kwargs);
      return new Promise((resolve, reject) => held.set(invocation, { resolve, reject, progress: details.progress }));
    };
    report(id, connection.session.register(uri, endpoint, options), (registration) => {
      registrations.set(id, registration);
      return { registration: registration.id };
    });
  },
  yield({ id, invocation, args, kwargs }) {
    held.get(invocation).resolve(new autobahn.Result(args, kwargs));
    say({ type: 'done', id });
  },
  raise({ id, invocation, uri, args, kwargs }) {
    held.get(invocation).reject(new autobahn.Error(uri, args, kwargs));
    say({ type: 'done', id });
  },
  progress({ id, invocation, args, kwargs }) {
    held.get(invocation).progress(args, kwargs);
    say({ type: 'done', id });
  },
  unregister({ id, registration }) {
    report(id, registrations.get(registration).unregister(), () => ({}));
  },
  subscribe({ id, uri, options }) {
    const handler = (args, kwargs, details) => say({ type: 'event', subscription: id, args, kwargs, details });
    report(id, connection.session.subscribe(uri, handler, options), (subscription) => {
      subscriptions.set(id, subscription);
      return { subscription: subscription.id };
    });
  },
  unsubscribe({ id, subscription }) {
    report(id, subscriptions.get(subscription).unsubscribe(), () => ({}));
  },
  publish({ id, uri, args, kwargs, options }) {
    const published = connection.session.publish(uri, args, kwargs, options);
    if (published) report(id, published, (publication) => ({ publication: publication.id }));
    else say({ type: 'done', id });
  },
  leave({ id, reason, message }) {
    connection.close(reason, message);
    say({ type: 'done', id });
  },
};

function report(id, promise, form) {
  promise.then((value) => say({ type: 'done', id, ...form(value) }), (error) => say({ type: 'failed', id, ...failure(error) }));
}

connection.onopen = (session, details) => say({
  type: 'joined', version: autobahn.version, session: session.id, details, serializer: details.transport.protocol,
});
connection.onclose = (reason, details) => {
  say({ type: 'closed', reason, details });
  return true;
};

readline.createInterface({ input: process.stdin })
  .on('line', (line) => {
    const command = JSON.parse(line, fromLine);
    try {
      commands[command.do](command);
    } catch (error) {
      say({ type: 'failed', id: command.id, ...failure(error) });
    }
  })
  .on('close', () => process.exit(0));
connection.open();
