"""A kit in Spanish is Spanish all over: pages, descriptions, layouts, dates, and the page that explains it."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from html import unescape

import pytest

from htpm_studio.export.folder.start_here import start_here
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec, PageSpec, RenderedFile
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import compose, pages_of
from htpm_studio.export.pages.social import editable_specs
from htpm_studio.export.preflight.painted import painted_near_miss
from htpm_studio.export.run.render_file import render_file
from htpm_studio.hotline.helpline import USUAL
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from htpm_studio.scene.nodes import Page
from htpm_studio.scene.walk import texts, walk
from tests.helpers.bundled import bundled_campaign, bundled_resources

SENDER = "Centro Comunitario Lakeside"
SAME = re.compile(
    r"[\d\W]+|[AB]|No|\d+\smin|#?[A-Z]\w*([A-Z]\w*)+|Chat|TTY|Agenda|HTPM Studio|.*\.(org|gov|com)(/\S*)?|233733 .*"
    r"|\d+\skB|(PDF|Word|PowerPoint)(: [\w-]+)?"
    r"|social/.*|[\w-]+/\d\d-[\w-]+\.png|Buffer|(X|Bluesky|Threads|Mastodon|Instagram).*"
)
"""What is the same in both languages: numbers, names written as one word, addresses, files, networks."""


def kit_in(language: str) -> Kit:
    resources = bundled_resources()
    campaign = bundled_campaign(language)
    project = Project(Brand(SENDER), 2, 2027, language=language)
    return build_kit(project, campaign, resources, Options(papers=("letter",)), dt.date(2026, 11, 25))


@pytest.fixture(scope="module")
def spanish() -> Kit:
    return kit_in("es")


@pytest.fixture(scope="module")
def english() -> Kit:
    return kit_in("en")


def titles_of_publications(kit: Kit) -> set[str]:
    """What others published keeps its name."""
    listed = {resource.title for resource in (*kit.week.resources, *kit.campaign.month.resources)}
    on_pages = {text for page in pages(kit) for text in re.findall(r"'title': '([^']*)'", str(page.content))}
    return listed | on_pages | {SENDER}


def pages(kit: Kit) -> Iterator[PageSpec]:
    """Every page once: of the graphics one size, of the decks the PowerPoint files and layouts."""
    for spec in plan(kit):
        if spec.medium == "deck" and spec.format == "pdf":
            continue
        if spec.medium != "social" or spec.path.startswith("social/square"):
            yield from pages_of(spec, kit.page_inputs)
            yield from spec.layouts if spec.format == "potx" else ()


def made_pages(kit: Kit) -> list[Page]:
    """The finished pages in the kit's own language."""
    return [compose(page, kit.page_inputs).page for page in pages(kit) if page.language in ("", kit.project.language)]


def said(made: Iterable[Page]) -> set[str]:
    """All words on pages, with what screen readers hear of pictures."""
    found: set[str] = set()
    for page in made:
        found |= {block.text for block in texts(page)} | {page.title, page.layout_title}
        found |= {getattr(node, "alt", "") for node in walk(page.nodes)}
    return found - {""}


def leftovers(one: set[str], other: set[str], kit: Kit) -> list[str]:
    names = titles_of_publications(kit)
    return sorted(text for text in one & other if text.replace("\xa0", " ") not in names and not SAME.fullmatch(text))


@pytest.fixture(scope="module")
def spanish_pages(spanish: Kit) -> list[Page]:
    return made_pages(spanish)


@pytest.fixture(scope="module")
def english_pages(english: Kit) -> list[Page]:
    return made_pages(english)


@pytest.mark.slow
def test_no_page_of_a_spanish_kit_speaks_english(
    spanish: Kit, spanish_pages: list[Page], english_pages: list[Page]
) -> None:
    assert leftovers(said(spanish_pages), said(english_pages), spanish) == []


@pytest.mark.slow
def test_no_page_is_left_out_for_its_hotline(spanish_pages: list[Page]) -> None:
    assert {page.title: near for page in spanish_pages if (near := painted_near_miss(page, USUAL))} == {}


def test_files_are_named_and_described_in_spanish(spanish: Kit, english: Kit) -> None:
    pairs = {spec.id: spec for spec in plan(english)}
    for spec in plan(spanish):
        other = pairs[spec.id]
        assert spec.title != other.title
        assert not spec.caption or spec.caption != other.caption
        assert not spec.alt or spec.alt != other.alt


def test_the_page_that_explains_the_kit_is_in_spanish(spanish: Kit, english: Kit) -> None:
    assert leftovers(explained(spanish), explained(english), spanish) == []


def explained(kit: Kit) -> set[str]:
    page = start_here(kit, [RenderedFile(spec, b"") for spec in plan(kit)], {}).decode()
    page = re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.DOTALL)
    buttons = re.findall(r'data-(?:done|failed)="([^"]*)"', page)
    return {unescape(text).strip() for text in (*re.split(r"<[^>]+>", page), *buttons)} - {""}


def test_every_text_of_a_powerpoint_file_is_marked_as_spanish(spanish: Kit) -> None:
    spec = next(spec for spec in plan(spanish) if spec.format == "potx")
    assert languages_in(render_file(spec, spanish.inputs, JobContext()).data) == {"es-US"}


def languages_in(data: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")]
    return {found for part in parts for found in re.findall(r' lang="([^"]*)"', part)}


def test_the_longer_name_of_the_hotline_fits_every_graphic_that_can_be_edited(spanish: Kit) -> None:
    specs: list[FileSpec] = list(editable_specs(spanish))
    found = [
        finding for spec in specs for page in spec.pages for finding in compose(page, spanish.page_inputs).findings
    ]
    assert specs
    assert found == []
