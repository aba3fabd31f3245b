"""Preferences, the keys of commands, and both kept on disk."""
