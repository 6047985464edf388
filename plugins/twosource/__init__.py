"""Twosource: coverage hubs whose verification badges are computed, not typed.

Six rooms, one direction: newsroom -> verification -> trends -> pages -> press, and desk beside press.
"""

__version__ = "0.1.0"
