"""Serves the printed site on this machine alone: `python tools/serve.py FOLDER PORT`."""

from __future__ import annotations

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

HOST = "127.0.0.1"
"""Nobody else on the network may ask."""


def main(folder: str, port: str) -> int:
    """Serve until Ctrl-C; 1 where the port cannot be had, 2 where it is none."""
    if not port.isdecimal() or not 0 < int(port) < 65536:
        print(f"“{port}” is no port: choose one from 1024 to 65535, as in: make serve PORT=8001", file=sys.stderr)
        return 2
    try:
        server = ThreadingHTTPServer((HOST, int(port)), partial(SimpleHTTPRequestHandler, directory=folder))
    except OSError as error:
        print(f"Port {port} cannot be had: {error.strerror}.", file=sys.stderr)
        print(f"Choose another, as in: make serve PORT={_other(int(port))}", file=sys.stderr)
        return 1
    print(f"Serving {folder}/ on http://{HOST}:{port}/ (Ctrl-C stops)", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()
    finally:
        server.server_close()
    return 0


def _other(port: int) -> int:
    return port + 1 if 1024 <= port < 65535 else 8001


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
