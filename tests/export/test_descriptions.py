"""What is said to those who cannot see a picture: true to what is shown, said once, and the same everywhere."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from htpm_studio.campaign.model import PieceTexts
from htpm_studio.compose.compose_page import PageInfo
from htpm_studio.compose.context import Value
from htpm_studio.compose.frames import PictureRef
from htpm_studio.export.kit.descriptions import (
    description,
    headline,
    message_lines,
    shown_picture,
    written_for,
)
from htpm_studio.export.kit.edits import ALT, DESCRIBED, PICTURE
from htpm_studio.export.kit.kit import Kit, Options, Resources, build_kit
from htpm_studio.export.kit.photo_placement import takes_picture
from htpm_studio.export.kit.sentences import joined
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.social import social_specs
from htpm_studio.export.preflight.model import Check, CheckReport, applied, called_fine
from htpm_studio.export.preflight.pages import UNDESCRIBED
from htpm_studio.export.preflight.report import (
    described_checks,
    description_findings,
    gather,
    kit_place,
    report,
)
from htpm_studio.export.run.exporter import export_kit
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Edits, Photo, Project
from htpm_studio.project.pictures import load_photo
from tests.helpers.bundled import bundled_campaign, bundled_resources, bundled_tools
from tests.helpers.pdf_reading import elements, opened
from tests.helpers.sweeps import sampled

TODAY = dt.date(2026, 11, 25)
SENDER = "Riverbend Inc."
CHOSEN = "Photo chosen by Riverbend Inc."
POST, PLAIN = "w2/social/w2-healthy-workforce", "w2/social/w2-rules-protect"


@pytest.fixture(scope="module")
def resources() -> Resources:
    return bundled_resources()


@pytest.fixture(scope="module")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Photo:
    path = tmp_path_factory.mktemp("photos") / "maria-lopez.jpg"
    Image.radial_gradient("L").convert("RGB").resize((1600, 1200)).save(path)
    return Photo(load_photo(path), path.name, people="nobody")


def kit_of(
    resources: Resources, *photos: Photo, edits: Edits | None = None, language: str = "en", week: int = 2
) -> Kit:
    campaign = bundled_campaign(language)
    project = Project(Brand(SENDER), week, 2027, photos, language, edits or Edits())
    return build_kit(project, campaign, resources, Options(), TODAY)


def edits(**fields: str) -> Edits:
    return Edits.from_mapping({POST: fields})


def alt_of(kit: Kit, piece: str = POST) -> str:
    return next(spec.alt for spec in social_specs(kit) if spec.piece == piece)


def checks_of(kit: Kit) -> CheckReport:
    specs = [spec for spec in plan(kit) if not spec.repeats]
    return report(kit, specs, described_checks(kit, bundled_tools(), gather(kit, specs)))


def codes(found: CheckReport) -> set[str]:
    return {check.code for check in found.checks}


def the(found: CheckReport, code: str) -> Check:
    (check,) = (one for one in found.checks if one.code == code)
    return check


# ---------------------------------------------------------------- sentences


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("Who made it?", "A cook waves."), "Who made it? A cook waves."),
        (("Feel safe", "Feel safe. A table."), "Feel safe. A table."),
        (("Feel safe.", "feel safe", "A table"), "Feel safe. A table."),
        (("“Ask first.”", "A table."), "“Ask first.” A table."),
        (("", "A table", " "), "A table."),
        (("Wait…", "No. No."), "Wait… No. No."),
    ],
)
def test_sentences_end_once_and_none_is_said_twice(parts: tuple[str, ...], said: str) -> None:
    assert joined(*parts) == said


# ---------------------------------------------------------------- the whole kit


def drawings(spec: FileSpec, photo: Photo) -> Iterator[PictureRef]:
    pictures = (page.content.get("picture") for page in spec.pages)
    return (one for one in pictures if isinstance(one, PictureRef) and one.source.key != photo.source.key)


def shows_photo(spec: FileSpec, photo: Photo) -> bool:
    pictures = (page.content.get("picture") for page in spec.pages)
    return any(isinstance(one, PictureRef) and one.source.key == photo.source.key for one in pictures)


def of_words(path: Path) -> Iterator[str]:
    """Everything that a file says, also to those who cannot see it."""
    data = path.read_bytes()
    if path.suffix in (".pptx", ".docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for name in package.namelist():
                if name.endswith(".xml"):
                    root = ElementTree.fromstring(package.read(name))
                    yield " ".join(root.itertext())
                    yield from (one.get("descr", "") for one in root.iter() if one.get("descr"))
    elif path.suffix == ".pdf":
        with opened(data) as pdf:
            yield from (str(one.Alt) for one in elements(pdf) if "/Alt" in one)
    elif path.suffix in (".png", ".jpg"):
        yield data.decode("utf-8", "ignore")
    else:
        yield data.decode("utf-8").replace("\r\n ", "")


@pytest.mark.parametrize("language", sampled(("en", "es"), "es"))
@pytest.mark.slow
def test_no_file_says_of_a_photo_what_a_drawing_shows(
    resources: Resources, photo: Photo, tmp_path: Path, language: str
) -> None:
    kit = kit_of(resources, photo, language=language)
    shown = (
        *(slide.fields for deck in kit.week.decks for slide in deck.slides if takes_picture(kit, slide.layout)),
        *(post.graphic.fields for post in kit.week.posts if takes_picture(kit, post.graphic.template)),
        *(handout.fields for handout in kit.week.handouts if takes_picture(kit, handout.template)),
    )
    drawn = {kit.scenes[str(fields["picture"])].alt for fields in shown if fields.get("picture")}
    assert drawn

    def wanted(spec: FileSpec) -> bool:
        one = spec.path.startswith(("social/square/", "print/letter/flyer.", "deck/week-2-training-deck.pptx"))
        return spec.medium == "copy" or (one and shows_photo(spec, photo))

    # The slide beside one with the photo keeps its drawing, and says so.
    kept = {picture.alt for spec in plan(kit) if wanted(spec) for picture in drawings(spec, photo)}
    assert len(drawn - kept) > 3
    result = export_kit(kit, tmp_path, JobContext(), wanted=wanted)
    files = [path for path in result.folder.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} >= {
        ".pptx",
        ".jpg",
        ".pdf",
        ".json",
        ".csv",
        ".ics",
        ".html",
        ".txt",
        ".docx",
    }
    chosen = "Foto elegida por Riverbend Inc." if language == "es" else CHOSEN
    for path in files:
        said = "\n".join(of_words(path))
        assert not [words for words in drawn - kept if words in said], path
        assert "maria" not in said or path.name in ("START-HERE.html", "kit.json"), path
        if path.suffix in (".pptx", ".jpg", ".pdf", ".ics", ".json"):
            assert chosen in said, path
    listed = json.loads((result.folder / "kit.json").read_text(encoding="utf-8"))
    alts = [one["alt"] for one in (*listed["files"], *listed["posts"])]
    for table in result.folder.rglob("*.csv"):
        alts += [cell for row in csv.reader(io.StringIO(table.read_text(encoding="utf-8-sig"))) for cell in row]
    assert not [alt for alt in alts if "?." in alt or re.search(r"(?<!\.)\.\.(?!\.)", alt)]
    for alt in filter(None, (one["alt"] for one in listed["files"])):
        sentences = [one.strip(" .").casefold() for one in re.split(r"(?<=[.?!])\s+", alt)]
        assert len(sentences) == len(set(sentences)), alt
    assert [finding.code for _, finding in result.findings if finding.code == UNDESCRIBED] == [UNDESCRIBED]


# ---------------------------------------------------------------- own words and pictures


@pytest.mark.parametrize("language", ["en", "es"])
def test_words_and_drawing_of_a_post_are_described_in_125_letters(resources: Resources, language: str) -> None:
    for week in range(1, 6):
        kit = kit_of(resources, language=language, week=week)
        for spec in social_specs(kit):
            picture = shown_picture(kit, spec.pages[0])
            chart = spec.pages[0].content.get("chart")
            values = str(chart["alt"]) if isinstance(chart, dict) else ""
            assert spec.alt.endswith(values)
            assert len(spec.alt.removesuffix(values)) <= 126, spec.alt
            assert not isinstance(picture, PictureRef) or spec.alt.endswith(picture.alt), spec.alt


def test_an_own_description_stays_with_another_picture_and_is_asked_about(resources: Resources, photo: Photo) -> None:
    before = kit_of(resources)
    page = next(spec for spec in social_specs(before) if spec.piece == POST).pages[0]
    own = {name: text for name, text in written_for(before, page, "Coworkers laugh at a table.").items() if text}
    assert own[DESCRIBED].split()[0] == "break-room"
    assert "alt-outdated" not in codes(checks_of(kit_of(resources, edits=edits(**own))))

    kit = kit_of(resources, photo, edits=edits(**own, **{PICTURE: photo.source.key}))
    assert alt_of(kit) == "Coworkers laugh at a table."
    check = the(checks_of(kit), "alt-outdated")
    assert (check.piece, check.field, check.simple) == (POST, ALT, False)
    fits, back = (fix for fix in check.fixes if fix.changes)
    kept = replace(kit, project=applied(kit.project, fits.changes))
    assert alt_of(kept) == "Coworkers laugh at a table."
    assert "alt-outdated" not in codes(checks_of(kept))
    again = replace(kit, project=applied(kit.project, back.changes))
    assert alt_of(again).endswith(CHOSEN)
    assert dict(again.project.edits.to_mapping()[POST]) == {PICTURE: photo.source.key}


# ---------------------------------------------------------------- what is asked


def test_a_photo_without_a_description_is_asked_about_by_where_it_is(resources: Resources, photo: Photo) -> None:
    kit = kit_of(resources, photo)
    check = the(checks_of(kit), UNDESCRIBED)
    assert (check.group, check.target, check.title) == ("fix", photo.source.key, photo.name)
    assert check.fixes[0].opens == "record"
    assert CHOSEN in check.sentence
    (finding,) = (one for one in description_findings(kit, bundled_tools()) if one.code == UNDESCRIBED)
    assert "maria" not in finding.message
    assert "Slide" in finding.message
    answered = replace(kit, project=called_fine(kit.project, check, kit_place(kit)))
    assert UNDESCRIBED not in codes(checks_of(answered))
    assert UNDESCRIBED not in {one.code for one in description_findings(answered, bundled_tools())}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({"head": "H", "quote": "Q"}, "H"),
        ({"number": "5", "unit": "people", "quote": "Q"}, "5 people"),
        ({"unit": "people"}, "people"),
        ({"quote": "Q", "fact": "F"}, "Q"),
        ({"fact": "F", "question": "W"}, "F"),
        ({"question": "W"}, "W"),
        ({"head": "A *strong* word"}, "A strong word"),
        ({}, ""),
    ],
)
def test_a_graphic_is_called_by_its_headline_number_quote_fact_or_question(content: dict[str, str], said: str) -> None:
    assert headline(content) == said


# ---------------------------------------------------------------- lines of a graphic


@pytest.fixture(scope="module")
def plain(resources: Resources) -> Kit:
    return kit_of(resources)


def shown(template: str, **content: Value) -> PageSpec:
    return PageSpec(template, "square", content, PageInfo("a", "A", 2), usual="social/statement")


def test_the_words_of_a_graphic_are_its_headline_and_texts_without_labels_and_icons(plain: Kit) -> None:
    number = shown("social/statistic", number="25%", unit="of people", text="ask.", source="A study", eyebrow="Week 2")
    assert message_lines(plain, number) == ("25% of people", "ask.", "A study")
    items = shown("deck/checklist", head="Look", icon="hand", items=("One", "Two", " "), note="Else")
    assert message_lines(plain, items) == ("Look", "One", "Two")
    rows = shown("print/flyer", head="Look", points=({"head": "One", "text": "Two"}, "no row", {"head": ""}))
    assert message_lines(plain, rows) == ("Look", "One", "Two", "no row")
    assert message_lines(plain, shown("social/statement", head="Same", sub="Same")) == ("Same",)


def test_a_line_is_said_while_it_is_easy_to_listen_to_and_longer_where_nothing_else_says_it(plain: Kit) -> None:
    networks = plain.resources.networks

    def said(sub: str, caption: str = "") -> str:
        return description(plain, shown("social/statement", head="Come", sub=sub), POST, PieceTexts("", {}), caption)

    label = "x" * (networks.alt_advised - len("Come. ."))
    assert said(label) == f"Come. {label}."
    assert said(label + "x") == "Come."
    words = "People nearby notice trouble sooner"
    most = f"{words} {'x' * (networks.alt_longest - len(f'Come. {words} .'))}"
    assert said(most) == f"Come. {most}."
    assert said(most + "x") == "Come."
    assert said(most, words) == "Come.", "the post says it"


def test_the_values_of_a_chart_follow_what_the_campaign_says_while_networks_take_both(plain: Kit) -> None:
    graphic, longest = PieceTexts("social/statement", {}, alt="In {year}."), plain.resources.networks.alt_longest

    def said(values: str) -> str:
        return description(plain, shown("social/statement", head="Come", chart={"alt": values}), PLAIN, graphic, "")

    values = "y" * (longest - len("In 2027. ."))
    assert said(values) == f"In 2027. {values}."
    assert said(values + "y") == "In 2027."
    assert description(plain, shown("social/statement", head="Come"), PLAIN, graphic, "") == "In 2027."
