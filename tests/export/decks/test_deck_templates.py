"""Decks in somebody else's design, and in the plain one: words, places, sizes, and nothing that is not ours to show."""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pptx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from PIL import Image
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Pt

from htpm_studio.errors import InputError
from htpm_studio.export.decks.capacity import seated
from htpm_studio.export.decks.deck_template import TemplateDeck, template_deck
from htpm_studio.export.decks.deck_template_file import open_deck_template
from htpm_studio.export.decks.file_specs import deck_specs
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.export.run.exporter import general_findings
from htpm_studio.export.run.render_file import document, render_file
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from htpm_studio.render.pptx.deck_template.reader import MAX_SIDE, read_deck_template
from htpm_studio.render.pptx.geometry import EmuFrame
from htpm_studio.units import EMU_PER_POINT
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.pptx_check import check_package
from tests.helpers.sweeps import sampled
from tests.helpers.wild_decks import SECRET, WILD, changed, company, lone, office, web

HOTLINE = "1-888-373-7888"


@cache
def kit() -> Kit:
    resources = bundled_resources()
    campaign = bundled_campaign()
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",)), 2, 2027)
    return build_kit(project, campaign, resources, Options(), dt.date(2026, 11, 25))


@cache
def spec_of(name: str) -> FileSpec:
    return next(spec for spec in deck_specs(kit()) if spec.id == f"deck/{name}")


@cache
def pages_of(name: str) -> tuple[Any, ...]:
    return tuple(compose(page, kit().page_inputs).page for page in spec_of(name).pages)


@cache
def made(design: str, name: str = "training") -> TemplateDeck:
    spec, pages = spec_of(name), pages_of(name)
    deck_template = read_deck_template(f"{design}.pptx", WILD[design]())
    contents = [page.content for page in spec.pages]
    return template_deck(kit().inputs, deck_template, document(spec, pages, kit().inputs), contents, pages)


def opened(data: bytes) -> Any:
    return pptx.Presentation(io.BytesIO(data))


def spoken(slide: Any) -> str:
    """The words of a slide, with usual spaces where they are bound."""
    said = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    said += [cell.text for shape in slide.shapes if shape.has_table for cell in shape.table.iter_cells()]
    return "\n".join(said).replace("\u00a0", " ")


def audit(data: bytes, folder: Path) -> list[str]:
    target = folder / "deck.pptx"
    target.write_bytes(data)
    found = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(target))
    return [str(error) for error in found.errors]


# ------------------------------------------------------------------ designs that people have


@pytest.mark.parametrize("design", sampled(WILD, "office"))
def test_no_checker_finds_anything(design: str, tmp_path: Path) -> None:
    data = made(design).data
    assert audit(data, tmp_path) == []
    theirs = ("ppt/slideMasters/", "ppt/slideLayouts/")
    assert [problem for problem in check_package(data) if not problem.startswith(theirs)] == []


@pytest.mark.parametrize("design", WILD)
def test_all_words_are_in_their_layouts(design: str) -> None:
    deck_template = read_deck_template("x.pptx", WILD[design]())
    deck = opened(made(design).data)
    assert (deck.slide_width, deck.slide_height) == deck_template.size
    assert [layout.name for layout in deck.slide_layouts] == [layout.name for layout in deck_template.layouts]
    said = "\n".join(spoken(slide) for slide in deck.slides)
    for page in spec_of("training").pages:
        for field in ("head", "sub", "lead", "text", "note", "warning", "quote", "who", "source"):
            assert str(page.content.get(field) or "") in said, field
        items = page.content.get("items") or ()
        assert all(item in said for item in items if isinstance(item, str))
    assert sum(HOTLINE in spoken(slide) for slide in deck.slides) >= 3
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide]
    assert sum("Say:" in text for text in notes) == len(spec_of("training").pages)
    assert [finding.message for finding in made(design).findings if finding.severity == "error"] == []


