"""Kits that many tests look at are built once for each process, their pages composed, drawn and encoded once.

Each is a function of its arguments, and its answer never changes.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping
from datetime import date
from typing import Any

import pytest
from PIL import Image

from htpm_studio.campaign.model import Campaign
from htpm_studio.compose import page_breaks
from htpm_studio.compose.compose_page import Composed
from htpm_studio.compose.template import Library
from htpm_studio.compose.theme import PageTheme
from htpm_studio.export.kit.kit import Kit, Options, Resources, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages import page_builder
from htpm_studio.export.pages.catalogue import CataloguePiece, specs_of
from htpm_studio.project.model import Project
from htpm_studio.render.raster.files import encode_jpeg, encode_png
from htpm_studio.render.raster.page import render_page
from htpm_studio.scene.nodes import Page, PictureSource
from tests.plugins.everywhere import PROGRAM, replace_everywhere

MOST_LISTS = 5000
"""How many long lists the program remembers here, where kits of many senders and weeks come by."""
MOST, MOST_FILES, MOST_PICTURES, MOST_KITS, MOST_ALIKE, MOST_ORDERS = 2500, 300, 60, 60, 40, 120
REAL, PICTURED = page_builder.compose_page, page_builder.pictured


class PageBook:
    """Composed pages with everything that they were made of; those that were asked for longest ago are forgotten."""

    def __init__(self) -> None:
        self._pages: OrderedDict[Hashable, list[tuple[tuple[Any, ...], Composed]]] = OrderedDict()
        self._lock = threading.Lock()

    def compose_page(
        self,
        template: str,
        canvas: str,
        content: Mapping[str, Any],
        look: PageTheme,
        library: Library,
        info: Any,
        usual: str = "",
    ) -> Composed:
        """What the real function answers."""
        key, asked = (template, canvas, usual, look.organization, info), (content, look, library)
        with self._lock:
            known = self._pages.setdefault(key, [])
            self._pages.move_to_end(key)
        for before, made in list(known):
            if before[2] is library and before == asked:
                return made
        made = REAL(template, canvas, content, look, library, info, usual)
        with self._lock:
            known.append((asked, made))
            while len(self._pages) > MOST:
                self._pages.popitem(last=False)
        return made


class KitBook:
    """The last kits: what a kit finds out about itself, such as its files, it keeps."""

    def __init__(self) -> None:
        self._kits: OrderedDict[Hashable, list[tuple[tuple[Any, ...], Kit]]] = OrderedDict()
        self._lock = threading.Lock()

    def build_kit(
        self, project: Project, campaign: Campaign, resources: Resources, options: Options, today: date
    ) -> Kit:
        """What the real function answers."""
        asked = (campaign, resources, today, options, project)
        key = (
            id(campaign),
            id(resources),
            today,
            project.week,
            project.year,
            project.language,
            project.brand.organization,
        )
        with self._lock:
            known = self._kits.setdefault(key, [])
            self._kits.move_to_end(key)
        for before, made in known[:]:
            if before[0] is campaign and before[1] is resources and before == asked:
                return made
        made = build_kit(project, campaign, resources, options, today)
        with self._lock:
            known[:0] = [(asked, made)]
            del known[MOST_ALIKE:]
            while len(self._kits) > MOST_KITS:
                self._kits.popitem(last=False)
        return made


class SpecsBook:
    """The files of the last kits, for kits that are made anew to try something out."""

    def __init__(self) -> None:
        self._specs: OrderedDict[Hashable, tuple[Kit, tuple[FileSpec, ...]]] = OrderedDict()
        self._lock = threading.Lock()

    def specs_of(self, kit: Kit, piece: CataloguePiece) -> tuple[FileSpec, ...]:
        """What the real function answers; presentations whose design is used cannot be compared."""
        if kit.options.deck_template is not None:
            return specs_of(kit, piece)
        return kit.cached(("the files of a kit like this", piece.medium), lambda: self._found(kit, piece))

    def _found(self, kit: Kit, piece: CataloguePiece) -> tuple[FileSpec, ...]:
        key = (piece.medium, kit.project, kit.options, kit.today)
        with self._lock:
            known = self._specs.get(key)
        if known is not None and known[0].resources is kit.resources and known[0] == kit:
            return known[1]
        made = specs_of(kit, piece)
        with self._lock:
            self._specs[key] = kit, made
            self._specs.move_to_end(key)
            while len(self._specs) > MOST_ORDERS:
                self._specs.popitem(last=False)
        return made


Encode = Callable[..., bytes]


def encoded_once(real: Encode) -> Encode:
    """The same function, which remembers the files of the last pictures."""
    files: OrderedDict[Hashable, bytes] = OrderedDict()

    def encode(image: Image.Image, *rest: Any) -> bytes:
        key = (image.mode, image.size, hashlib.blake2b(image.tobytes()).digest(), rest)
        made = files.get(key)
        if made is None:
            made = files[key] = real(image, *rest)
        if len(files) > MOST_FILES:
            files.pop(next(iter(files)), None)
        return made

    encode.__name__ = real.__name__
    return encode


class PictureBook:
    """The last pictures of pages."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[Hashable, tuple[Page, Image.Image]] = OrderedDict()

    def render_page(self, page: Page, scale: float, *, exact: bool = True) -> Image.Image:
        """What the real function answers; the picture belongs to who asks."""
        key = (id(page), scale, exact)
        known = self._pictures.get(key)
        if known is None:
            known = self._pictures[key] = page, render_page(page, scale, exact=exact)
            while len(self._pictures) > MOST_PICTURES:
                self._pictures.pop(next(iter(self._pictures)), None)
        return known[1].copy()


class SlideBook:
    """The small pictures of slides that guides and handouts show, with the pages that they show."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[int, tuple[Page, PictureSource]] = OrderedDict()

    def pictured(self, page: Page, wide: int) -> PictureSource:
        """What the real function answers."""
        known = self._pictures.get(id(page))
        if known is None:
            known = self._pictures[id(page)] = page, PICTURED(page, wide)
            while len(self._pictures) > MOST_FILES:
                self._pictures.pop(next(iter(self._pictures)), None)
        return known[1]


RENDER = PictureBook().render_page
BUILD = KitBook().build_kit
ORDERS = SpecsBook().specs_of
ENCODERS = {real: encoded_once(real) for real in (encode_jpeg, encode_png)}


@pytest.fixture(autouse=True, scope="session")
def composed_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page_breaks, "MOST", MOST_LISTS)
        patch.setattr(page_builder, "compose_page", PageBook().compose_page)
        patch.setattr(page_builder, "pictured", SlideBook().pictured)
        replace_everywhere(patch, build_kit, BUILD, (*PROGRAM, "tests."))
        replace_everywhere(patch, render_page, RENDER)
        replace_everywhere(patch, specs_of, ORDERS)
        for real, once in ENCODERS.items():
            replace_everywhere(patch, real, once)
        yield


@pytest.fixture
def composed_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests that make the same twice, or change how pages are composed."""
    monkeypatch.setattr(page_builder, "compose_page", REAL)
    monkeypatch.setattr(page_builder, "pictured", PICTURED)
    replace_everywhere(monkeypatch, BUILD, build_kit, (*PROGRAM, "tests."))
    replace_everywhere(monkeypatch, RENDER, render_page)
    replace_everywhere(monkeypatch, ORDERS, specs_of)
    for real, once in ENCODERS.items():
        replace_everywhere(monkeypatch, once, real)
