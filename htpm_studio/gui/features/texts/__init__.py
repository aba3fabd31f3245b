"""Pieces of words, such as the newsletter: to read, to change, to copy."""
