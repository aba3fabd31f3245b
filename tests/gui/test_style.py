"""The look of the window follows the size of its text."""

from __future__ import annotations

from htpm_studio.gui.style import with_text_room


def test_room_around_words_grows_with_them() -> None:
    style = "A { padding: 6px 12px; } A:focus { border: 2px solid red; padding: 5px 11px; }"
    assert with_text_room(style, 1.0) == style
    assert (
        with_text_room(style, 2.0) == "A { padding: 9px 18px; } A:focus { border: 2px solid red; padding: 8px 17px; }"
    )
