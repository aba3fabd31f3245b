"""Pictures of the board that the next start finds again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from htpm_studio.export.kit.kit import Kit
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.kept_pictures import KeptPictures
from htpm_studio.gui.core.render_service import RenderService, WantedPicture
from htpm_studio.gui.core.tiles import Tile, sections

WIDE = 120


@pytest.fixture
def service(qtbot: object, tmp_path: Path) -> Iterator[RenderService]:
    made = RenderService(kept=KeptPictures(tmp_path))
    yield made
    made.shutdown()


def tile_of(kit: Kit) -> Tile:
    return sections(kit)[0].tiles[0]


def drawn(qtbot: Any, service: RenderService, kit: Kit) -> Tile:
    tile = tile_of(kit)
    with qtbot.waitSignal(service.ready):
        service.want([WantedPicture(tile.key, tile.page, kit, WIDE)])
    return tile


def test_a_picture_is_found_again_by_another_session(
    qtbot: Any, service: RenderService, document: KitDocument, tmp_path: Path
) -> None:
    kit = document.kit()
    tile = drawn(qtbot, service, kit)
    service.keep([(tile.key, tile.page)], kit)
    assert KeptPictures(tmp_path).find(tile.page, kit, WIDE) == service.picture(tile.key)


def test_nothing_is_drawn_that_was_kept(
    qtbot: Any, service: RenderService, document: KitDocument, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kit = document.kit()
    tile = drawn(qtbot, service, kit)
    service.keep([(tile.key, tile.page)], kit)
    later = RenderService(kept=KeptPictures(tmp_path))
    monkeypatch.setattr(later, "compose", lambda *_: pytest.fail("drawn anew"))
    try:
        drawn(qtbot, later, kit)
        assert later.picture(tile.key) == service.picture(tile.key)
    finally:
        later.shutdown()


def test_a_picture_of_another_kit_is_not_taken(
    qtbot: Any, service: RenderService, document: KitDocument, tmp_path: Path
) -> None:
    kit = document.kit()
    tile = drawn(qtbot, service, kit)
    service.keep([(tile.key, tile.page)], kit)
    brand = replace(document.project.brand, organization="Harbor House")
    document.change("Change name", replace(document.project, brand=brand))
    other = document.kit()
    assert KeptPictures(tmp_path).find(tile_of(other).page, other, WIDE) is None


def test_a_picture_that_is_older_than_the_kit_is_not_kept(
    qtbot: Any, service: RenderService, document: KitDocument, tmp_path: Path
) -> None:
    tile = drawn(qtbot, service, document.kit())
    brand = replace(document.project.brand, organization="Harbor House")
    document.change("Change name", replace(document.project, brand=brand))
    service.keep([(tile.key, tile_of(document.kit()).page)], document.kit())
    assert not list(tmp_path.iterdir())
