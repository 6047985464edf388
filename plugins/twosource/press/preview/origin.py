"""Where a preview is: on this machine alone."""

from __future__ import annotations

HOST, PORT = "127.0.0.1", 8000
"""Nobody else on the network may ask; and the port where no other is asked for."""

ADDRESS = f"http://{HOST}:{PORT}"
"""What pages call their own site, whichever port serves them: else another port would mean to print all of them."""
