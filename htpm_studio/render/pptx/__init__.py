"""Decks as PowerPoint files: in our design, or in that of a foreign presentation."""
