"""The keys of commands in words."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence


def keys_words(keys: list[QKeySequence]) -> str:
    """Key sequences in the words of this system."""
    return ", ".join(one.toString(QKeySequence.SequenceFormat.NativeText) for one in keys)
