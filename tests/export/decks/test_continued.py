"""Lists of slides: a long one goes on to further slides, evenly; columns are pairs or short where their entries are."""

from __future__ import annotations

from typing import Any

import pytest

from htpm_studio.export.decks.file_specs import (
    WIDE_BULLET,
    _are_pairs,
    _has_long_bullet,
    _is_short,
    continued_list,
    split_content,
)
from htpm_studio.pieces.declared import pieces

LAYOUTS = sorted(template for template in pieces().owners if continued_list(template)[1])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_list_is_shared_out_evenly(layout: str) -> None:
    name, most = continued_list(layout)

    def shared(count: int, **more: str) -> list[tuple[str, int]]:
        content: dict[str, Any] = {name: tuple(str(number) for number in range(count)), **more}
        parts: list[dict[str, Any]] = [{**part} for part in split_content(layout, content, "{title} ({page}/{pages})")]
        assert [one for part in parts for one in part[name]] == [str(number) for number in range(count)]
        return [(str(part.get("head", "-")), len(part[name])) for part in parts]

    assert shared(most, head="H") == [("H", most)]
    assert [count for _, count in shared(most + 1)] == [(most + 2) // 2, (most + 1) // 2]
    assert [title for title, _ in shared(most + 1, head="H", quote="Q")] == ["H (1/2)", "H (2/2)"]
    assert [title for title, _ in shared(most + 1, quote="Q")] == ["Q (1/2)", "Q (2/2)"]
    assert [title for title, _ in shared(most + 1)] == [" (1/2)", " (2/2)"]
    assert [count for _, count in shared(3 * most)] == [most] * 3


def test_a_layout_without_such_a_list_stays_one_slide() -> None:
    assert continued_list("unknown") == ("", 0)
    content = {"items": ("a",) * 99}
    assert split_content("unknown", content, "{title}") == [content]


def columns(left: tuple[str, ...], right: tuple[str, ...] | None = None) -> dict[str, Any]:
    return {"left": {"items": left}} | ({} if right is None else {"right": {"items": right}})


@pytest.mark.parametrize(
    ("left", "right", "pairs", "short"),
    [
        (("a", "b"), ("c", "d"), True, True),
        (("a", "b", "c"), ("d", "e"), False, True),
        (("a", "b", "c", "d"), ("e",), False, False),
        (("a" * 48,), ("b",), True, True),
        (("a" * 49,), ("b",), True, False),
        ((), (), False, False),
        ((), ("a",), False, True),
    ],
)
def test_two_columns_are_pairs_where_they_are_as_long_and_short_up_to_three_entries_of_48_letters(
    left: tuple[str, ...], right: tuple[str, ...], pairs: bool, short: bool
) -> None:
    assert (_are_pairs(columns(left, right)), _is_short(columns(left, right))) == (pairs, short)


def test_one_column_is_no_pair() -> None:
    assert not _are_pairs(columns(("a",)))
    assert not _are_pairs({"left": {"items": ("a",)}, "right": "b"})
    assert _is_short(columns(("a",)))


def test_a_bullet_is_long_beyond_the_width_of_a_column() -> None:
    assert [_has_long_bullet(("a", "b" * letters)) for letters in (WIDE_BULLET, WIDE_BULLET + 1)] == [False, True]
    assert not _has_long_bullet("b" * 99)
