"""Autobahn|Python (asyncio) as a peer that a test drives, by the commands that stand in the JavaScript peer beside it."""

import argparse
import asyncio
import json
import sys

import autobahn
import txaio

txaio.use_asyncio()

from autobahn.asyncio.websocket import WampWebSocketClientFactory  # noqa: E402 (the framework is chosen first)
from autobahn.asyncio.wamp import ApplicationSession  # noqa: E402
from autobahn.wamp import types  # noqa: E402
from autobahn.wamp.exception import ApplicationError  # noqa: E402
from autobahn.wamp.serializer import CBORSerializer, JsonSerializer, MsgPackSerializer  # noqa: E402
from autobahn.websocket.util import parse_url  # noqa: E402

SERIALIZERS = {"json": JsonSerializer, "msgpack": MsgPackSerializer, "cbor": CBORSerializer}


def to_line(value):
    if isinstance(value, (bytes, bytearray)):
        return {"$bytes": value.hex()}
    return value.marshal() if hasattr(value, "marshal") else repr(value)


def from_line(value):
    return bytes.fromhex(value["$bytes"]) if "$bytes" in value else value


def say(type, **line):
    print(json.dumps({"type": type, **line}, default=to_line), flush=True)


def payload(result):
    """Autobahn|Python unpacks a result that is one value, and shows none as None."""
    if isinstance(result, types.CallResult):
        return {"args": result.results, "kwargs": result.kwresults or {}}
    return {"args": [] if result is None else [result], "kwargs": {}}


def failure(error):
    if isinstance(error, ApplicationError):
        return {"uri": error.error, "args": error.args, "kwargs": error.kwargs}
    if isinstance(error, asyncio.CancelledError):
        return {"uri": "wamp.error.canceled", "args": [], "kwargs": {}}
    return {"uri": None, "args": [str(error)], "kwargs": {}}


class Peer(ApplicationSession):
    def __init__(self, config, settings):
        super().__init__(config)
        self.settings = settings
        self.running = {}
        self.registrations_by_id = {}
        self.subscriptions_by_id = {}
        self.held = {}

    def onConnect(self):
        if self.settings.ticket:
            self.join(self.config.realm, ["ticket"], self.settings.authid)
        else:
            self.join(self.config.realm)

    def onChallenge(self, challenge):
        return self.settings.ticket

    def onJoin(self, details):
        say("joined", version=autobahn.__version__, session=details.session, details=details,
            serializer=self._transport.transport_details.websocket_protocol)

    def onLeave(self, details):
        say("closed", reason=details.reason, details={"message": details.message})
        self.disconnect()

    def onDisconnect(self):
        if self.is_attached():
            say("closed", reason="lost", details={})

    def onUserError(self, fail, message):
        print(message, file=sys.stderr)

    async def obey(self, id, do, **command):
        try:
            answer = await getattr(self, "do_" + do)(id, **command)
            say("done", id=id, **answer)
        except (Exception, asyncio.CancelledError) as error:
            say("failed", id=id, **failure(error))

    async def do_call(self, id, uri, args=(), kwargs=None, options=None):
        options = dict(options or {})
        if options.pop("receive_progress", False):
            options["on_progress"] = lambda *args, **kwargs: say("progress", id=id, args=args, kwargs=kwargs)
        self.running[id] = self.call(uri, *args, **(kwargs or {}), options=types.CallOptions(**options))
        return payload(await self.running[id])

    async def do_cancel(self, id, call, mode=None):
        # The mode cannot be said.
        self.running[call].cancel()
        return {}

    async def do_register(self, id, uri, options=None, answer="hold"):
        async def endpoint(*args, details, **kwargs):
            invocation = len(self.held) + 1
            self.held[invocation] = (asyncio.get_running_loop().create_future(), details.progress)
            say("invocation", registration=id, invocation=invocation, args=args, kwargs=kwargs,
                details={"procedure": details.procedure, "caller": details.caller, "caller_authid": details.caller_authid,
                         "caller_authrole": details.caller_authrole, "progress": details.progress is not None})
            if answer == "echo":
                return types.CallResult(*args, **kwargs)
            try:
                return await self.held[invocation][0]
            except asyncio.CancelledError:
                say("interrupted", invocation=invocation)
                raise

        registration = await self.register(endpoint, uri, types.RegisterOptions(details_arg="details", **(options or {})))
        self.registrations_by_id[id] = registration
        return {"registration": registration.id}

    async def do_yield(self, id, invocation, args=(), kwargs=None):
        self.held[invocation][0].set_result(types.CallResult(*args, **(kwargs or {})))
        return {}

    async def do_raise(self, id, invocation, uri, args=(), kwargs=None):
        self.held[invocation][0].set_exception(ApplicationError(uri, *args, **(kwargs or {})))
        return {}

    async def do_progress(self, id, invocation, args=(), kwargs=None):
        self.held[invocation][1](*args, **(kwargs or {}))
        return {}

    async def do_unregister(self, id, registration):
        await self.registrations_by_id[registration].unregister()
        return {}

    async def do_subscribe(self, id, uri, options=None):
        def handler(*args, details, **kwargs):
            say("event", subscription=id, args=args, kwargs=kwargs,
                details={"publication": details.publication, "topic": details.topic, "publisher": details.publisher})

        subscription = await self.subscribe(handler, uri, types.SubscribeOptions(details_arg="details", **(options or {})))
        self.subscriptions_by_id[id] = subscription
        return {"subscription": subscription.id}

    async def do_unsubscribe(self, id, subscription):
        await self.subscriptions_by_id[subscription].unsubscribe()
        return {}

    async def do_publish(self, id, uri, args=(), kwargs=None, options=None):
        published = self.publish(uri, *args, **(kwargs or {}), options=types.PublishOptions(**(options or {})))
        return {"publication": (await published).id} if published else {}

    async def do_leave(self, id, reason=None, message=None):
        self.leave(reason, message)
        return {}


async def main(settings):
    loop = asyncio.get_running_loop()
    txaio.config.loop = loop
    peer = Peer(types.ComponentConfig(settings.realm), settings)
    factory = WampWebSocketClientFactory(lambda: peer, url=settings.url, serializers=[SERIALIZERS[settings.serializer]()])
    factory.setProtocolOptions(openHandshakeTimeout=10, closeHandshakeTimeout=1, tcpNoDelay=True, autoPingInterval=10, autoPingTimeout=5)
    _, host, port, *_ = parse_url(settings.url)
    await loop.create_connection(factory, host, port)

    commands = asyncio.StreamReader(limit=64 * 1024 * 1024)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(commands), sys.stdin)
    tasks = set()
    while line := await commands.readline():
        # Each has a task of its own: a call that waits does not hold up the command that answers it.
        task = asyncio.create_task(peer.obey(**json.loads(line, object_hook=from_line)))
        tasks.add(task)
        task.add_done_callback(tasks.discard)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    for name in ("url", "realm", "serializer", "authid", "ticket"):
        parser.add_argument("--" + name)
    asyncio.run(main(parser.parse_args()))
