"""START-HERE.html in a browser: what has the focus shows, and its pictures are there from the start."""

from __future__ import annotations

import base64
import datetime as dt
import io
import re
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from htpm_studio.compose.compose_page import PageInfo
from htpm_studio.export.folder.start_here import start_here
from htpm_studio.export.kit.edits import piece_id
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec, PageSpec, RenderedFile
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.social import social_specs
from htpm_studio.project.model import Brand, Photo, Project
from htpm_studio.project.oklch import contrast
from htpm_studio.project.pictures import read_picture
from htpm_studio.scene.nodes import FontSource, PictureSource
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.marks import mark


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


def test_the_sender_is_a_name_or_a_logo_with_the_name_that_it_does_not_say() -> None:
    def sender(kit: Kit) -> str:
        found = re.search(r'<div class="w">(<(?:b|span) class="sender".*?)<small>', page_of(kit=kit))
        assert found
        return re.sub('base64,[^"]*', "base64,…", found.group(1))

    assert sender(kit_with(name="A & B")) == '<b class="sender" dir="auto">A &amp; B</b>'
    logo, named = sender(kit_with(mark(300, 100))), '<b dir="auto" aria-hidden="true">Riverbend</b>'
    assert re.fullmatch(
        r'<span class="sender"><img src="data:image/png;base64,…" alt="Riverbend" width="(\d+)" height="(\d+)">'
        rf"{named}</span>",
        logo,
    )
    wide, high = (int(one) for one in re.findall(r'(?:width|height)="(\d+)"', logo))
    assert wide == pytest.approx(3 * high, abs=2)
    assert named not in sender(kit_with(mark(300, 100), name=""))
    white = read_picture("logo.svg", WHITE_LOGO)
    assert '<img class="plate" src=' in sender(kit_with(white))


WHITE_LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#fff"/></svg>'


def test_the_logo_is_drawn_in_twice_as_many_pixels_as_it_is_large() -> None:
    found = re.search(
        r'src="data:image/png;base64,([^"]+)"[^>]* width="(\d+)" height="(\d+)"', page_of(kit=kit_with(mark(300, 100)))
    )
    assert found
    with Image.open(io.BytesIO(base64.b64decode(found[1]))) as picture:
        assert picture.size == pytest.approx((2 * int(found[2]), 2 * int(found[3])), abs=2)


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


def test_the_files_of_each_part_are_counted_and_parts_without_any_are_left_out() -> None:
    page = page_of(file("deck/a.pptx"), file("print/letter/b.pdf"), file("print/a4/b.pdf"))
    nav = re.findall(r'<a href="#(\w+)">([^<]+) <span>(\d+)</span></a>', page)
    assert nav == [("deck", "Train", "1"), ("print", "Print", "2")]
    assert re.findall(r'<section class="w sec" id="(\w+)">', page) == ["deck", "print"]
    assert "3 files in your colors" in page
    assert 'id="files"' not in page_of()


def test_everything_to_read_is_in_a_landmark() -> None:
    body = page_of(file("deck/a.pptx")).partition("<body")[2]
    outside = re.sub(r"<(header|main|footer)\b.*?</\1>|<script>.*?</script>", "", body, flags=re.DOTALL)
    assert re.findall(r"<(?!/|a class=\"skip\")\w+", outside) == []
    assert body.count("<main") == 1


def test_fonts_to_install_are_named_where_a_file_names_them() -> None:
    font = FontSource("1" * 64, b"", "My Sans", bold=False, weight=400)
    own = replace(PLAIN, project=replace(PLAIN.project, brand=replace(PLAIN.project.brand, text_font=(font, font))))
    words = "Word use My Sans. Install it"
    for path in ("copy/a.docx", "deck/a.potx", "social/editable/a.pptx"):
        assert words in page_of(file(path), kit=own)
        assert "Install it on every computer" not in page_of(file(path))
    assert "Install it on every computer" not in page_of(file("print/letter/a.pdf"), kit=own)


