"""What to print for so many people: copies, sheets, paper; and the command that lists it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from htpm_studio.cli.commands import main
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.pages.selection import printed
from htpm_studio.export.prints.plan import (
    PrintLine,
    counted,
    in_presets,
    kinds_of,
    paper_of,
    pieces_for,
    print_plan,
    to_buy,
)
from htpm_studio.pieces.model import PRESETS, Preset
from tests.helpers.print_specs import kit


def plan_of(people: int, paper: str) -> dict[str, tuple[int, int, str, int]]:
    lines = print_plan(kit(), printed(kit(), paper), people)
    return {line.spec.group: (line.pieces, line.sheets, line.stock.size, line.sides) for line in lines}


@pytest.mark.parametrize(("paper", "small", "big"), [("letter", "Letter", "11 × 17"), ("a4", "A4", "A3")])
def test_sheets_follow_from_people_and_from_what_lies_on_a_sheet(paper: str, small: str, big: str) -> None:
    found = plan_of(40, paper)
    assert found["flyer"] == (40, 40, small, 1)
    assert found["flyer-large-print"] == (4, 4, small, 1)
    assert found["hotline-cards"] == (80, 8, small, 2)
    assert found["hotline-cards-8up"] == (80, 10, small, 2)
    assert found["hotline-cards-fold"] == (80, 20, small, 2)
    assert found["table-tent"] == (5, 5, small, 1)
    assert found["table-tents-2up"] == (5, 3, small, 1)
    assert found["poster-big"] == (1, 1, big, 1)
    assert found["sign-in"] == ((4, 4, small, 1) if paper == "letter" else (3, 3, small, 1))
    assert found["resource-list"][1] == 2 * 2  # on both sides of two sheets


def test_one_person_gets_one_and_every_piece_has_an_amount() -> None:
    specs = printed(kit(), "letter")
    assert all(spec.print_file is not None and spec.print_file.amount is not None for spec in specs)
    wanted = {spec.group: pieces_for(spec, 1) for spec in specs}
    few = {
        "flyer": 1, "flyer-large-print": 2, "checklist": 1, "checklist-large-print": 2, "resources": 1, "poster": 2,
        "poster-big": 1, "resource-list": 1, "hotline-cards": 10, "hotline-cards-8up": 8, "hotline-cards-fold": 4,
        "tear-off": 2, "table-tent": 1, "table-tents-2up": 2, "sign-in": 1, "proclamation": 1,
    }  # fmt: skip
    assert {group: wanted[group] for group in few} == few


def order(of: Kit, *presets: Preset, paper: str = "letter", people: int = 60) -> tuple[PrintLine, ...]:
    return print_plan(of, in_presets(printed(of, paper), presets), people)


def counts(*presets: Preset) -> dict[str, int]:
    return {line.spec.group: line.pieces for line in order(kit(), *presets)}


def test_an_information_table_has_what_people_take_and_a_training_what_it_needs() -> None:
    table = {
        "flyer": 60, "flyer-large-print": 6, "checklist": 30, "resources": 30, "poster-big": 2, "resource-list": 2,
        "hotline-cards": 120, "table-tent": 8,
    }  # fmt: skip
    training = {
        "hotline-cards": 120, "table-tent": 8, "facilitator-guide": 1, "participant-handout": 60,
        "participant-handout-large-print": 3, "evaluation": 60, "tally": 1, "sign-in": 5,
    }  # fmt: skip
    assert counts("table") == table
    assert counts("training") == training
    assert counts(*PRESETS) == table | training
    assert sum(line.sheets for line in order(kit(), "table")) == 152


def test_certificates_are_ordered_for_names_alone() -> None:
    named = replace(kit(), options=replace(kit().options, names=("Maria Johnson", "Ana Ruiz")))
    (line,) = (line for line in order(named, "training") if line.spec.group == "certificate")
    assert (line.pieces, line.sheets) == (2, 2)
    assert "certificate" not in {line.spec.group for line in order(named, "table")}


def test_what_to_buy_is_said_by_stock() -> None:
    assert to_buy(order(kit(), *PRESETS)) == (
        "1 ream of Letter paper, 20 lb (462 sheets)",
        "20 sheets of Letter card stock, 80 lb cover: Hotline cards, Table tents",
        "2 posters, 11 × 17: order at a copy shop",
    )
    assert to_buy(order(kit(), "table", paper="a4")) == (
        "1 ream of A4 paper, 80 g/m² (130 sheets)",
        "20 sheets of A4 card stock, 200 g/m²: Hotline cards, Table tents",
        "2 posters, A3: order at a copy shop",
    )
    spanish = kit(language="es")
    assert [spanish.translated(sentence) for sentence in to_buy(order(spanish, "table"))] == [
        "1 resma de papel tamaño Carta de 20 lb (130 hojas)",
        "20 hojas de cartulina tamaño Carta de 80 lb: Tarjetas de la línea de ayuda, Carteles de mesa",
        "2 carteles, 11 × 17: pedir en un centro de copiado",
    ]
    many = to_buy(order(kit(), "training", people=100))
    assert many[0] == "2 reams of Letter paper, 20 lb (547 sheets)"


def test_a_piece_is_called_by_its_kind_and_two_of_a_kind_by_their_titles() -> None:
    specs = printed(kit(), "letter")
    by_group = {spec.group: spec for spec in specs}
    kinds = kinds_of(specs)
    assert kinds[by_group["flyer"].id] == "Flyer"
    assert kinds[by_group["hotline-cards"].id] == "Hotline cards"
    assert len(set(kinds.values())) == len(specs)
    assert counted(by_group["hotline-cards"], 120) == "120 cards"
    assert counted(by_group["poster-big"], 1) == "1 poster"
    assert (counted(by_group["resources"], 1), counted(by_group["resources"], 30)) == ("1 copy", "30 copies")
    flyer = by_group["flyer"]
    other = replace(flyer, id="print/other/letter", title="Other words")
    assert list(kinds_of([flyer, other]).values()) == [f"Flyer: {flyer.title}", "Flyer: Other words"]


def test_the_command_lists_for_people_and_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["print-plan", "--week", "2", "--org", "Riverbend", "--people", "60", "--year", "2027"]
    assert main([*asked, "--preset", "table"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Fair work keeps people safe: to print for 60 people"
    assert lines[1] == "What to buy:"
    assert [f"  {sentence}" for sentence in to_buy(order(kit(), "table"))] == lines[2:5]
    cards, others = (
        next(number for number, line in enumerate(lines) if text in line)
        for text in ("print/letter/hotline-cards.pdf", "Not in this order:")
    )
    assert lines[cards].split()[:4] == ["120", "12", "Letter", "2"]
    assert cards < others
    assert all("participant-handout" not in line for line in lines[:others])
    assert "100%" in lines[-1]
    assert main([*asked, "--paper", "a4", "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["paper"] for row in rows} == {paper_of(spec, kit()) for spec in printed(kit(), "a4")}
    assert {"A4", "A3"} <= {row["paper"] for row in rows}
    assert len(rows) == len(printed(kit(), "a4"))
    wanted = {row["file"] for row in rows if row["ordered"]}
    assert wanted == {line.spec.path for line in order(kit(), *PRESETS, paper="a4")}


def test_a_list_is_for_one_paper_and_needs_people(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["print-plan", "--week", "2", "--org", "Riverbend"]
    assert main([*asked, "--people", "40", "--paper", "both"]) == 2
    assert "one paper" in capsys.readouterr().err
    assert main([*asked, "--people", "0"]) == 2
    assert main([*asked, "--people", "40", "--preset", "tables"]) == 2
    assert "Choose table, training or both." in capsys.readouterr().err
    assert main([*asked, "--people", "40", "--week", "9"]) == 2


@pytest.mark.slow
def test_out_makes_the_printed_files_and_those_for_the_shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["print-plan", "--week", "2", "--org", "Riverbend", "--people", "4", "--print-shop", "--out", str(tmp_path)]
    assert main(asked) == 0
    made = {path.parent.name for path in tmp_path.rglob("*.pdf")}
    assert made == {"for-printer", "letter", "shop"}
    (start,) = tmp_path.rglob("START-HERE.html")
    text = start.read_text(encoding="utf-8")
    assert "What to buy: 1 ream of Letter paper, 20 lb (" in text
    assert "print/for-printer/letter-card-stock.pdf" in text
    assert "to print for 4 people" in capsys.readouterr().out
