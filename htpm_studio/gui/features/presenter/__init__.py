"""Showing a deck without PowerPoint."""