@pytest.mark.parametrize("design", WILD)
def test_texts_are_in_placeholders_and_are_never_small(design: str) -> None:
    for slide in opened(made(design).data).slides:
        assert slide.shapes.title is not None
        free = [shape for shape in slide.shapes if shape.has_text_frame and not shape.is_placeholder]
        assert all(re.fullmatch(r"\d", shape.text_frame.text) for shape in free)
        sizes = [run.font.size for shape in slide.placeholders if shape.has_text_frame
                 for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]  # fmt: skip
        assert min([size for size in sizes if size is not None], default=Pt(18)) >= Pt(18)


@pytest.mark.parametrize("design", WILD)
def test_nothing_but_the_look_is_taken(design: str) -> None:
    with zipfile.ZipFile(io.BytesIO(made(design).data)) as archive:
        names = archive.namelist()
        everything = b"".join(archive.read(name) for name in names if "/media/" not in name)
    for leak in (SECRET, "Salaries", "jane-roe", "Steve Canny", "printerSettings", "rId77"):
        assert leak.encode() not in everything
    assert not [name for name in names if "printer" in name or "thumbnail" in name or "comment" in name]


def test_pictures_fill_their_places_and_codes_keep_their_numbers() -> None:
    deck = opened(made("office").data)
    shapes = [shape for slide in deck.slides for shape in slide.placeholders]
    pictures = [shape for shape in shapes if shape.element.tag.endswith("}pic")]
    assert len(pictures) >= 3
    resources = next(slide for slide in deck.slides if "1. SOAR" in spoken(slide))
    groups = [shape for shape in resources.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP]
    labels = [shape.text_frame.text for shape in resources.shapes if not shape.is_placeholder and shape.has_text_frame]
    assert (len(groups), labels) == (3, ["1", "2", "3"])
    assert all(group.left > 0 and group.left + group.width <= deck.slide_width for group in groups)


def test_the_loop_goes_on_by_itself_in_any_design() -> None:
    with zipfile.ZipFile(io.BytesIO(made("web", "loop").data)) as archive:
        assert re.search(rb'<p:transition spd="slow" advTm="\d+"><p:fade />', archive.read("ppt/slides/slide1.xml"))
        assert b'loop="1"' in archive.read("ppt/presProps.xml")


def test_a_look_without_words_of_its_own_reaches_every_text() -> None:
    """LibreOffice saves designs so: letters that are white there must not come out black."""
    sample = (
        b'<a:p><a:pPr algn="ctr"/><a:r><a:rPr lang="en" sz="2600"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
        b"</a:rPr><a:t>Sample</a:t></a:r></a:p>"
    )
    empty = b'<a:p><a:endParaRPr lang="en"/></a:p>'
    bare = changed(lone(), MASTER, lambda xml: re.sub(rb"<a:lvl1pPr.*?</a:lvl1pPr>", b"", xml).replace(empty, sample))
    deck_template = read_deck_template("theirs.pptx", bare)
    style = b'<a:lvl1pPr algn="ctr"><a:defRPr sz="2600"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:defRPr>'
    assert deck_template.parts[deck_template.master].count(style) == 2
    assert {(place.size, place.ink) for place in deck_template.layouts[0].places} == {(26.0, ("srgbClr", "FFFFFF"))}
    spec, pages = spec_of("short"), pages_of("short")
    contents = [page.content for page in spec.pages]
    data = template_deck(kit().inputs, deck_template, document(spec, pages, kit().inputs), contents, pages).data
    assert check_package(data) == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert style in archive.read("ppt/slideMasters/slideMaster1.xml")


# ------------------------------------------------------------------ room for text


@pytest.mark.parametrize("size", [(160, 400), (400, 90), (300, 200)])
def test_a_drawing_is_made_for_a_place_of_another_shape(size: tuple[int, int]) -> None:
    found = seated(kit().scenes["shift-team"], EmuFrame(0, 0, *(EMU_PER_POINT * side for side in size)))
    assert (found.box.width, found.box.height) == pytest.approx(size)
    (across, down), crop = found.source.size, found.crop
    shown = across * (1 - crop.left - crop.right) / (down * (1 - crop.top - crop.bottom))
    assert shown == pytest.approx(size[0] / size[1], rel=0.01)


