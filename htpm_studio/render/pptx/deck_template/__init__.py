"""Somebody else's presentation as the design of a deck."""
