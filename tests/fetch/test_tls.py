"""Encrypted pages: names and certificates are checked, and the deadline holds inside the encryption too."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fetch.conftest import HTML, Make
from tests.fetch.server import Server, endless, head, page
from twosource.desk.fetching.failure import Failure
from twosource.desk.fetching.wire import TimedTLSSocket
from twosource.desk.saved_page import SavedPage

NAME = "news.example"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for one name, made now, with its key in the same file."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed, so that no certificate can be made")
    folder = tmp_path_factory.mktemp("tls")
    made = (folder / "key.pem", folder / "certificate.pem")
    names = ("-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}")
    how = ("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *names)
    subprocess.run([openssl, *how, "-keyout", made[0], "-out", made[1]], check=True, capture_output=True)
    both = folder / "both.pem"
    both.write_bytes(b"".join(path.read_bytes() for path in made))
    return both


@pytest.fixture
def secure(certificate: Path) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server = Server(context)
    server.routes["/x"] = page(HTML.encode())
    yield server
    server.close()


@pytest.fixture
def trusting(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The certificate is as good as one of an authority."""
    context = ssl.create_default_context(cafile=certificate)
    context.sslsocket_class = TimedTLSSocket
    monkeypatch.setattr("twosource.desk.fetching.wire.trust", lambda: context)


def at(server: Server, make: Make, name: str, **limits: float) -> object:
    fetcher = make(robots=False, look_up=lambda host, port: ("127.0.0.1",), **limits)
    return fetcher.fetch(f"https://{name}:{server.port}/x")


@pytest.mark.usefixtures("trusting")
def test_a_page_is_fetched_under_the_name_that_was_certified(secure: Server, make: Make) -> None:
    """The connection goes to the number, the proof is asked of the name."""
    told = at(secure, make, NAME)
    assert isinstance(told, SavedPage), told


@pytest.mark.usefixtures("trusting")
def test_another_name_is_refused(secure: Server, make: Make) -> None:
    """Nothing is asked there."""
    told = at(secure, make, "other.example")
    assert isinstance(told, Failure)
    assert "cannot prove who it is" in told.message
    assert secure.seen == []


def test_a_certificate_of_nobody_is_refused(secure: Server, make: Make) -> None:
    """And not asked for again: it will not get better."""
    told = at(secure, make, NAME)
    assert isinstance(told, Failure)
    assert not told.again
    assert secure.seen == []


@pytest.mark.usefixtures("trusting")
def test_a_drip_inside_the_encryption_ends_in_time(secure: Server, make: Make) -> None:
    """The sockets ask the deadline there, too."""
    secure.routes["/x"] = endless(b"a", before=head(200, {"content-type": "text/html"}), seconds=0.03)
    told = at(secure, make, NAME, seconds=0.6)
    assert isinstance(told, Failure)
    assert told.rule == "fetch-too-slow"
