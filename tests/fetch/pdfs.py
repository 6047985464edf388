"""Small PDFs made by hand: with text, without any, behind a password, broken."""

from __future__ import annotations

import zlib
from io import BytesIO

from pypdf import PdfReader, PdfWriter


def pdf(*lines: str) -> bytes:
    """One page with lines of text; none gives a page without text, as a scanner makes it."""
    shown = "".join(f"({line}) Tj T* " for line in lines)
    return _made(f"BT /F1 12 Tf 14 TL 72 720 Td {shown}ET".encode() if lines else b"0 0 m 100 100 l S")


def bomb() -> bytes:
    """A page whose content unpacks to a hundred megabytes."""
    machine = zlib.compressobj(9)
    packed = b"".join(machine.compress(b" " * 10_000_000) for _ in range(10)) + machine.flush()
    return _made(packed, b"/Filter /FlateDecode ")


def _made(content: bytes, how: bytes = b"") -> bytes:
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< " + how + b"/Length " + str(len(content)).encode() + b" >>\nstream\n" + content + b"\nendstream",
    ]
    out, places = b"%PDF-1.4\n", []
    for n, part in enumerate(parts, 1):
        places.append(len(out))
        out += str(n).encode() + b" 0 obj\n" + part + b"\nendobj\n"
    table = b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    start = str(len(out)).encode()
    return (
        out
        + b"xref\n0 5\n0000000000 65535 f \n"
        + table
        + b"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n"
        + start
        + b"\n%%EOF\n"
    )


def locked(password: str) -> bytes:
    """A PDF that opens with a password."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf("A duty of 12 percent on steel pipes."))))
    writer.encrypt(password, algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
