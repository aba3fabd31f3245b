"""Paragraphs that do not fit one page go on to further ones, which share them evenly and lose none."""

from __future__ import annotations

from typing import Any

import pytest

from htpm_studio.export.prints import list_pages


def shared(monkeypatch: pytest.MonkeyPatch, count: int, room: int) -> list[int]:
    """How many of so many paragraphs each page has where so many fit one page."""
    nothing: Any = None
    monkeypatch.setattr(list_pages, "_part", lambda _kit, _page, _field, part, _place: part)
    monkeypatch.setattr(list_pages, "_fits", lambda _kit, part: len(part) <= room)
    parts = list_pages._parts(nothing, nothing, "text", count)
    assert [at for part in parts for at in part] == list(range(count))
    return [len(part) for part in parts]


@pytest.mark.parametrize(
    ("count", "room", "each"),
    [
        (4, 4, [4]),
        (5, 4, [3, 2]),  # the last page has a paragraph as well
        (6, 4, [3, 3]),
        (7, 4, [4, 3]),
        (8, 4, [4, 4]),
        (9, 4, [4, 3, 2]),
        (2, 1, [1, 1]),
        (2, 0, [1, 1, 0]),  # a paragraph that fits no page has one of its own, and so has what ends the text
        (0, 4, [0]),
    ],
)
def test_the_last_two_pages_share_what_is_left(
    monkeypatch: pytest.MonkeyPatch, count: int, room: int, each: list[int]
) -> None:
    assert shared(monkeypatch, count, room) == each
