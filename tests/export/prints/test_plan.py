"""What to print for so many people: copies, sheets, paper; and the command that lists it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from htpm_studio.cli.commands import main
from htpm_studio.export.pages.selection import printed
from htpm_studio.export.prints.plan import paper_of, pieces_for, print_plan
from tests.helpers.print_specs import kit


def plan_of(people: int, paper: str) -> dict[str, tuple[int, int, str, int]]:
    lines = print_plan(kit(), printed(kit(), paper), people)
    return {line.spec.group: (line.pieces, line.sheets, line.paper, line.sides) for line in lines}


@pytest.mark.parametrize(("paper", "small", "big"), [("letter", "Letter", "11 x 17"), ("a4", "A4", "A3")])
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
    assert found["resource-list"][1] == 4 * 2  # on both sides of two sheets


def test_one_person_gets_one_and_every_piece_has_an_amount() -> None:
    specs = printed(kit(), "letter")
    assert all(spec.print_file is not None and spec.print_file.amount is not None for spec in specs)
    wanted = {spec.group: pieces_for(spec, 1) for spec in specs}
    few = {
        "flyer": 1, "flyer-large-print": 2, "checklist": 1, "checklist-large-print": 2, "resources": 1, "poster": 2,
        "poster-big": 1, "resource-list": 1, "hotline-cards": 10, "hotline-cards-8up": 0, "hotline-cards-fold": 0,
        "tear-off": 2, "table-tent": 1, "table-tents-2up": 0, "sign-in": 1, "proclamation": 1,
    }  # fmt: skip
    assert {group: wanted[group] for group in few} == few


def test_the_command_lists_for_people_and_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["print-plan", "--week", "2", "--org", "Riverbend", "--people", "40", "--year", "2027"]
    assert main(asked) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Fair work keeps people safe: to print for 40 people"
    assert any(line.split()[:4] == ["8", "Letter", "2", "80"] and "hotline-cards.pdf" in line for line in lines)
    plain = [line for line in print_plan(kit(), printed(kit(), "letter"), 40) if not line.instead]
    sheets = Counter[str]()
    for line in plain:
        sheets[line.paper] += line.sheets
    totals = [f"{count} sheet{'' if count == 1 else 's'} of {paper}" for paper, count in sheets.items()]
    assert {"Letter", "11 x 17"} <= set(sheets)
    assert f"Total: {' and '.join(totals)}." in lines
    assert "100%" in lines[-1]
    assert main([*asked, "--paper", "a4", "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["paper"] for row in rows} == {paper_of(spec, kit()) for spec in printed(kit(), "a4")}
    assert {"A4", "A3"} <= {row["paper"] for row in rows}
    assert len(rows) == len(printed(kit(), "a4"))


def test_a_list_is_for_one_paper_and_needs_people(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["print-plan", "--week", "2", "--org", "Riverbend"]
    assert main([*asked, "--people", "40", "--paper", "both"]) == 2
    assert "one paper" in capsys.readouterr().err
    assert main([*asked, "--people", "0"]) == 2
    assert main([*asked, "--people", "40", "--week", "9"]) == 2


@pytest.mark.slow
def test_out_makes_the_printed_files_and_those_for_the_shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["print-plan", "--week", "2", "--org", "Riverbend", "--people", "4", "--print-shop", "--out", str(tmp_path)]
    assert main(asked) == 0
    made = {path.parent.name for path in tmp_path.rglob("*.pdf")}
    assert made == {"letter", "shop"}
    assert "to print for 4 people" in capsys.readouterr().out
