"""START-HERE.html in a browser: what has the focus shows, and its pictures are there from the start."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any

import pytest

from htpm_studio.export.folder.start_here import start_here
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec, RenderedFile
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.social import social_specs
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


def test_what_to_begin_with_leads_to_the_deck_the_flyer_and_the_posts_that_the_kit_has() -> None:
    kit = kit_of("#7B0323")
    every = {spec.path: spec for spec in plan(kit)}
    deck, flyer = "deck/week-2-training-deck.pptx", "print/letter/flyer.pdf"
    post = next(path for path in every if path.startswith("social/"))

    def steps(*paths: str) -> list[str]:
        page = start_here(kit, [RenderedFile(every[path], b"x") for path in paths], {}).decode()
        first = re.search(r'<ol class="first w">(.*?)</ol>', page)
        return re.findall(r'href="([^"]+)"', first.group(1)) if first else []

    assert steps(post, flyer, deck) == [deck, flyer, "#social"]
    assert steps("print/letter/poster.pdf", "deck/week-2-loop-deck.pptx") == []
    assert steps("print/letter/poster.pdf", "deck/week-2-loop-deck.pptx", flyer) == [flyer]
    assert steps("print/a4/flyer.pdf") == ["print/a4/flyer.pdf"]


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
    names = re.findall("<h3>(.*?)</h3>", page)
    assert not set(re.findall('<img src="data:image/png;base64,AA==" alt="(.+?)"', page)) & {*names}, "said twice"
    return names


@pytest.mark.parametrize(
    ("language", "flyer", "checklist"), [("en", "Flyer", "Action checklist"), ("es", "Volante", "Lista de acciones")]
)
def test_pieces_with_the_same_title_say_which_they_are(language: str, flyer: str, checklist: str) -> None:
    names = headings_of(language)
    assert len(names) == len(set(names))
    for piece in (flyer, checklist):
        assert sum(name.startswith(f"{piece}: ") for name in names) == 2, "and in large print"
    assert not any(name.startswith("Poster: Poster") for name in names)


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


def cards(*made: RenderedFile, **previews: Any) -> list[str]:
    return re.findall(r'<div class="card">(.*?)</div>', page_of(*made, **previews))


def test_each_family_has_a_figure_and_a_ground_and_face_of_its_own_in_the_head() -> None:
    pages = {family: page_of(kit=kit_with(family=family)) for family in ("common-thread", "broadside", "quilt")}
    figures = {family: re.search(r'<(\w+) class="figure"', page) for family, page in pages.items()}
    assert {family: found and found[1] for family, found in figures.items()} == {
        "common-thread": "svg", "broadside": "b", "quilt": "img",
    }  # fmt: skip
    assert '<b class="figure" aria-hidden="true">2</b>' in pages["broadside"]
    for family, page in pages.items():
        design = bundled_resources().designs.by_id[family]
        assert ("html .hero{background:" in page) is bool(design.start)
        face = re.search(r'html h1,html h2,html \.step \.k\{font-family:"([^"]+)",(.+?);font-weight:(\d+)\}', page)
        assert bool(face) is bool(design.fonts.office)
        if face:
            assert face.groups()[1:] == (("serif", "600") if face[1] == "Georgia" else ("Arial,sans-serif", "800"))


def test_everything_to_read_is_in_a_landmark() -> None:
    body = page_of(file("deck/a.pptx")).partition("<body")[2]
    outside = re.sub(r"<(header|main|footer)\b.*?</\1>|<script>.*?</script>", "", body, flags=re.DOTALL)
    assert re.findall(r"<(?!/|a class=\"skip\")\w+", outside) == []
    assert body.count("<main") == 1


def test_a_card_shows_a_picture_its_words_and_a_button_for_each_file() -> None:
    both = [
        file(f"print/{paper}/flyer.pdf", alt="A field", group="flyer", caption="It's free.")
        for paper in ("letter", "a4")
    ]
    (card,) = cards(*both, **{"print/a4/flyer.pdf": "data:image/png;base64,AA=="})
    assert card.startswith('<img src="data:image/png;base64,AA==" alt="A field"><h3>A title</h3>')
    assert '<p class="small">It’s free.</p><p class="files">' in card
    assert re.findall(r'<a class="([^"]+)" href="([^"]+)">([^<]+) <small>', card) == [
        ("b m", "print/letter/flyer.pdf", "PDF, Letter"), ("b", "print/a4/flyer.pdf", "PDF, A4"),
    ]  # fmt: skip
    assert "<details" not in card, "nothing of a print is pasted"
    (bare,) = cards(file("print/letter/flyer.pdf", title="Same", alt="Same"), **{"print/letter/flyer.pdf": "data:x"})
    assert bare.startswith('<img src="data:x" alt=""><h3>'), "what the name says is not said twice"
    assert cards(both[0])[0].startswith("<h3>")
    assert '<p class="small">' not in cards(file("print/letter/flyer.pdf"))[0]


def test_a_graphic_has_its_text_and_its_description_to_paste_and_a_background_its_description() -> None:
    def details(path: str, **more: Any) -> tuple[str, list[str], list[str]]:
        (card,) = cards(file(path, caption="It's free.", **more))
        summary = re.search("<summary>(.*?)</summary>", card)
        small = re.findall('<p class="small">(.*?)</p>', card)
        return summary[1] if summary else "", re.findall("<textarea[^>]*>(.*?)</textarea>", card), small

    both, alone = "Text and description to paste", "Description to paste"
    assert details("social/square/a.png", alt="A field") == (both, ["It’s free.", "A field"], [])
    assert details("social/square/a.png") == (both, ["It’s free."], [])
    assert details("social/editable/a.pptx", alt="A field", repeats=True) == (alone, ["A field"], ["It’s free."])
    assert details("background/a.png", alt="A field") == (alone, ["A field"], ["It’s free."])
    assert details("background/a.png") == ("", [], ["It’s free."])
    assert 'class="files sizes"' in cards(file("social/square/a.png"))[0]
    assert 'class="b m"' not in cards(file("social/square/a.png"))[0]
    assert 'class="b m"' in cards(file("social/editable/a.pptx", repeats=True))[0]


@pytest.mark.parametrize(("count", "said"), [(0, 1), (1499, 1), (1501, 2), (2600, 3)])
def test_a_file_has_its_size_in_full_kilobytes_and_at_least_one(count: int, said: int) -> None:
    assert f"<small>{said}\u00a0kB</small>" in cards(file("print/letter/a.pdf", data=count))[0]