# ------------------------------------------------------------------ hostile files


def without(member: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(web())) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            if name != member:
                new.writestr(name, old.read(name))
    return target.getvalue()


def in_master(old: bytes, new: bytes) -> Callable[[], bytes]:
    return lambda: changed(web(), "ppt/slideMasters/slideMaster1.xml", lambda xml: xml.replace(old, new))


LAYOUT = "ppt/slideLayouts/slideLayout1.xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"


@pytest.mark.parametrize("digits", [b"1-888-373-7889", b"1-888-373-</a:t></a:r><a:r><a:t>7889"])
def test_a_wrong_hotline_number_on_a_master_is_refused_also_in_pieces(tmp_path: Path, digits: bytes) -> None:
    path = tmp_path / "theirs.pptx"
    title = b"<a:t>Click to edit Master title style</a:t>"
    path.write_bytes(changed(office(), MASTER, lambda xml: xml.replace(title, b"<a:t>Call %s</a:t>" % digits)))
    with pytest.raises(InputError, match=r"theirs\.pptx: ") as refused:
        open_deck_template(path)
    assert refused.value.hint == "Correct its slide master and layouts."
    path.write_bytes(office())
    assert open_deck_template(path).name == path.name


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "no zip": (lambda: b"PK but no", "damaged or incomplete"),
    "cut off": (lambda: web()[:900], "damaged or incomplete"),
    "no presentation": (lambda: without("ppt/presentation.xml"), "is not a PowerPoint presentation"),
    "no master": (lambda: without(MASTER), "has no slide master"),
    "no theme": (lambda: without("ppt/theme/theme1.xml"), "has no slide master"),
    "document type": (in_master(b"<p:sldMaster", b"<!DOCTYPE x [<!ENTITY a 'b'>]><p:sldMaster"), "never writes"),
    "broken xml": (in_master(b"</p:cSld>", b""), "is damaged"),
    "deep xml": (in_master(b"<p:clrMap", b"<p:x>" * 5000 + b"</p:x>" * 5000 + b"<p:clrMap"), "is damaged"),
    "huge part": (in_master(b"<p:clrMap", b" " * 13_000_000 + b"<p:clrMap"), "too large"),
    "huge slide": (
        lambda: changed(web(), "ppt/presentation.xml", lambda xml: xml.replace(b'cx="9', b'cx="9%d' % MAX_SIDE)),
        "how large its slides are",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_harmful_files_end_in_a_sentence(kind: str) -> None:
    build, sentence = HOSTILE[kind]
    with pytest.raises(InputError, match=sentence) as caught:
        read_deck_template("theirs.pptx", build())
    assert "theirs.pptx" in str(caught.value)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        (
            "old.ppt",
            b"\xd0\xcf\x11\xe0" + bytes(600),
            r"old\.ppt is locked with a password, or .* old format \(\.ppt\)",
        ),
        ("locked.pptx", b"\xd0\xcf\x11\xe0" + bytes(600), r"locked\.pptx is locked with a password"),
        ("notes.pptx", b"%PDF-1.7", r"notes\.pptx is not a PowerPoint presentation"),
        ("gone.pptx", b"", r"gone\.pptx was not found"),
    ],
)
def test_files_that_cannot_be_used_are_named(name: str, data: bytes, sentence: str, tmp_path: Path) -> None:
    if data:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=sentence):
        open_deck_template(tmp_path / name)
    (tmp_path / "folder.pptx").mkdir()
    with pytest.raises(InputError, match="is a folder"):
        open_deck_template(tmp_path / "folder.pptx")


