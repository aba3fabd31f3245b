"""Commands for people who write templates."""
