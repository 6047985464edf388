"""What no browser asks for gets an answer all the same, and takes nothing from those who wait."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread

import pytest

from twosource.press.preview.board import Board
from twosource.press.preview.messages import Report
from twosource.press.preview.server import Server

from .started import PATIENCE


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "about us").mkdir()
    (tmp_path / "about us/index.html").write_text("<title>About</title>", encoding="utf-8")
    board = Board()
    board.change(report=Report(printed=True))
    with Server(0, tmp_path, board) as running:
        Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        yield running
        board.change(closed=True)
        running.shutdown()


def asked(server: Server, url: str, method: str = "GET", **headers: str) -> HTTPResponse:
    with closing(HTTPConnection("127.0.0.1", server.server_port, timeout=PATIENCE)) as connection:
        connection.request(method, url, headers=headers)
        answer = connection.getresponse()
        answer.read()
        return answer


def test_a_host_that_is_no_name_is_a_bad_request(server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    assert asked(server, "/", Host="[").status == 400
    assert "Traceback" not in capfd.readouterr().err


def test_a_number_that_is_none_is_a_bad_request(server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    assert asked(server, "/.preview/changes?serial=x").status == 400
    assert "Traceback" not in capfd.readouterr().err


def test_a_page_s_own_questions_are_not_the_preview_s(server: Server) -> None:
    assert asked(server, "/about%20us/?serial=x").status == 200


def test_a_name_that_no_file_can_have_is_not_found(server: Server) -> None:
    assert asked(server, f"/{'a' * 300}").status == 404
    assert asked(server, f"/{'a' * 300}/").status == 404


def test_who_asks_for_the_head_alone_does_not_wait_for_changes(server: Server) -> None:
    answer = asked(server, "/.preview/changes", "HEAD")
    assert answer.getheader("Content-Type") == "text/event-stream"
    assert server.board.seen == ()
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=PATIENCE) as connection:
        connection.sendall(b"HEAD /.preview/changes HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        while connection.recv(4096):
            pass


def test_a_folder_without_its_slash_leads_to_the_page(server: Server) -> None:
    """Under the shorter address links lead astray, and its file is not found among those that change."""
    answer = asked(server, "/about%20us")
    assert (answer.status, answer.getheader("Location")) == (301, "/about%20us/")
    assert answer.getheader("Cache-Control") == "no-store"
    assert asked(server, "/%2Fabout%20us").getheader("Location") == "/about%20us/"


def test_the_name_of_the_machine_is_never_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may take half a minute where no server of names answers."""

    def ask(name: str = "") -> str:
        raise AssertionError(name)

    monkeypatch.setattr(socket, "getfqdn", ask)
    with Server(0, tmp_path, Board()) as server:
        assert server.origin == f"http://127.0.0.1:{server.server_port}"