def test_pictures_of_the_design_have_no_metadata() -> None:
    """The camera's data of a photo on somebody's master are nobody's business, and neither is the name of its file."""
    photo, hidden = io.BytesIO(), Image.Exif()
    hidden[0x013B] = SECRET
    hidden.get_ifd(0x8825)[29] = SECRET
    Image.effect_noise((80, 40), 60).convert("RGB").save(photo, "JPEG", exif=hidden, comment=SECRET.encode())
    data = changed(company(), MASTER, lambda xml: xml.replace(b'name="Mark"', b'name="Mark" descr="C:\\Jane Roe.jpg"'))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        (member,) = (name for name in archive.namelist() if name.startswith("ppt/media/"))
    deck_template = read_deck_template("x.pptx", changed(data, member, lambda _png: photo.getvalue()))
    assert SECRET.encode() not in b"".join(one for name, one in deck_template.parts.items() if name != MASTER)
    spec, pages = spec_of("short"), pages_of("short")
    contents = [page.content for page in spec.pages]
    deck = template_deck(kit().inputs, deck_template, document(spec, pages, kit().inputs), contents, pages).data
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        names = [name for name in archive.namelist() if "/media/reference" in name]
        assert names
        assert not [name for name in archive.namelist() if SECRET.encode() in archive.read(name)]
        with Image.open(io.BytesIO(archive.read(names[0]))) as after, Image.open(photo) as before:
            assert after.tobytes() == before.tobytes()


def test_numbers_beyond_reason_do_no_harm() -> None:
    wild = changed(web(), MASTER, lambda xml: xml.replace(b'sz="1800"', b'sz="99999999999999999999"'))
    deck_template = read_deck_template("theirs.pptx", wild)
    sizes = [place.size for layout in deck_template.layouts for place in layout.places]
    assert all(6 <= size <= 200 for size in sizes)


# ------------------------------------------------------------------ the plain design


def test_a_chosen_design_is_for_the_presentations_alone() -> None:
    chosen = replace(kit(), options=replace(kit().options, deck_template=read_deck_template("web.pptx", web())))
    spec = next(spec for spec in deck_specs(chosen) if spec.id == "deck/loop")
    deck = opened(render_file(spec, chosen.inputs, JobContext()).data)
    assert deck.slide_layouts[0].name == "TITLE"
    twin = replace(spec, format="pdf", layouts=())
    assert render_file(twin, chosen.inputs, JobContext()).data == render_file(twin, kit().inputs, JobContext()).data


def test_it_is_said_that_the_twins_keep_the_look_of_the_kit() -> None:
    options = replace(kit().options, deck_template=read_deck_template("web.pptx", web()))
    chosen = replace(kit(), options=options)
    told = [one.message for one in general_findings(chosen) if one.code == "own-look"]
    assert len(told) == 1
    assert told[0].startswith("Only the PowerPoint decks use the design of the presentation")
    without_decks = replace(kit(), options=replace(options, media=("print",)))
    assert [one for of in (kit(), without_decks) for one in general_findings(of) if one.code == "own-look"] == []


# ------------------------------------------------------------------ LibreOffice


@pytest.mark.slow
@pytest.mark.skipif(
    not (shutil.which("soffice") and os.environ.get("HTPM_SLOW")), reason="needs LibreOffice and HTPM_SLOW=1"
)
def test_a_presentation_that_libreoffice_saved(tmp_path: Path) -> None:
    (tmp_path / "theirs.pptx").write_bytes(office())
    run = [str(shutil.which("soffice")), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    for kind in ("odp", "pptx"):
        source = "theirs.pptx" if kind == "odp" else "theirs.odp"
        command = [*run, "--convert-to", kind, "--outdir", str(tmp_path), str(tmp_path / source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    spec, pages = spec_of("training"), pages_of("training")
    deck_template = open_deck_template(tmp_path / "theirs.pptx")
    contents = [page.content for page in spec.pages]
    deck = template_deck(kit().inputs, deck_template, document(spec, pages, kit().inputs), contents, pages)
    assert len(opened(deck.data).slides) >= len(pages)
    assert [finding for finding in deck.findings if finding.severity == "error"] == []
    theirs = ("ppt/slideMasters/", "ppt/slideLayouts/")
    assert [problem for problem in check_package(deck.data) if not problem.startswith(theirs)] == []
