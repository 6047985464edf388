"""Which addresses may be asked: http and https, on the public internet.

A server that is asked by us must not lead us into the network that we stand in. So names are looked up here, every
address that they stand for is judged, and the connection goes to just the address that was judged: a second look-up
cannot give another one. Each redirect passes here again. Numbers in odd spellings (decimal, octal, IPv4 within
IPv6) need no rule of their own, because what the look-up gives is judged and not what is written.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import SplitResult, quote, urlsplit

from twosource.desk.fetching.failure import StoppedError, shown, stop

PORTS = {"http": 80, "https": 443}
HOST = re.compile(r"[a-z0-9._-]{1,253}|[0-9a-f:.]+", re.I)
NAT64 = IPv6Network("64:ff9b::/96")

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
LookUp = Callable[[str, int], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Target:
    """One address taken apart, so that nobody reads it a second time in another way."""

    url: str
    """As given."""
    scheme: str
    """`http` or `https`."""
    host: str
    """Name or number, ASCII, lower case, without brackets."""
    port: int
    """Port."""
    path: str
    """Path and query, escaped."""

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one robots.txt speaks for."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + (f":{self.port}" if self.port != PORTS[self.scheme] else "")


def target_of(url: str) -> Target:
    """Take an address apart. Raises StoppedError where it is none that may be asked."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
        host = host if host.isascii() else host.encode("idna").decode()
    except ValueError:
        raise _refused(f"“{shown(url)}” is no address.") from None
    if parts.scheme not in PORTS:
        raise _refused(f"Only http and https are fetched, not “{shown(parts.scheme or url)}”.")
    if not HOST.fullmatch(host) or "@" in parts.netloc:
        raise _refused(f"“{shown(url)}” has no plain host name.")
    return Target(url, parts.scheme, host, PORTS[parts.scheme] if port is None else port, _path(parts))


def _path(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~[]|")
    return path + (f"?{quote(parts.query, safe='/%:@!$&()*+,;=~[]|?')}" if parts.query else "")


def looked_up(host: str, port: int) -> Sequence[str]:
    """Addresses of a host by the system's resolver. Raises OSError or UnicodeError where it has none."""
    return [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


class Gate:
    """Lets requests through to public addresses, and to others only where a test or its user said so."""

    def __init__(self, allowed: Iterable[str] = (), look_up: LookUp = looked_up) -> None:
        self.allowed = tuple(ip_network(one) for one in allowed)
        self.look_up = look_up

    def addresses(self, target: Target) -> tuple[str, ...]:
        """Where a target may be reached. Raises StoppedError when one of its addresses is not public."""
        try:
            numbers = tuple(dict.fromkeys(self.look_up(target.host, target.port)))
        except (OSError, UnicodeError):
            numbers = ()
        if not numbers:
            raise stop("fetch-failed", f"There is no host {target.host}.", "Check the address.", again=True)
        for number in numbers:
            if not self._open(ip_address(number)):
                raise _refused(f"{target.host} is at {number}, which is not on the public internet.")
        return numbers

    def _open(self, address: Address) -> bool:
        inner = _within(address) or address
        return any(inner in network for network in self.allowed) or is_public(inner)


def is_public(address: Address) -> bool:
    """True for what everybody can reach: not private, loopback, link-local, shared, multicast or reserved."""
    closed = address.is_multicast or address.is_reserved or address.is_unspecified
    site_local = isinstance(address, IPv6Address) and address.is_site_local
    return address.is_global and not closed and not site_local


def _within(address: Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for (mapped, 6to4, Teredo, NAT64)."""
    if isinstance(address, IPv4Address):
        return None
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def _refused(message: str) -> StoppedError:
    return stop("fetch-address", message, "Give the public address of the page.")
