"""One PDF for each paper of an order, with the copies in it: which pages, how large, what a screen reader hears."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

import pypdfium2

from htpm_studio.export.kit.kit import Kit, Options, Order, build_kit
from htpm_studio.export.kit.specs import FileSpec, RenderedFile
from htpm_studio.export.pages.selection import printed
from htpm_studio.export.prints.plan import print_line
from htpm_studio.export.prints.print_list import ListedFile, print_list
from htpm_studio.export.prints.printer_files import ordered_lines, printer_specs
from htpm_studio.export.run.executors import executor_for
from htpm_studio.export.run.exporter import make_kit
from htpm_studio.export.run.render_file import render_file
from htpm_studio.pieces.model import PRESETS
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.pdf_reading import elements, opened
from tests.helpers.print_specs import kit


@cache
def specs_of(*groups: tuple[str, int]) -> Mapping[str, FileSpec]:
    """The files for an order of so many of each."""
    by_group = {spec.group: spec for spec in printed(kit(), "letter")}
    lines = [print_line(kit(), by_group[group], count) for group, count in groups]
    return {spec.path.rpartition("/")[2]: spec for spec in printer_specs(kit(), lines)}


@cache
def made(name: str, *groups: tuple[str, int]) -> RenderedFile:
    return render_file(specs_of(*groups)[name], kit().inputs, JobContext())


def single(group: str) -> RenderedFile:
    spec = next(spec for spec in printed(kit(), "letter") if spec.group == group)
    return render_file(spec, kit().inputs, JobContext())


def pictures(data: bytes) -> Iterator[bytes]:
    """Every page as pixels, to see which are alike."""
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(len(document)):
            yield document[number].render(scale=0.4).to_pil().tobytes()
    finally:
        document.close()


def test_each_paper_has_a_file() -> None:
    found = specs_of(("flyer", 60), ("poster-big", 2), ("hotline-cards", 120), ("table-tent", 8))
    assert {name: [(run.spec.group, run.copies) for run in spec.runs] for name, spec in found.items()} == {
        "letter-paper.pdf": [("flyer", 60)],
        "letter-card-stock.pdf": [("hotline-cards", 12), ("table-tent", 8)],
        "11-x-17-shop.pdf": [("poster-big", 2)],
    }


def test_copies_look_like_the_exported_page_and_do_not_make_the_file_larger() -> None:
    file, alone = made("letter-paper.pdf", ("flyer", 60)), single("flyer")
    shown = list(pictures(file.data))
    assert len(shown) == file.pages == 60
    assert set(shown) == set(pictures(alone.data))
    assert len(file.data) < len(alone.data) + 40_000
    assert len(made("letter-paper.pdf", ("flyer", 600)).data) < len(alone.data) + 250_000


def test_cards_keep_front_and_back_and_what_is_on_one_side_gets_a_blank_back() -> None:
    file = made("letter-card-stock.pdf", ("hotline-cards", 25), ("table-tent", 2))
    front, back = pictures(single("hotline-cards").data)
    (tent,) = pictures(single("table-tent").data)
    shown = list(pictures(file.data))
    assert shown[:6] == [front, back] * 3
    assert shown[6::2] == [tent, tent]
    assert [set(page) for page in shown[7::2]] == [{255}, {255}]
    with opened(file.data) as pdf:
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipLongEdge"
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"


def test_every_copy_of_an_odd_number_of_pages_begins_on_a_sheet() -> None:
    spec = next(spec for spec in printed(kit(), "letter") if spec.group == "resource-list")
    alone = list(pictures(single("resource-list").data))
    three = replace(spec, pages=spec.pages * 3) if len(alone) % 2 else spec
    line = print_line(kit(), three, 2)
    (whole,) = printer_specs(kit(), [line])
    shown = list(pictures(render_file(whole, kit().inputs, JobContext()).data))
    assert len(shown) == 2 * line.sheets
    assert shown[: len(shown) // 2] == shown[len(shown) // 2 :]


def test_what_is_on_one_side_alone_is_printed_so() -> None:
    with opened(made("letter-paper.pdf", ("flyer", 60)).data) as pdf:
        assert pdf.Root.ViewerPreferences.Duplex == "/Simplex"


def test_a_screen_reader_hears_each_piece_once() -> None:
    with opened(made("letter-paper.pdf", ("flyer", 3), ("checklist", 2)).data) as pdf:
        flyer, checklist = pdf.pages[0], pdf.pages[3]
        tagged = {mark.Pg.objgen for element in elements(pdf) for mark in element.get("/K", []) if "/MCID" in mark}
        assert tagged == {flyer.objgen, checklist.objgen}
        for number in (1, 2, 4):
            copy = pdf.pages[number]
            text = copy.Contents.read_bytes().decode()
            assert text.startswith("/Artifact BMC")
            assert "MCID" not in text
            assert not {"/StructParents", "/Annots"} & set(copy.keys())
        assert pdf.pages[1].Contents.objgen == pdf.pages[2].Contents.objgen
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Flyer: 3 flyers", "Action checklist: 2 checklists"]


def test_the_list_says_what_to_buy_first_and_then_how_each_file_is_printed() -> None:
    found = specs_of(("flyer", 60), ("hotline-cards", 120))
    by_group = {spec.group: spec for spec in printed(kit(), "letter")}
    flyer, cards = (
        print_line(kit(), by_group[group], count) for group, count in (("flyer", 60), ("hotline-cards", 120))
    )
    names = list(found)
    files = [ListedFile(names[0], (flyer,), copies=True), ListedFile(names[1], (cards,), copies=True)]
    rows = list(print_list(files, kit(), gray=True))
    assert rows[2:5] == [
        "What to buy",
        "    1 ream of Letter paper, 20 lb (60 sheets)",
        "    12 sheets of Letter card stock, 80 lb cover: Hotline cards",
    ]
    assert "Print them in black and white." in rows
    assert rows[-3:] == [
        "letter-card-stock.pdf",
        "    Print it once; both sides (flip on the long edge); Letter card stock, 80 lb cover; 12 sheets",
        "    Hotline cards: 120 cards",
    ]
    alone = list(print_list([ListedFile("cards.pdf", (cards,), copies=False)], kit(), gray=False))
    assert any(row.startswith("    Print it 12 times; both sides") for row in alone)


# ------------------------------------------------------------------ in a kit


@cache
def ordered_kit() -> Kit:
    project = Project(Brand("Riverbend", ("#0F5C5C",)), 2, 2027)
    options = Options(("print",), ("letter",), order=Order(8, PRESETS[:1]))
    return build_kit(project, bundled_campaign("en"), bundled_resources(), options, dt.date(2026, 11, 25))


def made_with(count: int) -> Mapping[str, bytes]:
    wanted = {line.spec.group for line in ordered_lines(ordered_kit(), printed(ordered_kit(), "letter"))}
    wanted -= {"resources", "resource-list"}
    with executor_for(count) as executor:
        kit = make_kit(ordered_kit(), JobContext(), executor, lambda spec: spec.group in wanted)
    return {file.path: file.data for file in kit.files}


def test_a_kit_with_an_order_has_them_with_the_same_bytes_for_any_number_of_jobs() -> None:
    one, three = made_with(1), made_with(3)
    assert one == three
    assert {path for path in one if "for-printer" in path} == {
        "print/for-printer/letter-paper.pdf",
        "print/for-printer/letter-card-stock.pdf",
        "print/for-printer/11-x-17-shop.pdf",
    }
    assert b"print/for-printer/letter-paper.pdf" in one["START-HERE.html"]


def test_a_piece_that_may_not_go_out_is_not_in_the_file_for_the_printer() -> None:
    by_group = {spec.group: spec for spec in printed(kit(), "letter")}
    flyer = by_group["flyer"]
    content = {**flyer.pages[0].content, "head": "Call 1-888-373-7889"}
    wrong = replace(flyer, pages=(replace(flyer.pages[0], content=content),))
    lines = [print_line(kit(), spec, 2) for spec in (wrong, by_group["checklist"])]
    (spec,) = printer_specs(kit(), lines)
    file = render_file(spec, kit().inputs, JobContext())
    assert [finding.severity for finding in file.findings] == ["error"]
    assert set(pictures(file.data)) == set(pictures(single("checklist").data))
    (alone,) = printer_specs(kit(), lines[:1])
    assert render_file(alone, kit().inputs, JobContext()).data == b""
