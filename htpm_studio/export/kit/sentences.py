"""Sentences put together: each ends once, and none is said twice."""

from __future__ import annotations

import re

from htpm_studio.errors import msg
from htpm_studio.export.kit.kit import Kit
from htpm_studio.project.model import Photo

_ENDS = ".?!…:;"
_CLOSING = "\"'”’»)]"
_BETWEEN = re.compile(r"(?<=[.?!…])\s+")


def joined(*parts: str) -> str:
    """The parts as sentences after one another; what an earlier part says is not said again."""
    seen: set[str] = set()
    kept: list[str] = []
    for part in parts:
        sentences = [ended(sentence) for sentence in _BETWEEN.split(part.strip()) if sentence]
        fresh = [sentence for sentence in sentences if _bare(sentence) not in seen]
        seen.update(map(_bare, sentences))
        kept += fresh
    return " ".join(kept)


def ended(sentence: str) -> str:
    """The sentence with a period, unless it ends with a mark of its own."""
    sentence = sentence.strip()
    return sentence if not sentence or sentence.rstrip(_CLOSING)[-1:] in _ENDS else f"{sentence}."


def _bare(sentence: str) -> str:
    return "".join(char for char in sentence.casefold() if char.isalnum())


def photo_words(kit: Kit, photo: Photo) -> str:
    """What a screen reader says of a photo: its own description, else who chose it; never what a drawing shows."""
    if own := photo.alt.strip():
        return ended(own)
    sender = kit.look.organization.strip()
    brief = bool(sender) and len(sender) <= kit.resources.networks.alt_advised // 2
    return ended(
        kit.translated(msg("Photo chosen by {organization}", organization=sender) if brief else msg("A photo"))
    )
