"""Files for a print shop: boxes, bleed, crop marks; and every printed file against the standards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import page as page_validation
import pytest

from htpm_studio.compose.bleed import BLEED, with_bleed
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.prints.shop import shop_specs
from htpm_studio.export.run.render_file import render_file
from htpm_studio.pieces.declared import pieces
from htpm_studio.pieces.read_pieces import PAPERS
from htpm_studio.processes.jobs import JobContext
from htpm_studio.scene.nodes import Crop, Group, Picture, Rectangle, Shape
from htpm_studio.units import Box
from tests.helpers.pdf_reading import drawn, opened
from tests.helpers.print_specs import kit, specs
from tests.helpers.scene_pages import BLUE, page, photo, source, text
from tests.helpers.sweeps import sampled

SHOP: dict[str, FileSpec] = {one.path.removeprefix("print/shop/"): one for one in shop_specs(kit(), specs().values())}
PROFILES = (page_validation.ValidationProfile.PDF_UA_1, page_validation.ValidationProfile.PDF_A_2A)


def declared_for_the_shop() -> Iterator[str]:
    for piece in pieces().of("print"):
        handouts = [one.id for one in kit().week.handouts if one.template in piece.templates]
        for file, paper in product((file for file in piece.spec.file if file.shop), PAPERS):
            on = file.on(paper)
            for name in handouts if piece.spec.takes.entry == "handout" else (piece.name,):
                yield (on.name or f"{file.name}-{paper}").replace("{id}", name) + ".pdf"


def test_the_shop_gets_every_file_that_is_declared_for_it() -> None:
    assert sorted(SHOP) == sorted(declared_for_the_shop())
    known = {"poster-11x17.pdf", "poster-a3.pdf"}
    known |= {f"{name}-{paper}.pdf" for name in ("flyer", "hotline-cards", "poster") for paper in PAPERS}
    assert known <= set(SHOP)


@pytest.mark.parametrize(
    ("name", "width", "height"), [("poster-11x17.pdf", 792, 1224), ("hotline-cards-letter.pdf", 252, 144)]
)
def test_boxes_say_where_to_cut_and_how_far_the_art_runs(name: str, width: float, height: float) -> None:
    with opened(render_file(SHOP[name], kit().inputs, JobContext()).data) as pdf:
        for one in pdf.pages:
            media, bleed, trim = (
                [float(value) for value in one[key]] for key in ("/MediaBox", "/BleedBox", "/TrimBox")
            )
            assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx((width, height))
            assert [b - t for b, t in zip(bleed, trim, strict=True)] == pytest.approx([-BLEED, -BLEED, BLEED, BLEED])
            assert media[:2] == [0, 0]
            assert trim[0] - media[0] == pytest.approx(media[2] - trim[2]) == pytest.approx(30)


def test_art_fills_the_bleed_marks_are_clear_of_it_and_the_rest_is_white() -> None:
    data = render_file(SHOP["poster-11x17.pdf"], kit().inputs, JobContext()).data
    picture = drawn(data, 2.0)  # two pixels a point: the cut lies at 60, the bleed begins at 42
    deep = picture.getpixel((200, 200))
    assert picture.getpixel((43, 200)) == picture.getpixel((200, 43)) == deep
    assert picture.getpixel((40, 200)) == picture.getpixel((200, 40)) == (255, 255, 255)
    row = [sum(picture.getpixel((x, 20))) for x in range(50, 70)]  # across the mark above the left cut
    assert min(row) < 600
    assert row.index(min(row)) in {9, 10}
    assert sum(picture.getpixel((60, 39))) == 765


def test_what_reaches_the_edge_runs_on_and_nothing_is_stretched() -> None:
    edge = Shape("ground", Box(0, 0, 240, 60), Rectangle(), BLUE)
    inner = Shape("card", Box(20, 80, 60, 60), Rectangle(), BLUE)
    picture = Picture("photo", Box(120, 60, 120, 90), source(photo(), "jpeg"), Crop(0.1, 0.2, 0.1, 0.2), alt="A field")
    clip = Group("clip", Box(0, 100, 240, 60), (inner,), clip=Rectangle())
    before = page(edge, inner, picture, clip, text("Words", 12, 36))
    after = with_bleed(before, 9)
    size = before.size
    assert after.nodes[0].box == Box(-9, -9, 258, 69)
    assert after.nodes[1] == inner
    found = after.nodes[2]
    assert isinstance(found, Picture)
    assert found.box == Box(120, 60, 129, 90 if size.height > 150 else 99)
    shown = (1 - found.crop.left - found.crop.right) / (1 - found.crop.top - found.crop.bottom)
    assert shown / (found.box.width / found.box.height) == pytest.approx((0.8 / 0.6) / (120 / 90))
    assert after.nodes[3].box.x == -9
    assert after.nodes[4] == before.nodes[4]
    assert after.bleed == 9


@pytest.mark.parametrize("week", sampled((1, 2, 3, 5), 2))
@pytest.mark.slow
def test_every_printed_file_passes_pdf_ua_and_pdf_a(week: int, tmp_path: Path) -> None:
    language, sender = ("es", "long name") if week == 3 else ("en", "prairie" if week == 5 else "harbor")
    of = kit(week, language, sender)
    of = replace(of, options=replace(of.options, papers=("letter" if week in (3, 5) else "a4",)))
    paper = of.options.papers[0]
    made = specs(week, language, sender).items()
    wanted = [one for path, one in made if path.startswith(paper) and one.format == "pdf"]
    for spec in (*wanted, *(SHOP.values() if week == 2 else ())):
        path = tmp_path / "file.pdf"
        path.write_bytes(render_file(spec, (kit() if spec.bleed else of).inputs, JobContext()).data)
        for profile in PROFILES:
            checked = page_validation.validate_pdf(str(path), profile=profile)
            assert checked.is_compliant, (spec.path, [(one.rule_id, one.message) for one in checked.failures])
        assert path.stat().st_size < 1_500_000


def test_what_is_cut_or_folded_is_printed_at_its_size_and_what_has_a_back_on_both_sides() -> None:
    def wanted(name: str) -> list[str]:
        with opened(render_file(specs()[name], kit().inputs, JobContext()).data) as pdf:
            said = pdf.Root.ViewerPreferences
            return [str(said.get(key, "")) for key in ("/PrintScaling", "/Duplex", "/DisplayDocTitle")]

    assert wanted("letter/hotline-cards.pdf") == ["/None", "/DuplexFlipLongEdge", "True"]
    assert wanted("a4/bookmarks.pdf") == ["/None", "/DuplexFlipLongEdge", "True"]
    assert wanted("letter/table-tent.pdf") == ["/None", "", "True"]
    assert wanted("letter/flyer.pdf") == ["", "", "True"]
