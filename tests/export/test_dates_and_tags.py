"""What the files of a kit say about themselves: when it was saved, what runs on each page, what stands for an icon."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

import pikepdf
import pytest

from htpm_studio.export.kit.kit import Kit, Options, Resources, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import compose, pages_of
from htpm_studio.export.run.render_file import render_file
from htpm_studio.export.texts.file_specs import with_words
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import STYLES, Brand, Project
from htpm_studio.scene.walk import walk
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.pdf_reading import elements, opened
from tests.helpers.sweeps import sampled

SAVED = dt.datetime(2026, 12, 24, 8, 15)
CAMPAIGN = bundled_campaign()


@pytest.fixture(scope="module")
def resources() -> Resources:
    return bundled_resources()


def kit_of(resources: Resources, project: Project) -> Kit:
    return build_kit(project, CAMPAIGN, resources, Options(), dt.date(2026, 11, 27))


@pytest.fixture(scope="module")
def kit(resources: Resources) -> Kit:
    return kit_of(resources, Project(Brand("Riverbend Coalition"), 2, 2027, saved=SAVED))


def spec(kit: Kit, path: str) -> FileSpec:
    return next(one for one in with_words(kit, plan(kit)) if one.path == path)


def data(kit: Kit, path: str) -> bytes:
    return render_file(spec(kit, path), kit.inputs, JobContext()).data


# ------------------------------------------------------------------ dates


def test_every_file_bears_the_day_of_the_saved_kit(kit: Kit) -> None:
    for path in ("deck/week-2-short-deck.pptx", "copy/posts.docx"):
        with zipfile.ZipFile(io.BytesIO(data(kit, path))) as archive:
            core = archive.read("docProps/core.xml").decode()
        assert re.findall(r">(20[^<]+Z)<", core) == ["2026-12-24T12:00:00Z"] * 2
    pdf = opened(data(kit, "print/letter/poster.pdf"))
    assert str(pdf.docinfo["/CreationDate"]) == "D:20261224120000Z"


def test_without_a_saved_kit_the_date_is_fixed_and_older_than_any_that_is_saved(resources: Resources) -> None:
    kit = kit_of(resources, Project(Brand("Riverbend"), 2, 2027))
    assert kit.saved == dt.datetime(2026, 1, 1)
    assert data(kit, "copy/posts.docx") == data(kit, "copy/posts.docx")


# ------------------------------------------------------------------ tags and paper


def roles(pdf: pikepdf.Pdf) -> list[str]:
    return [str(element.S).removeprefix("/") for element in elements(pdf)]


def test_a_handout_has_one_title_and_its_slides_are_below_it(kit: Kit) -> None:
    pdf = opened(data(kit, "print/letter/participant-handout.pdf"))
    assert len(pdf.pages) > 1
    assert roles(pdf).count("H1") == 1
    assert roles(pdf).count("H2") >= 12


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ("print/letter/participant-handout.pdf", "Header"),
        ("print/letter/participant-handout.pdf", "Footer"),
        ("deck/week-2-short-deck.pdf", "Footer"),
        ("print/letter/resource-list.pdf", "Header"),
        ("print/letter/checklist-large-print.pdf", "Footer"),
    ],
)
def test_what_runs_on_every_page_is_no_content(kit: Kit, path: str, where: str) -> None:
    pdf = opened(data(kit, path))
    last = pdf.pages[1].Contents.read_bytes()
    assert f"/Artifact <</Type /Pagination /Subtype /{where} ".encode() in last


def test_a_screen_reader_hears_what_each_number_of_a_poster_is_for(kit: Kit) -> None:
    pdf = opened(data(kit, "print/letter/poster.pdf"))
    alts = [str(element.Alt) for element in elements(pdf) if "/Alt" in element]
    words = kit.campaign.words
    assert [alt for alt in alts if alt in (words.call, words.text, words.chat)] == [words.call, words.text, words.chat]
    assert roles(pdf).count("Lbl") == 3


@pytest.mark.parametrize("style", sampled(STYLES, STYLES[-1]))
def test_paper_is_white_where_nothing_is_printed(resources: Resources, style: str) -> None:
    brand = Brand("Riverbend", ("#7A1F3D", "#F2C14E"), style=next(one for one in STYLES if one == style))
    kit = kit_of(resources, Project(brand, 2, 2027))
    assert kit.look.palette["surface"] != "#FFFFFF"
    tinted: set[str] = set()
    for one in plan(kit):
        if one.medium == "print" and not one.sheet and "/letter/" in one.path:
            for page in pages_of(one, kit.page_inputs):
                made = compose(page, kit.page_inputs).page
                assert made.ground.hex == "#FFFFFF" or made.ground.role in ("panel", "deep"), one.path
                if {getattr(getattr(node, "fill", None), "role", "") for node in walk(made.nodes)} - {""}:
                    tinted.add(one.group)
    assert len(tinted) > 10, "tints stay where they are panels"
