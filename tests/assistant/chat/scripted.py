"""A server that speaks OpenAI's chat protocol and is no model: its replies are scripted.

A script is chosen by the model's name and makes its reply from the passages of the request, whose keys differ each
time. As a program of its own it serves until it is ended, and prints its address:

    python tests/assistant/chat/scripted.py [SECONDS BETWEEN PIECES]
"""

import json
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

_PASSAGE = re.compile(r'<passage key="(k[0-9a-f]+)"([^>]*)>(.*?)</passage>', re.DOTALL)
_SENTENCE = re.compile(r"(.{30,300}?[.;:])(?=\s|$)", re.DOTALL)


@dataclass(frozen=True)
class Passage:
    key: str
    attributes: str
    text: str

    @property
    def sentence(self) -> str:
        """A sentence of the passage, with no quotation marks or brackets of its own."""
        found = [one.strip() for one in _SENTENCE.findall(self.text)]
        plain = [one for one in found if not re.search(r"[\[\]\"“”‘’()]", one) and one[:1].isupper()]
        return (plain or found or [self.text[:200]])[0].rstrip(";:. ") + "."


@dataclass(frozen=True)
class Request:
    """One call: the messages' texts, the passages in them, and how many calls of this script came before it."""

    messages: list[dict[str, Any]]
    before: int

    @property
    def text(self) -> str:
        return "\n".join(str(message["content"]) for message in self.messages)

    @property
    def passages(self) -> list[Passage]:
        return [Passage(key, told, unescape(text)) for key, told, text in _PASSAGE.findall(self.text)]


@dataclass(frozen=True)
class Reply:
    """What the server does: `text` in pieces, and one thing that is wrong with it, perhaps."""

    text: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    error: str = "scripted"
    finish: str | None = "stop"
    wrong: str = ""  # "cut", "malformed", "hangs" (before the first word), "stalls" (after the first sentence)


Script = Callable[[Request], Reply]


def honest_text(passages: list[Passage], most: int = 3) -> str:
    """Sentences of the first passages, in their own words, each with its key."""
    return " ".join(f"{one.sentence} [{one.key}]" for one in passages[:most])


def honest(request: Request) -> Reply:
    return Reply(honest_text(request.passages))


def quoting(request: Request) -> Reply:
    first = request.passages[0]
    return Reply(f"The text says: “{first.sentence}” [{first.key}]")


SCRIPTS: dict[str, Script] = {"honest": honest, "quoting": quoting}


class Scripted:
    """The server: where it is, what it was asked, and its scripts, to which a test may add its own."""

    def __init__(self) -> None:
        self.scripts = dict(SCRIPTS)
        self.requests: list[tuple[str, Request]] = []
        self.headers: list[dict[str, str]] = []
        self.over = threading.Event()  # lets go what hangs
        self.pace = 0.0  # seconds between pieces, for people who watch
        self._lock = threading.Lock()
        self.server = _Server(("127.0.0.1", 0), _Handler)
        self.server.scripted = self

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}/v1"

    def answer(self, body: dict[str, Any], headers: dict[str, str]) -> Reply:
        with self._lock:
            before = sum(name == body["model"] for name, _ in self.requests)
            request = Request(body["messages"], before)
            self.requests.append((body["model"], request))
            self.headers.append(headers)
        script = self.scripts.get(body["model"])
        return script(request) if script else Reply(status=404, error=f"no script {body['model']}")


class _Server(ThreadingHTTPServer):
    request_queue_size = 512
    daemon_threads = True
    block_on_close = False
    scripted: Scripted

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away in the middle is none of our business."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def log_message(self, *args: Any) -> None:
        pass

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        reply = self.server.scripted.answer(body, {name.lower(): value for name, value in self.headers.items()})
        if reply.status != 200:
            self._refuse(reply)
        elif reply.wrong == "hangs":
            self.server.scripted.over.wait(30)
            self.close_connection = True
        else:
            self._stream(reply, body["model"])

    def _refuse(self, reply: Reply) -> None:
        told = json.dumps({"error": {"message": reply.error, "type": "scripted", "code": None}}).encode()
        self.send_response(reply.status)
        told_of = {"Content-Type": "application/json", "Content-Length": str(len(told)), **reply.headers}
        for name, value in told_of.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(told)

    def _stream(self, reply: Reply, model: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for piece in _pieces(reply.text):
            self._send(_chunk(model, {"role": "assistant", "content": piece}, None))
            if self.server.scripted.pace:
                time.sleep(self.server.scripted.pace)
            if reply.wrong == "stalls" and "." in piece:
                self.server.scripted.over.wait(30)
        if reply.wrong == "malformed":
            self._send("{not json")
        if reply.wrong == "cut":
            self.close_connection = True
            return
        if reply.finish:
            self._send(_chunk(model, {}, reply.finish))
            self._send("[DONE]")
        self.wfile.write(b"0\r\n\r\n")

    def _send(self, data: str) -> None:
        event = f"data: {data}\n\n".encode()
        self.wfile.write(f"{len(event):x}\r\n".encode() + event + b"\r\n")
        self.wfile.flush()


def _chunk(model: str, delta: dict[str, str], finish: str | None) -> str:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return json.dumps({"id": "1", "object": "chat.completion.chunk", "created": 0, "model": model, "choices": [choice]})


def _pieces(text: str) -> Iterator[str]:
    """A few letters at a time, so that keys, quotation marks and words come in parts, as from a model."""
    return (text[at : at + 7] for at in range(0, len(text), 7))


@contextmanager
def serving() -> Iterator[Scripted]:
    """A scripted server for as long as the block lasts."""
    scripted = Scripted()
    thread = threading.Thread(target=scripted.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield scripted
    finally:
        scripted.over.set()
        scripted.server.shutdown()
        scripted.server.server_close()


if __name__ == "__main__":
    with serving() as served:
        served.pace = float(sys.argv[1]) if len(sys.argv) > 1 else 0.0
        sys.stdout.write(f"{served.url}\n")
        sys.stdout.flush()
        threading.Event().wait()
