"""Fifty changes in a row: with what is kept, each kit has the bytes that it has without."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from htpm_studio import paths
from htpm_studio.export.kit.edits import PICTURE, TEMPLATE
from htpm_studio.export.kit.kit import Kit, Options, build_kit, load_resources
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.run.exporter import make_kit
from htpm_studio.export.run.file_cache import FileCache
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Edit, Edits, Official, Photo, Project
from htpm_studio.project.pictures import load_photo
from htpm_studio.render.pptx.deck_template.reader import DeckTemplate, read_deck_template
from tests.helpers.bundled import bundled_campaign
from tests.helpers.font_files import read, true_type
from tests.helpers.wild_decks import WILD

WANTED = (
    "social/square/", "social/story/", "deck/week-2-short-deck.pptx", "print/letter/flyer.pdf",
    "copy/proclamation.docx", "copy/posts.txt",
)  # fmt: skip
POST = "w2/social/w2-rights"
OWN = (
    '<template id="social/mine" title="Mine" canvases="square story" fields="head sub?">'
    '<column ground="deep" padding="6"><text style="title" max-lines="5" min="0.6" tag="H1">{head}</text>'
    "<column grow=\"1\"/></column></template>"
)  # fmt: skip


class Desk:
    """What a user has, and what they change next."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.choose = folder, random.Random(35)
        self.project = Project(Brand("Riverbend"), 2, 2027)
        self.design: DeckTemplate | None = None
        self.templates = folder / "templates"
        self.templates.mkdir()

    def edit(self, field: str, text: str | None) -> None:
        kept = tuple(edit for edit in self.project.edits.items if (edit.piece, edit.field) != (POST, field))
        made = () if text is None else (Edit(POST, field, text),)
        self.project = replace(self.project, edits=Edits(tuple(sorted((*kept, *made)))))

    def brand(self, **values: object) -> None:
        self.project = replace(self.project, brand=replace(self.project.brand, **values))  # type: ignore[arg-type]

    def headline(self) -> None:
        self.edit("head", self.choose.choice((None, "Fair pay, on time", "Ask about your rights", "Know who to call")))

    def color(self) -> None:
        self.brand(colors=self.choose.choice(((), ("#0b6e69",), ("#8a1c4a", "#f2b705"))))

    def name(self) -> None:
        self.brand(organization=self.choose.choice(("Riverbend", "Elm Street Clinic", "Łódź Centrum")))

    def family(self) -> None:
        self.brand(family=self.choose.choice(("common-thread", "quilt", "broadside")))

    def language(self) -> None:
        self.project = replace(self.project, language=self.choose.choice(("en", "es")))

    def font(self) -> None:
        self.brand(heading_font=self.choose.choice(((), read(true_type()).faces)))

    def photo(self) -> None:
        """A photo of the same name with other content."""
        path = self.folder / "photo.jpg"
        color = tuple(self.choose.randrange(256) for _ in range(3))
        small = Image.new("RGB", (2, 2), color)
        small.putpixel((0, 0), (250, 250, 250))
        small.resize((1200, 1200), Image.Resampling.BICUBIC).save(path, quality=90)
        source = load_photo(path)
        self.project = replace(self.project, photos=(Photo(source, "photo.jpg", alt="A street", people="nobody"),))
        self.edit(PICTURE, source.key)

    def no_photo(self) -> None:
        self.project = replace(self.project, photos=())
        self.edit(PICTURE, None)

    def own_template(self) -> None:
        ground = self.choose.choice(("deep", "panel", "surface"))
        (self.templates / "mine.xml").write_text(OWN.replace('"deep"', f'"{ground}"'), encoding="utf-8")
        self.edit(TEMPLATE, self.choose.choice((None, "social/mine")))

    def reference_deck(self) -> None:
        name = self.choose.choice((None, *WILD))
        self.design = None if name is None else read_deck_template("theirs.pptx", WILD[name]())

    def official(self) -> None:
        self.project = replace(self.project, official=Official(self.choose.choice(("", "Ada Reyes")), "Mayor", "Elm"))

    def save(self) -> None:
        moment = dt.datetime(2026, 12, self.choose.randrange(1, 28))
        self.project = replace(self.project, saved=moment, saves=self.project.saves + 1)

    def kit(self) -> Kit:
        resources = load_resources(replace(paths.folders(), own_templates=self.templates))
        options = Options(("social", "deck", "print", "copy"), ("letter",), deck_template=self.design)
        return build_kit(
            self.project, bundled_campaign(self.project.language), resources, options, dt.date(2026, 11, 25)
        )


def files(kit: Kit, cache: FileCache | None) -> dict[str, bytes]:
    def wanted(spec: FileSpec) -> bool:
        return spec.path.startswith(WANTED) and ("rights" in spec.path or "social" not in spec.path)

    made = make_kit(kit, JobContext(), wanted=wanted, cache=cache)
    return {file.path: file.data for file in made.files}


@pytest.mark.slow
def test_after_each_of_fifty_changes_the_kit_is_the_same_with_and_without_what_is_kept(tmp_path: Path) -> None:
    desk, cache = Desk(tmp_path), FileCache(tmp_path / "files")
    changes: list[Callable[[], None]] = [
        desk.headline, desk.color, desk.name, desk.family, desk.language, desk.font, desk.photo, desk.no_photo,
        desk.own_template, desk.reference_deck, desk.official, desk.save,
    ]  # fmt: skip
    steps = [*changes, *desk.choose.choices([*changes, desk.headline], k=50 - len(changes))]
    wanted = 0
    for number, change in enumerate(steps):
        change()
        kit = desk.kit()
        made = files(kit, None)
        wanted += len(made)
        assert files(kit, cache) == made, f"{number}: {change.__name__}"
    assert len(list(cache.folder.iterdir())) < wanted / 2, "most were not made again"