def test_a_deck_tells_how_it_travels_and_of_the_guide_and_handout_that_go_with_it() -> None:
    deck, guide, handout = (
        file(path, piece=piece_id(PLAIN, piece))
        for path, piece in (
            ("deck/a.pptx", "deck/training"),
            ("print/letter/facilitator-guide.pdf", "print/facilitator-guide"),
            ("print/letter/participant-handout.pdf", "print/participant-handout"),
        )
    )
    assert "In another program: LibreOffice" in page_of(deck)
    for other in (file("deck/a.pdf"), file("social/editable/a.pptx")):
        assert "In another program: LibreOffice" not in page_of(other)
    session = "The facilitator guide and the participant handout are below"
    assert session in page_of(deck, guide, handout)
    for some in ((deck, guide), (deck, handout), (guide, handout), (deck,)):
        assert session not in page_of(*some)


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


def test_files_of_one_kind_are_told_apart_by_their_names() -> None:
    (card,) = cards(file("deck/one.pptx", group="d"), file("deck/two.pptx", group="d"), file("deck/one.pdf", group="d"))
    assert re.findall(r">([^<>]+) <small>", card) == ["PowerPoint: one", "PowerPoint: two", "PDF"]


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


def test_a_graphic_is_called_by_its_size_and_any_other_file_by_its_kind() -> None:
    square = PageSpec("social/photo", "square", {}, PageInfo("a", "A", 2))
    kinds = {
        path: re.findall(r">([^<>]+) <small>", cards(file(path, pages=(square,)))[0])
        for path in ("social/square/a.png", "social/square/a.jpg", "social/editable/a.pptx", "background/a.png")
    }
    assert [kind for (kind,) in kinds.values()] == ["Square", "Square", "PowerPoint", "Picture"]
    assert re.findall(r">([^<>]+) <small>", cards(file("social/square/a.png"))[0]) == ["Picture"]
    assert re.findall(r">([^<>]+) <small>", cards(file("print/shop/a.pdf"))[0]) == ["PDF"]


@pytest.mark.parametrize(("count", "said"), [(0, 1), (1499, 1), (1501, 2), (2600, 3)])
def test_a_file_has_its_size_in_full_kilobytes_and_at_least_one(count: int, said: int) -> None:
    assert f"<small>{said}\u00a0kB</small>" in cards(file("print/letter/a.pdf", data=count))[0]


def test_the_end_of_the_page_has_every_way_to_the_hotline_that_there_is() -> None:
    def reached(**hotline: Any) -> str:
        info = replace(PLAIN.campaign.info, hotline=replace(PLAIN.campaign.hotline, **hotline))
        campaign = replace(PLAIN.campaign, info=info)
        found = re.search(r"<p>(<strong>.*?)</p>", page_of(kit=replace(PLAIN, campaign=campaign)))
        return found[1] if found else ""

    number = "<strong>1-888-373-7888</strong>"
    assert reached(web="https://example.org") == f"{number} · Text 233733 · example.org"
    assert reached(text_number="", web="") == number
    drawn = PLAIN.campaign.month.picture_credit
    assert drawn in page_of()
    photo = Photo(PictureSource("1", "jpeg", b"", (9, 9)), "a.jpg")
    assert drawn not in page_of(kit=replace(PLAIN, project=replace(PLAIN.project, photos=(photo,))))


def test_what_holds_for_one_file_of_a_part_is_said_where_others_are_beside_it() -> None:
    font = FontSource("1" * 64, b"", "My Sans", bold=False, weight=400)
    own = replace(PLAIN, project=replace(PLAIN.project, brand=replace(PLAIN.project.brand, heading_font=(font,))))
    assert "Install it on every computer" in page_of(file("copy/a.txt"), file("copy/a.docx"), kit=own)
    assert "In another program: LibreOffice" in page_of(file("deck/a.pdf"), file("deck/a.pptx"))


def test_the_posts_to_copy_are_in_the_part_with_words_alone() -> None:
    title = "<details><summary>"
    assert title in page_of(file("copy/posts.txt"))
    assert title not in page_of(file("background/a.png"))
