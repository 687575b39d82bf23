"""A server that speaks OpenAI's chat protocol and is no model: its replies are scripted, in replies.py.

A script is chosen by the model's name. As a program of its own it serves until it is ended, and prints its address:

    python tests/assistant/chat/scripted.py [SECONDS BETWEEN PIECES]
"""

import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from exchange import Reply, Request
from replies import SCRIPTS


class Scripted:
    """The server: where it is, what it was asked, and its scripts, to which a test may add its own."""

    def __init__(self) -> None:
        self.scripts = dict(SCRIPTS)
        self.requests: list[tuple[str, Request]] = []
        self.headers: list[dict[str, str]] = []
        self.over = threading.Event()  # lets go what hangs
        self.left = threading.Semaphore(0)  # released when a client goes away in the middle
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
        self.scripted.left.release()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def log_message(self, *args: Any) -> None:
        pass

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        reply = self.server.scripted.answer(body, {name.lower(): value for name, value in self.headers.items()})
        if reply.wrong == "web-page":
            self._whole(200, "text/html", reply.text.encode(), {})
        elif reply.status != 200:
            told = {"error": {"message": reply.error, "type": "scripted", "code": None}}
            self._whole(reply.status, "application/json", json.dumps(told).encode(), reply.headers)
        elif reply.wrong == "hangs":
            self.server.scripted.over.wait(30)
            self.close_connection = True
        else:
            self._stream(reply, body["model"])

    def _whole(self, status: int, kind: str, told: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(told)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(told)

    def _stream(self, reply: Reply, model: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for piece in self._pieces(reply):
            choices = [] if reply.wrong == "no-choices" else [_choice({"role": "assistant", "content": piece}, None)]
            self._send(_chunk(model, choices))
        if reply.wrong == "malformed":
            self._send("{not json")
        if reply.wrong == "refuses":
            self._send(json.dumps({"error": {"message": reply.error, "type": "scripted", "code": 529}}))
        if reply.wrong == "cut":
            self.close_connection = True
            return
        if reply.finish:
            self._send(_chunk(model, [] if reply.wrong == "no-choices" else [_choice({}, reply.finish)]))
            self._send("[DONE]")
        self.wfile.write(b"0\r\n\r\n")

    def _pieces(self, reply: Reply) -> Iterator[str]:
        """The reply in pieces, at its own pace."""
        pieces = [reply.text[at : at + reply.piece] for at in range(0, len(reply.text), reply.piece)]
        over, pace = self.server.scripted.over, self.server.scripted.pace
        while reply.wrong == "pings" and not over.wait(0.05):
            self._write(": ping\n\n")
        while reply.wrong == "drips" and not over.wait(0.05):
            yield from pieces
        for piece in pieces:
            yield piece
            over.wait(pace)
            if reply.wrong == "stalls" and "." in piece:
                over.wait(30)

    def _send(self, data: str) -> None:
        self._write(f"data: {data}\n\n")

    def _write(self, event: str) -> None:
        told = event.encode()
        self.wfile.write(f"{len(told):x}\r\n".encode() + told + b"\r\n")
        self.wfile.flush()


def _choice(delta: dict[str, str], finish: str | None) -> dict[str, Any]:
    return {"index": 0, "delta": delta, "finish_reason": finish}


def _chunk(model: str, choices: list[dict[str, Any]]) -> str:
    return json.dumps({"id": "1", "object": "chat.completion.chunk", "created": 0, "model": model, "choices": choices})


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
