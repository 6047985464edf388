"""Fetching: the one place of the house that opens the network, and trusts nothing that comes out of it."""
