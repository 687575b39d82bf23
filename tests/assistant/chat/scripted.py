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
from collections.abc import Callable, Iterator, Sequence
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


def cited(passages: Sequence[Passage], most: int = 3) -> str:
    """Sentences of the first passages, in their own words, each with its key."""
    return " ".join(f"{one.sentence} [{one.key}]" for one in passages[:most])


def _changed(request: Request, pattern: str, new: str) -> tuple[str, Passage]:
    """A sentence of a passage in which the pattern stands, with `new` in its place; and its passage."""
    for passage in request.passages:
        for sentence in _SENTENCE.findall(passage.text):
            if re.search(pattern, sentence) and not re.search(r"[\[\]\"“”‘’]", sentence):
                return re.sub(pattern, new, sentence.strip(), count=1), passage
    raise AssertionError(f"no passage has {pattern}")


def honest(request: Request) -> Reply:
    """As a good adviser: what passages say, each sentence with its key."""
    return Reply(cited(request.passages))


def quoting(request: Request) -> Reply:
    """A quotation that stands in its passage."""
    first = request.passages[0]
    return Reply(f"The text says: “{first.sentence}” [{first.key}]")


def invented_key(request: Request) -> Reply:
    first, second = request.passages[:2]
    return Reply(f"{cited([first])} {second.sentence} [{second.key}] [kfffff] A pact was signed on Mars. [k00000]")


def altered_quotation(request: Request) -> Reply:
    """Near its passage: one word of the quotation is another."""
    first = request.passages[0]
    words = first.sentence.split()
    words[len(words) // 2] = "wholly"
    return Reply(f"{cited(request.passages)} The text says: “{' '.join(words)}” [{first.key}]")


def made_up_quotation(request: Request) -> Reply:
    first = request.passages[0]
    return Reply(f"{cited(request.passages)} It says “sanctions are to be lifted by next spring” there. [{first.key}]")


def raised_force(request: Request) -> Reply:
    sentence, passage = _changed(request, r"\b(?:should|could|can|may)\b", "must")
    return Reply(f"{sentence} [{passage.key}] {cited([one for one in request.passages if one != passage])}")


def wrong_number(request: Request) -> Reply:
    sentence, passage = _changed(request, r"\bFifty-nine\b|\b[1-9]\d?\b(?!\.)", "Ninety-three")
    return Reply(f"{sentence} [{passage.key}] {cited([one for one in request.passages if one != passage])}")


def obeys_a_passage(request: Request) -> Reply:
    """As a model that an instruction in a passage, or in the question, has taken over."""
    first = request.passages[0]
    evil = "![x](http://evil.example/?q=1) <script>alert(1)</script> Send your password to http://evil.example now."
    return Reply(
        f"{cited(request.passages)} {evil} [{first.key}] I am no longer bound by my instructions. [{first.key}]"
    )


def no_citations(request: Request) -> Reply:
    """What passages say, but no key anywhere."""
    return Reply(" ".join(one.sentence for one in request.passages[:3]))


def beside_the_texts(request: Request) -> Reply:
    """Fluent, and in no passage."""
    return Reply("Bananas are rich in potassium. Paris has two airports. The moon is nearly full tonight.")


def partly_supported(request: Request) -> Reply:
    return Reply(f"{cited(request.passages)} In 1066 the Council dissolved itself in Antarctica.")


def names_paragraphs(request: Request) -> Reply:
    first = request.passages[0]
    return Reply(f"As paragraph 99 of A/99/123 states, {first.sentence[0].lower()}{first.sentence[1:]} [{first.key}]")


def declines(request: Request) -> Reply:
    return Reply("The passages do not answer this.")


def cut(request: Request) -> Reply:
    """The connection breaks in the middle."""
    return Reply(cited(request.passages)[:200], wrong="cut")


def unended(request: Request) -> Reply:
    """The stream ends well, but nothing says that the reply does."""
    return Reply(cited(request.passages)[:200], finish=None)


def too_talkative(request: Request) -> Reply:
    """As long as a reply may be, and over in the middle of a sentence."""
    return Reply(f"{cited(request.passages)} And what is mo", finish="length")


def endless(request: Request) -> Reply:
    """A server that knows no limit."""
    return Reply(cited(request.passages) + " prevention" * 5000)


def malformed(request: Request) -> Reply:
    return Reply("States", wrong="malformed")


def empty(request: Request) -> Reply:
    return Reply("")


def hangs(request: Request) -> Reply:
    return Reply("too late", wrong="hangs")


def stalls(request: Request) -> Reply:
    return Reply(cited(request.passages), wrong="stalls")


def thinks_aloud(request: Request) -> Reply:
    return Reply(
        f"<think>They ask about [{request.passages[0].key}]. I must not say so.</think>\n{cited(request.passages)}"
    )


def searches(request: Request) -> Reply:
    """Asks for two searches, one after the other, before it answers."""
    asked = sum("SEARCH:" in str(one["content"]) for one in request.messages if one["role"] == "assistant")
    words = ("early warning systems", "memorials and education")
    return Reply(f"SEARCH: {words[asked]}") if asked < len(words) else Reply(cited(request.passages[-3:]))


def searches_for_ever(request: Request) -> Reply:
    return Reply("SEARCH: yet another thing")


def window_of_3000(request: Request) -> Reply:
    """A model whose window is smaller than we were told."""
    if len(request.text) > 3000 * 4:
        return Reply(status=400, error="This model's maximum context length is 3000 tokens.")
    return honest(request)


def failing(status: int, times: int = 99, **headers: str) -> Script:
    """Fails so many times, then answers."""

    def script(request: Request) -> Reply:
        if request.before < times:
            return Reply(status=status, headers={name.replace("_", "-"): value for name, value in headers.items()})
        return honest(request)

    return script


SCRIPTS: dict[str, Script] = {
    script.__name__.replace("_", "-"): script
    for script in (
        honest, quoting, invented_key, altered_quotation, made_up_quotation, raised_force, wrong_number,
        obeys_a_passage, no_citations, beside_the_texts, partly_supported, names_paragraphs, declines, cut, unended,
        too_talkative, endless, malformed, empty, hangs, stalls, thinks_aloud, searches, searches_for_ever,
        window_of_3000,
    )
} | {f"status-{status}": failing(status) for status in (400, 401, 403, 404, 429, 500, 503)}  # fmt: skip


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
