"""Printed pieces: handouts, cards, what a table at an event needs, and the print shop's files."""
