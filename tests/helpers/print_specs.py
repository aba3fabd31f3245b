"""The printed files of a kit for their tests: every file of a week, composed once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache

from htpm_studio.compose.compose_page import Composed
from htpm_studio.export.kit.kit import Kit, Options, Resources, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.page_builder import compose, pages_of
from htpm_studio.export.prints.file_specs import print_specs
from htpm_studio.pieces.declared import pieces
from htpm_studio.project.model import Brand, Project
from htpm_studio.project.pictures import load_logo, read_picture
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.deck_slides import BRANDS, ROOT

LONG = "NORTHERN LAKES REGIONAL COUNCIL FOR THE PREVENTION OF HUMAN TRAFFICKING AND HARM"
PALE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 54"><path d="M0 0h9v54H0Z" fill="#FFEC78"/></svg>'
SENDERS: Mapping[str, Brand] = {
    "harbor": Brand("Harbor Point Coalition", (), load_logo(ROOT / "assets/sample-brands/harbor.svg")),
    "prairie": Brand("Prairie Legal Aid", (), load_logo(ROOT / "assets/sample-brands/prairie.svg")),
    "pale column": Brand("Pale Column", (), read_picture("pale.svg", PALE.encode())),
    "long name": Brand(LONG[:80], (BRANDS[-1][0],)),
}


@cache
def resources() -> Resources:
    return bundled_resources()


@cache
def kit(week: int = 2, language: str = "en", sender: str = "harbor") -> Kit:
    campaign = bundled_campaign(language)
    project = Project(SENDERS[sender], week, 2027, language=language)
    return build_kit(project, campaign, resources(), Options(("print",)), dt.date(2026, 11, 25))


@cache
def specs(week: int = 2, language: str = "en", sender: str = "harbor") -> Mapping[str, FileSpec]:
    """Every printed file by its path below "print/"."""
    return {one.path.removeprefix("print/"): one for one in print_specs(kit(week, language, sender))}


@cache
def composed(path: str, week: int = 2, language: str = "en", sender: str = "harbor") -> tuple[Composed, ...]:
    """The pages of a file before they are put on a sheet."""
    of = kit(week, language, sender)
    return tuple(
        compose(page, of.page_inputs) for page in pages_of(specs(week, language, sender)[path], of.page_inputs)
    )


def sizes_of_piece(piece: str) -> set[str]:
    """The page sizes of all files of a piece."""
    return {on.size for file in pieces().by_id[piece].spec.file for on in (file.letter, file.a4)}


def all_pages(week: int, language: str, sender: str, papers: tuple[str, ...]) -> Iterator[tuple[str, Composed]]:
    """Every page of every file for these papers with its path."""
    for path in specs(week, language, sender):
        if not path.startswith(papers):
            continue
        for one in composed(path, week, language, sender):
            yield path, one
