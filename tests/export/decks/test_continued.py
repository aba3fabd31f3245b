"""Lists of slides: a long one goes on to further slides, evenly; columns are pairs or short where their entries are."""

from __future__ import annotations

from typing import Any

import pytest

from htpm_studio.export.decks.file_specs import (
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
