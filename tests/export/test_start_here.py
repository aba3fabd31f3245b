"""START-HERE.html in a browser: what has the focus shows, and its pictures are there from the start."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from htpm_studio.errors import Problems
from htpm_studio.export.folder.start_here import start_here
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec, RenderedFile
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.social import social_specs
from htpm_studio.paths import templates
from htpm_studio.pieces.declared import bundled
from htpm_studio.pieces.doors import doors, read_doors
from htpm_studio.pieces.model import DOORS
from htpm_studio.project.model import Brand, Project
from htpm_studio.project.oklch import contrast
from htpm_studio.scene.nodes import PictureSource
from tests.helpers.bundled import bundled_campaign, bundled_resources


def kit_of(color: str) -> Kit:
    project = Project(Brand("Riverbend", (color,)), 2, 2027)
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(), dt.date(2026, 11, 28))


@pytest.mark.parametrize("color", ["#7B0323", "#FFF3B0", "#39FF14", "#000000"])
def test_what_has_the_focus_is_marked_by_a_line_that_shows_on_light_and_dark_paper(color: str) -> None:
    page = start_here(kit_of(color), (), {}).decode()
    (role,) = re.findall(r"focus-visible\{outline:3px solid var\(--(\w+)\)", page)
    light, dark = (dict(re.findall(r"--([\w-]+):(#\w{6})", one)) for one in re.findall(r":root\{([^}]+)\}", page))
    for scheme in (light, dark):
        assert contrast(scheme[role], scheme["paper"]) >= 3


def test_the_first_view_leads_to_the_deck_the_flyer_and_the_posts_that_the_kit_has() -> None:
    kit = kit_of("#7B0323")
    every = {spec.path: spec for spec in plan(kit)}
    deck, flyer = "deck/week-2-training-deck.pptx", "print/letter/flyer.pdf"

    def quick(*paths: str, phone: int = 0) -> list[str]:
        page = start_here(kit, [RenderedFile(every[path], b"x") for path in paths], {}, phone).decode()
        found = re.search(r'<div class="w quick">(.*?)</div>', page)
        return re.findall(r'href="([^"]+)"', found.group(1)) if found else []

    assert quick(flyer, deck, phone=9) == [deck, "post.html", flyer]
    assert quick("backgrounds/frame-logo-left.jpg") == []
    assert quick("print/a4/flyer.pdf") == ["print/a4/flyer.pdf"]


def test_each_piece_of_a_whole_kit_says_behind_one_door_what_it_is_for() -> None:
    for language in ("en", "es"):
        project = Project(Brand("Riverbend"), 2, 2027, language=language)
        kit = build_kit(project, bundled_campaign(language), bundled_resources(), Options(), dt.date(2026, 11, 28))
        made = [RenderedFile(spec, b"x") for spec in plan(kit)]
        page = start_here(kit, made, {}, 9).decode()
        links = re.findall(r'<a class="b[^"]*" href="([^"]+)"><span', page)
        assert sorted(links) == sorted([*(file.spec.path for file in made), "post.html"]), "each file once"
        assert re.findall(r'<section class="door" id="(\w+)"', page) == list(DOORS)
        words = unescape(page)
        for row in doors().row:
            assert row.use[language] in words
        rows = {name for row in doors().row for name in row.of}
        for piece in bundled().pieces.of("print"):
            assert piece.id in rows or piece.spec.use[language] in words, piece.id


def test_few_links_stand_open_and_the_others_are_folded() -> None:
    made = [RenderedFile(spec, b"x") for spec in plan(PLAIN)]
    page = re.sub(r"<details>.*?</details>", "<summary>", start_here(PLAIN, made, {}, 9).decode())
    assert len(re.findall("<a |<summary>", page)) < 90
    assert "print/a4/" not in page
    assert page.count("<summary>") == 5 + 1 + 4, "how to, pictures, and other files but for backgrounds"


def test_a_door_with_nothing_behind_it_is_not_there() -> None:
    page = page_of(file("print/letter/flyer.pdf"))
    assert re.findall(r'<section class="door" id="(\w+)"', page) == ["print"]
    assert re.findall(r'<ul class="doors">.*?</ul>', page)[0].count("<li>") == 1
    assert 'class="door"' not in page_of()


def test_a_mistake_in_the_doors_is_named_with_its_line(tmp_path: Path) -> None:
    text = (templates() / "doors.toml").read_text("utf-8")
    for old, new, said in (
        ('door = "publish"', 'door = "publsh"', "publish"),
        ('of = ["deck/short"]', 'of = ["deck/training"]', "deck/training is in two rows"),
        ('id = "meet"', 'id = "print"', "one door for each"),
    ):
        (tmp_path / "doors.toml").write_text(text.replace(old, new, 1), "utf-8")
        with pytest.raises(Problems) as caught:
            read_doors(tmp_path)
        (problem,) = caught.value.problems
        assert said in f"{problem.message} {problem.hint}"
        assert problem.line


def test_pictures_do_not_wait_so_that_a_link_to_a_section_ends_there() -> None:
    kit = kit_of("#7B0323")
    spec = next(iter(social_specs(kit)))
    page = start_here(kit, (RenderedFile(spec, b"x"),), {spec.path: "data:image/png;base64,AA=="}).decode()
    assert '<img src="data:image/png;base64,AA=="' in page
    assert "loading=" not in page


def headings_of(language: str) -> list[str]:
    """What the cards of printed pieces are called where flyer and checklist have the title of the week."""
    campaign = bundled_campaign(language)
    week = campaign.week(2)
    alike = tuple(replace(one, fields={**one.fields, "head": week.title}) for one in week.handouts)
    weeks = tuple(replace(one, handouts=alike) if one.number == 2 else one for one in campaign.weeks)
    project = Project(Brand("Riverbend"), 2, 2027, language=language)
    kit = build_kit(project, replace(campaign, weeks=weeks), bundled_resources(), Options(), dt.date(2026, 11, 28))
    made = tuple(RenderedFile(spec, b"x") for spec in plan(kit) if spec.medium == "print")
    page = start_here(kit, made, dict.fromkeys((one.spec.path for one in made), "data:image/png;base64,AA==")).decode()
    return re.findall('<h2 class="t">(.*?)</h2>', page)


@pytest.mark.parametrize(
    ("language", "flyer", "checklist"), [("en", "Flyer", "Action checklist"), ("es", "Volante", "Lista de acciones")]
)
def test_pieces_with_the_same_title_say_which_they_are(language: str, flyer: str, checklist: str) -> None:
    names = headings_of(language)
    assert len(names) == len(set(names))
    assert {flyer, checklist} <= set(names)


# ------------------------------------------------------------------ the parts of the page


def kit_with(logo: PictureSource | None = None, name: str = "Riverbend", **more: Any) -> Kit:
    project = Project(Brand(name, logo=logo, **more), 2, 2027)
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(), dt.date(2026, 11, 28))


PLAIN = kit_with()


def file(path: str, title: str = "A title", data: int = 1, **more: Any) -> RenderedFile:
    """A file of the medium and format that its path says."""
    medium, kind = path.partition("/")[0], path.rpartition(".")[2]
    spec: dict[str, Any] = {"id": path, "medium": medium, "title": title, "path": path, "format": kind, "pages": ()}
    return RenderedFile(FileSpec(**{**spec, "group": path, **more}), bytes(data))


def page_of(*made: RenderedFile, kit: Kit = PLAIN, **previews: Any) -> str:
    return start_here(kit, made, previews).decode()


def test_each_family_has_a_ground_and_face_of_its_own_in_the_head() -> None:
    pages = {family: page_of(kit=kit_with(family=family)) for family in ("common-thread", "broadside", "quilt")}
    for family, page in pages.items():
        design = bundled_resources().designs.by_id[family]
        assert ("html .hero{background:" in page) is bool(design.start)
        face = re.search(
            r'html h1,html h2,html \.doors b,html \.step \.k\{font-family:"([^"]+)",(.+?);font-weight:(\d+)\}', page
        )
        assert bool(face) is bool(design.fonts.office)
        if face:
            assert face.groups()[1:] == (("serif", "600") if face[1] == "Georgia" else ("Arial,sans-serif", "800"))


def test_everything_to_read_is_in_a_landmark() -> None:
    body = page_of(file("deck/a.pptx")).partition("<body")[2]
    outside = re.sub(r"<(header|main|footer)\b.*?</\1>|<script>.*?</script>", "", body, flags=re.DOTALL)
    assert re.findall(r"<(?!/|a class=\"skip\")\w+", outside) == []
    assert body.count("<main") == 1


def test_a_row_shows_two_files_of_one_paper_and_folds_the_others() -> None:
    paths = ("letter/flyer.pdf", "letter/flyer-large.pdf", "a4/flyer.pdf")
    files = [
        file(f"print/{path}", piece="w2/print/flyer", data=count)
        for path, count in zip(paths, (0, 1501, 2600), strict=True)
    ]
    page = start_here(PLAIN, files, {"print/letter/flyer.pdf": "data:image/png;base64,AA=="}).decode()
    row, folded = re.findall(r'<div class="first-piece">(.*?)</div></div>|<ul class="set">(.*?)</ul></li>', page)
    assert row[0].startswith('<img src="data:image/png;base64,AA==" alt=""><div><h2 class="t">Flyer</h2>')
    assert "<p>Print it, or attach it to an email.</p>" in row[0]
    assert re.findall(r'href="([^"]+)".*?</span>(.*?) <small>(.*?)</small>', row[0]) == [
        ("print/letter/flyer.pdf", "PDF, Letter", "1\u00a0kB"),
        ("print/letter/flyer-large.pdf", "PDF, Letter: flyer-large", "2\u00a0kB"),
    ]  # fmt: skip
    assert 'href="print/a4/flyer.pdf"' in folded[1]
