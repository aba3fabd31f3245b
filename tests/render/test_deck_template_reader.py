"""What is read of somebody else's presentation is taken up to each limit and refused one beyond it."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from htpm_studio.errors import InputError
from htpm_studio.render.pptx.deck_template import reader
from htpm_studio.render.pptx.deck_template.reader import (
    LEAST_SIDE,
    MAX_SIDE,
    PICTURE_TYPES,
    DeckTemplate,
    read_deck_template,
)
from tests.helpers.wild_decks import changed, company, web


def sized(wide: int, high: int) -> DeckTemplate:
    """A design whose slides are so large, in EMU."""
    sides = f'<p:sldSz cx="{wide}" cy="{high}"'.encode()
    data = changed(web(), "ppt/presentation.xml", lambda xml: re.sub(rb'<p:sldSz cx="\d+" cy="\d+"', sides, xml))
    return read_deck_template("web.pptx", data)


def test_all_pictures_of_a_design_together_have_so_many_bytes_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = [name for name in read_deck_template("a.pptx", company()).parts if name.rpartition(".")[2] in PICTURE_TYPES]
    with zipfile.ZipFile(io.BytesIO(company())) as archive:
        together = sum(archive.getinfo(name).file_size for name in kept)
    assert kept
    monkeypatch.setattr(reader, "MAX_PICTURES", together)
    assert set(kept) <= read_deck_template("a.pptx", company()).parts.keys()
    monkeypatch.setattr(reader, "MAX_PICTURES", together - 1)
    with pytest.raises(InputError, match="a part that is too large"):
        read_deck_template("a.pptx", company())


def test_slides_are_from_one_inch_to_56_inches_wide_and_high() -> None:
    for wide, high in ((LEAST_SIDE, MAX_SIDE), (MAX_SIDE, LEAST_SIDE)):
        assert sized(wide, high).size == (wide, high)
    for wide, high in ((LEAST_SIDE - 1, LEAST_SIDE), (LEAST_SIDE, LEAST_SIDE - 1), (MAX_SIDE + 1, MAX_SIDE),
                       (MAX_SIDE, MAX_SIDE + 1)):  # fmt: skip
        with pytest.raises(InputError, match="how large its slides are"):
            sized(wide, high)


def test_a_file_of_so_many_parts_is_read_and_of_one_more_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(io.BytesIO(web())) as archive:
        parts = len(archive.infolist())
    monkeypatch.setattr(reader, "MAX_MEMBERS", parts)
    assert read_deck_template("web.pptx", web()).left_out == 0
    monkeypatch.setattr(reader, "MAX_MEMBERS", parts - 1)
    with pytest.raises(InputError, match="too many parts"):
        read_deck_template("web.pptx", web())


def test_of_more_layouts_than_are_read_the_first_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [layout.name for layout in read_deck_template("web.pptx", web()).layouts]
    monkeypatch.setattr(reader, "MAX_LAYOUTS", 3)
    assert [layout.name for layout in read_deck_template("web.pptx", web()).layouts] == names[:3]
    assert len(names) > 3
