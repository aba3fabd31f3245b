"""Lines as people write them: helplines in natural forms, short names in parentheses, the messages of a day."""

from __future__ import annotations

import pytest

from htpm_studio import paths
from htpm_studio.campaign.toolkit_import.helplines import find_helplines, says_how_to_reach
from htpm_studio.campaign.toolkit_import.observance import find_setting
from htpm_studio.campaign.toolkit_import.text_reader import read_text
from htpm_studio.campaign.toolkit_import.text_splitting import without_short_name
from htpm_studio.export.toolkit_import import built_in

NUMBER = "1-800-555-0100"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (f"Helpline: National Garden Helpline, {NUMBER}", "National Garden Helpline"),
        (f"National Garden Helpline \u2013 {NUMBER}", "National Garden Helpline"),
        (f"National Garden Helpline - {NUMBER}", "National Garden Helpline"),
        (f"{NUMBER} (National Garden Helpline)", "National Garden Helpline"),
        (f"Helpline: {NUMBER} (Garden Answer Center)", "Garden Answer Center"),
        (f"For help: {NUMBER} - Garden Answer Center", "Garden Answer Center"),
        (f"Helpline: Garden Locator, {NUMBER}", "Garden Locator"),
        (f"Helpline\n\nGarden Locator\n\n{NUMBER}", "Garden Locator"),
        (f"Love Your Garden: call {NUMBER}", "Love Your Garden"),
        (f"L\u00ednea de ayuda: L\u00ednea Nacional del Jard\u00edn, {NUMBER}", "L\u00ednea Nacional del Jard\u00edn"),
        (f"L\u00ednea de ayuda: {NUMBER} (L\u00ednea Nacional del Jard\u00edn)", "L\u00ednea Nacional del Jard\u00edn"),
        (f"L\u00ednea de ayuda: {NUMBER}", ""),
    ],
)
def test_a_line_that_names_a_helpline_gives_its_name_and_number(line: str, name: str) -> None:
    blocks = read_text("toolkit.txt", f"Garden Awareness Month\n\nMay 2027\n\n{line}\n", markdown=False).blocks
    (one,) = find_helplines(blocks)
    assert (one.hotline.name, one.hotline.number) == (name, NUMBER)
    setting = find_setting(blocks, built_in(paths.assets()))
    assert "helpline" not in [question.about for question in setting.questions]


@pytest.mark.parametrize("line", [f"To register: call {NUMBER}", f"If you need seeds: call {NUMBER}"])
def test_what_a_call_is_for_is_no_name(line: str) -> None:
    (one,) = find_helplines(read_text("toolkit.txt", line, markdown=False).blocks)
    assert one.hotline.name == ""


@pytest.mark.parametrize(
    ("lines", "ways"),
    [
        ("Text: SEEDS to 55501\nChat: garden.example.org", ("55501", "SEEDS", "https://garden.example.org")),
        ("Text: 55501", ("55501", "", "")),
        ("Mensajes de texto: env\u00ede SEMILLA al 55501", ("55501", "SEMILLA", "")),
        ("Chat en garden.example.org", ("", "", "https://garden.example.org")),
    ],
)
def test_lines_below_a_helpline_say_how_else_to_reach_it(lines: str, ways: tuple[str, str, str]) -> None:
    text = f"Helpline: National Garden Helpline, {NUMBER}\n{lines}\n"
    (one,) = find_helplines(read_text("toolkit.txt", text, markdown=False).blocks)
    assert (one.hotline.text_number, one.hotline.text_keyword, one.hotline.chat) == ways


def test_a_number_that_takes_calls_and_texts_is_both() -> None:
    blocks = read_text(
        "toolkit.txt", "Helpline: 988 Suicide & Crisis Lifeline, call or text 988", markdown=False
    ).blocks
    (one,) = find_helplines(blocks)
    assert (one.hotline.number, one.hotline.text_number) == ("988", "988")


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        (f"Helpline: National Garden Helpline, {NUMBER}", True),
        ("Chat: garden.example.org", True),
        (f"National Garden Helpline \u2013 {NUMBER}", True),
        (f"Plant a tree and call {NUMBER}.", False),
        (f"Helpline: {NUMBER} #Gardens", False),
        ("Chat: we talk about soil at noon", False),
        ("Helpline volunteers are thanked in May.", False),
    ],
)
def test_lines_that_only_say_how_to_reach_a_helpline_are_known(line: str, alone: bool) -> None:
    assert says_how_to_reach(line) is alone


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Seeds for All (SFA)", "Seeds for All"),
        ("SFA (Seeds for All of Us)", "Seeds for All of Us"),
        ("Seeds (and more)", "Seeds (and more)"),
        ("Seeds (in May)", "Seeds (in May)"),
        ("(SFA)", "(SFA)"),
    ],
)
def test_a_title_is_shown_without_its_short_name(title: str, words: str) -> None:
    assert without_short_name(title) == words


def test_the_name_of_a_spanish_month_ends_before_its_date() -> None:
    text = f"Mes de la Prevenci\u00f3n de Ca\u00eddas\nseptiembre de 2027\n\nL\u00ednea de ayuda: {NUMBER}\n"
    setting = find_setting(read_text("toolkit.txt", text, markdown=False).blocks, built_in(paths.assets(), "es"))
    assert (setting.name, setting.month) == ("Mes de la Prevenci\u00f3n de Ca\u00eddas", 9)
