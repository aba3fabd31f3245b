"""A design of one's own that shows three pictures: each can be another one, and is counted where it is used."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from htpm_studio import paths
from htpm_studio.compose.frames import PictureRef
from htpm_studio.compose.page_breaks import BreakBook
from htpm_studio.compose.template_library import load_library
from htpm_studio.export.kit.edits import PICTURE, picture_slot
from htpm_studio.export.pages.backgrounds import background_specs
from htpm_studio.gui.controllers.picture_use import without_photo
from htpm_studio.gui.pickers.picture_picker import PicturePicker
from htpm_studio.project.model import Photo
from htpm_studio.project.pictures import load_photo
from tests.gui.editor_fixtures import BACKGROUND, Editor, editor
from tests.gui.parts import controllers_of
from tests.gui.pictures_fixtures import write_photo

__all__ = ["editor"]
WALL, ROOM = "w2/background/frames", "w2/background/photo-wall"
FRAMES = """<template id="background/frames" title="Frames" canvases="background" fields="pictures[]? logo_size?">
  <column ground="surface">
    <picture of="pictures.0" frame="dot" layer="9 - - 12" width="26" height="26"/>
    <picture of="pictures.1" frame="dot" layer="49 - - 7" width="18" height="18"/>
    <picture of="pictures.2" frame="capsule" layer="38 - - 128" width="19" height="29"/>
  </column>
</template>
"""


@pytest.fixture(autouse=True)
def frames(editor: Editor, tmp_path: Path) -> None:
    """The design, in the folder of one's own templates."""
    folder = tmp_path / "own" / "background"
    folder.mkdir(parents=True)
    (folder / "frames.xml").write_text(FRAMES, encoding="utf-8")
    now = editor.document.resources
    library = load_library(paths.folders().templates, now.styles.names(), tmp_path / "own")
    assert library.problems == ()
    editor.document.use(replace(now, library=library, breaks=BreakBook()))


def with_photos(editor: Editor, folder: Path) -> list[str]:
    """Two photos in the kit that may be used; their names."""
    paths = [write_photo(folder / f"{name}.jpg") for name in ("garden", "street")]
    photos = tuple(Photo(load_photo(path), path.name, people="nobody", placed=True) for path in paths)
    editor.document.change("Add", replace(editor.document.project, photos=photos))
    return [photo.source.key for photo in photos]


def shown(editor: Editor) -> list[str]:
    """The pictures of the wall, by their keys, in both of its files."""
    pages = [spec.pages[0] for spec in background_specs(editor.document.kit()) if spec.piece == WALL]
    found = []
    for page in pages:
        pictures = page.content["pictures"]
        assert isinstance(pictures, tuple)
        found.append([one.source.key for one in pictures if isinstance(one, PictureRef)])
    assert len(found) == 2
    assert found[0] == found[1]
    return found[0]


def test_each_place_of_the_wall_gets_another_picture(editor: Editor, tmp_path: Path) -> None:
    garden, street = with_photos(editor, tmp_path)
    editor.open(WALL)
    usual = shown(editor)
    slots = editor.inspector.slots
    assert slots.isVisible()
    assert not editor.inspector.picture.isVisible()
    library = editor.document.resources.pictures
    titles = [row.title.text() for row in slots.rows]
    assert len(set(titles)) == 3
    assert set(titles) <= {library.title(name, "en") for name in library.names}
    for number, picture in ((1, garden), (0, street)):
        editor.bot.mouseClick(slots.rows[number].swap, Qt.MouseButton.LeftButton)
        assert isinstance(slots.picker, PicturePicker)
        row = slots.picker.model.row_of(picture)
        slots.picker.take(slots.picker.model.index(row))
        editor.settle()
        editor.drawn()
    assert editor.edits() == {PICTURE: street, picture_slot(1): garden}
    assert shown(editor) == [street, garden, usual[2]]
    assert [row.title.text() for row in slots.rows] == ["street", "garden", titles[2]]
    assert slots.rows[1].state.text() == "changed here"
    editor.bot.mouseClick(slots.rows[0].reset, Qt.MouseButton.LeftButton)
    editor.settle()
    editor.drawn()
    assert shown(editor) == [usual[0], garden, usual[2]]
    editor.choose("Back to the kit version")
    editor.drawn()
    assert shown(editor) == usual


def test_pictures_of_the_wall_count_as_used_are_swapped_everywhere_and_taken_out(
    editor: Editor, tmp_path: Path
) -> None:
    garden, street = with_photos(editor, tmp_path)
    desk = controllers_of(editor.controller.workspace).pictures
    editor.document.edit("Swap", WALL, picture_slot(2), garden)
    assert WALL in desk.usage().of(garden)
    desk.swap_everywhere(garden, street)
    usual = shown(editor)
    assert editor.document.project.edits.text(WALL, picture_slot(2)) == street
    assert editor.document.project.edits.text(WALL, PICTURE) is None
    assert usual[2] == street
    gone = without_photo(editor.document.project, street)
    assert gone.edits.text(WALL, picture_slot(2)) is None


def test_a_locked_wall_keeps_its_pictures(editor: Editor, tmp_path: Path) -> None:
    with_photos(editor, tmp_path)
    editor.open(WALL)
    editor.controller.set_lock("Lock", on=True)
    editor.settle()
    editor.drawn()
    slots = editor.inspector.slots
    assert not slots.rows[0].swap.isEnabled()
    slots.pick(0)
    assert slots.picker is None


def test_a_background_without_pictures_offers_none(editor: Editor) -> None:
    editor.open(BACKGROUND)
    assert not editor.inspector.slots.isVisible()
    usage = controllers_of(editor.controller.workspace).pictures.usage()
    assert BACKGROUND not in usage.titles
    assert {WALL, ROOM} <= set(usage.titles)


def test_each_frame_takes_a_photo_by_itself(editor: Editor, tmp_path: Path) -> None:
    keys = with_photos(editor, tmp_path)
    photos = tuple(replace(photo, placed=False) for photo in editor.document.project.photos)
    editor.document.change("Anywhere", replace(editor.document.project, photos=photos))
    assert set(shown(editor)) == set(keys)
