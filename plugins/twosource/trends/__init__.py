"""Trends: what moves on the beat, counted in developments and never in articles."""
