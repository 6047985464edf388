"""How much of anything a fetch may take: seconds, bytes, steps."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that hold whatever a server does."""

    seconds: float = 60.0
    """For one source, redirects, robots.txt, waits and new attempts included."""
    total: float = 900.0
    """For all sources of a run."""
    connecting: float = 10.0
    """Seconds until a connection stands, for each address of a host."""
    silence: float = 15.0
    """Seconds that a server may send nothing."""
    packed: int = 20_000_000
    """Bytes of an answer as sent."""
    unpacked: int = 30_000_000
    """Bytes of an answer after decompression: an extractor takes about 30 times as much memory."""
    robots_bytes: int = 600_000
    """Bytes of a robots.txt; RFC 9309 asks for 500 KiB at least."""
    hops: int = 8
    """Redirects."""
    waits: tuple[float, ...] = (2.0, 6.0)
    """Seconds before each new attempt; their number is that of new attempts."""
    longest_wait: float = 30.0
    """Seconds that a site may ask to wait (Retry-After, Crawl-delay); more is not waited for."""
    pause: float = 1.0
    """Seconds between two requests to one site."""
    side_by_side: int = 8
    """Sites that are asked at the same time."""
    reading: float = 30.0
    """Seconds that the extractor may take over one page."""
