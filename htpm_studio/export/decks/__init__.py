"""Decks: their slides in our design, in a foreign one, or in none."""
