"""What was found in the files of a kit, each sentence once: a warning that holds for a hundred files is one warning."""

from __future__ import annotations

from collections.abc import Iterable

from htpm_studio.compose.build import Finding
from htpm_studio.errors import as_saying, say
from htpm_studio.export.letters import with_letters_once


def told_once(found: Iterable[tuple[str, Finding]], *, public: bool = False) -> tuple[tuple[str, str], ...]:
    """Level and sentence of each finding with the files it is about ("" is the whole kit), in their order.

    With `public` the sentences are those that may be in the kit.
    """
    places: dict[tuple[str, str], list[str]] = {}
    for place, finding in with_letters_once(tuple(found)):
        known = places.setdefault((finding.level, finding.public if public else finding.message), [])
        if place and place not in known:
            known.append(place)
    return tuple((level, _sentence(files, message)) for (level, message), files in places.items())


def _sentence(files: list[str], message: str) -> str:
    if not files:
        return message
    words = as_saying(message)
    if len(files) == 1:
        return say("{file}: {message}", file=files[0], message=words)
    rest = len(files) - 1
    if rest == 1:
        return say("{file} and {other}: {message}", file=files[0], other=files[1], message=words)
    return say("{file} and {count} more files: {message}", file=files[0], count=rest, message=words)
