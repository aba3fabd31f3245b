"""The hotline guard: no disguise of a wrong number or address passes, and nothing else is held up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from htpm_studio import paths
from htpm_studio.campaign.pack_files import pack_texts
from htpm_studio.campaign.toolkit_import.make_pack import make_pack
from htpm_studio.campaign.toolkit_import.recognize import recognize
from htpm_studio.campaign.toolkit_import.report import attention
from htpm_studio.campaign.toolkit_import.text_reader import read_text
from htpm_studio.compose.styles import read_style_sheet
from htpm_studio.compose.template_library import load_library
from htpm_studio.errors import InputError
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.preflight.brand import brand_checks
from htpm_studio.export.preflight.hotline_gate import block_unsafe, without_blocked
from htpm_studio.export.preflight.painted import painted_near_miss
from htpm_studio.export.run import render_file as render_module
from htpm_studio.export.run.exporter import export_kit
from htpm_studio.export.sources.partners import PartnerRow, mistakes_of
from htpm_studio.hotline.distance import distance
from htpm_studio.hotline.guard import (
    find_near_misses,
    first_near_miss,
    same_number,
    says_hotline,
)
from htpm_studio.hotline.helpline import NATIONAL, USUAL, helpline
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Edits, Project
from htpm_studio.scene.nodes import Color, GlyphRun, Page, TextBlock, TextLine, TextStyle
from htpm_studio.scene.writing import Paragraph, Span
from htpm_studio.text.shaping import clean, shape
from htpm_studio.units import Box, Size
from tests.helpers import hotline_disguises as disguises
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.effort import effort
from tests.helpers.sweeps import SLOW, in_turn, sampled
from tests.helpers.text_file_readers import writing as sample_writing

BUNDLED = paths.assets() / "campaigns" / "htpm"
CAMPAIGN = bundled_campaign()
PRINTED = CAMPAIGN.hotline.number
HOTLINE_DIGITS, TEXT_DIGITS, HOST = NATIONAL.digits, NATIONAL.text_digits, NATIONAL.host
STYLES = read_style_sheet(paths.templates() / "styles.toml").names()
POST, OTHER = "w2/social/w2-rights", "w2/social/w2-rules-protect"
TOOLKIT = "# Week 2: January 3-9, 2028\n\nConnecting the Dots: Orchards and Kitchens\n\n## Social Media\n\n"
AREA, MIDDLE, LAST = HOTLINE_DIGITS[:3], HOTLINE_DIGITS[3:6], HOTLINE_DIGITS[6:]
AROUND = ("{}", "Call {} at any hour.", "Llame al {}, día y noche", "“{}”", "({})", "Help: {}\nYou are not alone")


@pytest.mark.parametrize("word", ["o", "a", "O"])
def test_a_word_of_one_letter_before_the_right_telephone_number_is_no_digit(word: str) -> None:
    assert find_near_misses(f"Llame {word} {AREA} {MIDDLE} {LAST}") == ()
    assert find_near_misses(f"Llame {word}{AREA} {MIDDLE} {LAST}")
    assert find_near_misses(f"Llame {word} {AREA} {MIDDLE} {LAST}4")


@pytest.mark.parametrize(
    ("disguise", "kind", "count"),
    [
        (disguises.number, "number", 6_000),
        (disguises.address, "address", 3_000),
        (disguises.text_number, "text number", 1_000),
    ],
)
def test_no_disguise_passes(disguise: Callable[[Random], str], kind: str, count: int) -> None:
    random = Random(20270111)
    passed = []
    for _ in range(count if SLOW else count // 8):
        wrong = disguise(random)
        text = wrong if kind == "text number" else random.choice(AROUND).format(wrong)
        if kind not in {near_miss.kind for near_miss in find_near_misses(text)}:
            passed.append(text)
    assert passed == []


@given(st.text("0123456789", min_size=8, max_size=12), st.sampled_from(disguises.separators()))
def test_what_is_within_two_digits_is_caught_and_nothing_else(digits: str, mark: str) -> None:
    ways = [digits, digits.removeprefix("1"), digits.removeprefix("001")]
    edits = min(distance(one, HOTLINE_DIGITS) for one in ways)
    text = f"Call {digits[:3]}{mark}{digits[3:6]}{mark}{digits[6:]}"
    assert bool(find_near_misses(text)) is (0 < edits <= 2)


@given(st.text(max_size=60))
def test_any_text_can_be_looked_at_and_every_near_miss_is_in_its_place(text: str) -> None:
    for whole in (text, f"{text}{AREA}-{MIDDLE}-7889{text}"):
        for near_miss in find_near_misses(whole):
            assert whole[near_miss.start : near_miss.end] == near_miss.text


@pytest.mark.parametrize(
    ("mark", "lead"),
    in_turn(
        ("-", ".", " ", "\u00a0", "\u202f", "\u2009", "\u2010", "\u2011", "\u2013", "\u2212", "/"),
        ("", "1", "+1", "tel:+1", "1\u00a0", "\u260e 1"),
    ),
)
def test_the_right_number_passes_in_every_usual_spelling(lead: str, mark: str) -> None:
    joined = f"{lead}{mark}" if lead else ""
    spellings = (
        f"{joined}{AREA}{mark}{MIDDLE}{mark}{LAST}",
        f"{lead} ({AREA}) {MIDDLE}{mark}{LAST}",
        f"{joined}{AREA}{mark}{HOTLINE_DIGITS[3:7]}{mark}{HOTLINE_DIGITS[7:]}",
        f"{lead}{HOTLINE_DIGITS}",
        f"{joined}{AREA}{mark}{MIDDLE}{mark}\n{LAST}",
        f"{joined}{AREA}{mark}{MIDDLE}\n{LAST}",
        mark.join(f"{lead[-1:] if lead.endswith('1') else ''}{HOTLINE_DIGITS}"),
    )
    for spelling in spellings:
        for around in (*AROUND, "{} 24 hours a day", "24/7 {}", "{}, 7 days", f"{{}} or text {TEXT_DIGITS}", "2. {}"):
            text = around.format(spelling)
            assert find_near_misses(text) == (), text
            assert says_hotline(text, NATIONAL), text


@pytest.mark.parametrize(
    "text",
    [
        "1-800-RUNAWAY", "1-800-THE-LOST", "1-888-539-2373", "1-866-347-2423", "Call 911, 988 or 211. TTY: 711",
        "Text HOME to 741741", f"Text {TEXT_DIGITS} (BEFREE)", f"text BEFREE to {TEXT_DIGITS}", "Text before you call",
        "Call or text 757-555-0120, 5 Main St, Norfolk, VA 23703", "Text 233-7330 or 757-233-7330",
        "23,733 people in 2024", "ZIP 23373", "$233,733.00", "January 11, 2027", "2027-01-11",
        "10/01/2027 - 31/01/2027",
        HOST, f"https://{HOST}/en/chat", f"www.{HOST}.", f"help@{HOST}", f"us—{HOST}—today", HOST.upper(),
        "the National Human Trafficking Hotline. Organizations can", "#HumanTraffickingHotline", "polarisproject.org",
        "human trafficking hotline.org", "canadianhumantraffickinghotline.ca", "acf.hhs.gov/otip/training",
        "Human Trafficking Hotline, info and help", "one in two of eight, three to seven, eight or nine, eight times",
        "ocho de cada ocho, tres o siete", "888 people, 373 towns, 7888 calls",
        f"Llame o mande un texto: {PRINTED} o {TEXT_DIGITS}", f"Envíe un mensaje a {TEXT_DIGITS} o llame",
        f"Text a {TEXT_DIGITS}",
    ],
)  # fmt: skip
def test_other_numbers_and_addresses_pass(text: str) -> None:
    assert find_near_misses(text) == ()


@pytest.mark.parametrize("word", ["o", "y", "a", "I", "O"])
@pytest.mark.parametrize("number", [TEXT_DIGITS, f"{TEXT_DIGITS[:3]}-{TEXT_DIGITS[3:]}"])
def test_the_right_text_number_passes_behind_a_word_of_one_letter(word: str, number: str) -> None:
    for text in (
        f"Llame al {PRINTED} {word}\n{number}",
        f"mensaje de texto {word} {number} (BEFREE)",
        f"Text {word} {number}",
    ):
        assert find_near_misses(text) == (), text
    for text in (
        f"texto {word} {number[:-1]}4",
        f"texto {word} {number}8",
        f"texto 5 {word} {number}",
        f"texto {word}{number}",
    ):
        assert find_near_misses(text), text


@pytest.mark.parametrize("mark", [" ", ".", "-", "\u00a0"])
def test_one_digit_too_many_at_the_end_is_caught_and_hours_pass(mark: str) -> None:
    right = mark.join((AREA, MIDDLE, LAST))
    for text in (
        f"Call {right}{mark}8",
        f"Call 1{mark}{right}{mark}8.",
        f"({right}{mark}8)",
        f"{right}-3",
        f"{right}-42",
    ):
        assert find_near_misses(text), text
    for text in (
        f"{PRINTED}-24", f"{right}-24/7", f"{right} 24/7", f"{right}\u201324 hours", f"{right} 7 days a week",
        f"{right} 24 hours, 7 days", f"{right} 8 a.m. to 5 p.m.", f"{right} 24 horas",
    ):  # fmt: skip
        assert find_near_misses(text) == (), text


def test_arbitrary_numbers_pass() -> None:
    random = Random(7)
    for _ in range(1_000):
        digits = f"{random.randrange(10**10):010}"
        if min(distance(digits, HOTLINE_DIGITS), distance(digits[1:], HOTLINE_DIGITS)) <= 2:
            continue
        text = random.choice(
            (
                f"Call {digits[:3]}-{digits[3:6]}-{digits[6:]}, {digits[:4]} Main St, ZIP {digits[:5]}",
                f"In {digits[:4]}: {digits[:2]} %, ${digits[2:5]},{digits[5:8]}.{digits[8:]} of {digits[3:9]}",
                f"{digits[:2]}/{digits[2:4]}/{digits[4:8]}, {digits[4:]}",
            )
        )
        assert find_near_misses(text) == (), text


def test_the_end_of_a_wrong_number_is_not_sought_in_the_next_line() -> None:
    assert [near_miss.text for near_miss in find_near_misses(f"{PRINTED[:-1]}\n8 steps")] == [PRINTED[:-1]]


def test_a_number_that_runs_backward_is_caught() -> None:
    assert find_near_misses("Call \u202e9887-373-888-1\u202c")
    assert not find_near_misses("Call \u202e711\u202c")


def test_only_the_number_itself_is_the_same_number() -> None:
    assert same_number(PRINTED, NATIONAL)
    assert same_number(f"+1 ({AREA}) {MIDDLE}\u2011{LAST}", NATIONAL)
    assert not same_number(f"{PRINTED} or {AREA}", NATIONAL)
    assert not same_number(PRINTED[:-1] + "\u0668", NATIONAL)


# ------------------------------------------------------------------ at the right place for each kind


def kit_of(edits: dict[str, dict[str, str]] | None = None, **brand: Any) -> Kit:
    project = Project(Brand(**{"organization": "Riverbend", **brand}), 2, 2027, edits=Edits.from_mapping(edits or {}))
    return build_kit(project, CAMPAIGN, bundled_resources(), Options(), dt.date(2026, 11, 25))


def disguised(count: int) -> list[str]:
    """Wrong numbers that can be typed into a field of one line."""
    random = Random(33)
    made = (disguises.number(random) for _ in range(count * 4))
    return [text for text in made if text.isprintable() and "{" not in text and "}" not in text][:count]


@pytest.mark.parametrize("wrong", [f"{AREA}\u2014{MIDDLE}\u20147889", f"{AREA}\u200b{MIDDLE}\u200b7889", *disguised(6)])
def test_an_edit_with_a_disguised_number_holds_its_piece(wrong: str) -> None:
    kit = kit_of({POST: {"sub": f"Call {wrong}"}})
    specs = [spec for spec in plan(kit) if spec.piece in (POST, OTHER) and spec.medium == "social"]
    kept, findings = block_unsafe(kit, specs)
    assert {spec.piece for spec in kept} == {OTHER}
    assert findings[0].severity == "error"
    assert "was left out" in findings[0].message


def test_a_number_over_two_fields_holds_its_piece() -> None:
    kit = kit_of({OTHER: {"head": f"Call {AREA}-{MIDDLE}", "sub": "7889 any hour"}})
    square = next(spec for spec in plan(kit) if spec.piece == OTHER and spec.medium == "social")
    made, findings = without_blocked([render_module.render_file(square, kit.inputs, JobContext())])
    assert made == []
    assert "almost the hotline's number" in findings[0].message


def page(*words: str) -> Page:
    """A page with one text a word, as the program sets it."""
    look = kit_of().look
    blocks = []
    for row, text in enumerate(words):
        shaped = shape(clean(text), "PublicSans-600", look.fonts)
        runs = tuple(GlyphRun(run.face, run.text, 0.0, run.glyphs, run.offsets, run.clusters) for run in shaped.runs)
        style = TextStyle("body", runs[0].face, 12, 15)
        line = TextLine(text, 0.0, 20.0 * row, 100.0, runs)
        blocks.append(TextBlock(f"t{row}", Box(0, 20.0 * row, 100, 20), text, style, Color("#000000"), (line,), 100))
    return Page("slide 1", "A title", Size(200, 200), Color("#FFFFFF"), tuple(blocks))


def test_a_painted_number_is_read_over_boxes_and_without_letters_that_no_font_has() -> None:
    assert painted_near_miss(page("Call", PRINTED), USUAL) == ""
    assert painted_near_miss(page(f"{AREA}-{MIDDLE}", LAST), USUAL) == ""
    assert painted_near_miss(page(f"{AREA}-{MIDDLE}", "7889"), USUAL)
    missing = PRINTED[:-1] + "\U0001fbf8"
    assert find_near_misses(missing) == ()
    assert "".join(run.text for run in shape(missing, "PublicSans-600", kit_of().look.fonts).runs) == PRINTED[:-1]
    assert painted_near_miss(page(f"Call {missing}"), USUAL)


def test_a_painted_near_miss_takes_its_slide_out_and_any_other_file_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    kit = kit_of()
    deck = next(spec for spec in plan(kit) if spec.medium == "deck" and spec.format == "pdf")
    post = next(spec for spec in plan(kit) if spec.medium == "social")
    second = deck.pages[1].info.name
    monkeypatch.setattr(
        render_module,
        "painted_near_miss",
        lambda page, _helplines: "Wrong." if page.name in (second, post.pages[0].info.name) else "",
    )
    made = render_module.render_file(deck, kit.inputs, JobContext())
    assert made.data
    assert [finding.piece for finding in made.findings if finding.code == "hotline-slide"] == [deck.pages[1].piece]
    assert without_blocked([render_module.render_file(post, kit.inputs, JobContext())])[0] == []


def test_words_of_files_are_looked_at_with_what_is_beside_them() -> None:
    wrong = f"tel:+1{AREA}{MIDDLE}7889"
    writing = sample_writing(Paragraph("text", (Span("Call us", wrong),)))
    assert first_near_miss(*writing.said) == ""
    assert first_near_miss(*writing.beside)


def test_the_brand_is_refused_where_it_is_everywhere_and_checked_where_it_is_not(tmp_path: Path) -> None:
    wrong = f"{AREA}\u2014{MIDDLE}\u20147889"
    with pytest.raises(InputError, match="almost the hotline's number"):
        export_kit(kit_of(organization=f"Call {wrong}"), tmp_path, JobContext())
    kit = kit_of(local_number=wrong)
    assert [check.blocked for check in brand_checks(kit.project, USUAL)] == [True]
    specs = [spec for spec in plan(kit) if spec.piece.endswith("copy/newsletter")]
    kept, findings = block_unsafe(kit, specs)
    assert kept == ()
    assert all("was left out" in finding.message for finding in findings)


@pytest.mark.parametrize("field", ["organization", "contact", "phone"])
@pytest.mark.parametrize("wrong", disguised(4))
def test_a_row_of_a_list_with_a_disguised_number_is_refused_in_one_sentence(field: str, wrong: str) -> None:
    words = {"organization": "Riverbend", "contact": "", "phone": "", field: f"Help {wrong}"}
    row = PartnerRow(2, organization=words["organization"], contact=words["contact"], phone=words["phone"])
    mistakes = mistakes_of(row, Path(), (1, 2, 3), (2,))
    assert [mistake.field for mistake in mistakes] == [field]
    assert "almost the hotline's number" in mistakes[0].message


@pytest.mark.parametrize("wrong", [f"{AREA}\u2014{MIDDLE}\u20147889", f"{AREA}-{MIDDLE}\u22127889", *disguised(4)])
def test_an_imported_passage_with_a_disguised_number_is_left_out_and_not_the_import(wrong: str) -> None:
    posts = [f"Someone to talk to? Call {wrong} at any hour: example.org/help #OpenDoors",
             f"Someone to talk to? Call {AREA}\u2014{MIDDLE}\u2014{LAST} at any hour: example.org/a #OpenDoors",
             "Ask who picks the apples \u2014 and who packs them: example.org/ask #OpenDoors"]  # fmt: skip
    found = recognize(read_text("toolkit.md", TOOLKIT + "\n\n".join(posts), markdown=True))
    made = make_pack(found, CAMPAIGN, pack_texts(BUNDLED))
    assert [item.text for item in found.of("post")] == posts[1:]
    assert len(made.campaign.week(2).posts) == 2
    assert any("almost the hotline's" in line and "left out" in line for line in attention(found))


def test_a_number_over_two_passages_is_left_out_with_both() -> None:
    found = recognize(read_text("toolkit.md", f"{TOOLKIT}Call {AREA}-{MIDDLE}\n\n7889 at any hour", markdown=True))
    assert len(found.mistakes) == 2


def test_a_template_of_ones_own_with_a_wrong_number_is_named_and_not_used(tmp_path: Path) -> None:
    head = '<text style="title">{head}</text>'
    for one, two in ((f"Call {AREA}\u2014{MIDDLE}\u20147889", "Now"), (f"Call {AREA}-{MIDDLE}-", "7889")):
        body = f'<column>{head}<text style="body">{one}</text><text style="body">{two}</text></column>'
        text = f'<template id="social/mine" title="Mine" canvases="square" fields="head">{body}</template>'
        (tmp_path / "mine.xml").write_text(text, encoding="utf-8")
        library = load_library(paths.templates(), STYLES, tmp_path)
        assert "social/mine" not in library.templates
        assert any("almost the hotline's" in problem.message for problem in library.problems)


# ------------------------------------------------------------------ other helplines

SAFE = helpline("1-800-799-7233", "88788", "START", "https://www.thehotline.org")
ABROAD = helpline("08000 121 700", web="https://www.modernslaveryhelpline.org")


@pytest.mark.parametrize(
    "text",
    [
        "Call 1-800-799-7234", "Call 1 (800) 799-7223", "one eight hundred, 799 7232", "1\u2013800\u2013799\u20137323",
        "Text START to 88778", "Text 88798", "Visit thehotlin.org", "thehotline.com", "www.thehotIine.org.co",
    ],
)  # fmt: skip
def test_the_near_misses_of_another_helpline_are_found(text: str) -> None:
    assert find_near_misses(text, (SAFE,)), text


@pytest.mark.parametrize(
    "text",
    [
        "Call 1-800-799-7233 or text START to 88788", "(800) 799-7233, day and night", "Call the hotline, us or them",
        "Visit thehotline.org or https://www.thehotline.org/chat", "Start texting in 2027, or on 10/12", "the hot line",
        f"Call {PRINTED}, text {TEXT_DIGITS} or visit {HOST}", "Call 555-0134", "Text HOME to 741741",
        "Message us: 1-888-373-7889 is not ours",
    ],
)  # fmt: skip
def test_what_is_not_nearly_another_helpline_passes(text: str) -> None:
    assert find_near_misses(text, (SAFE,)) == (), text


def test_numbers_of_other_lengths_and_several_helplines_are_watched() -> None:
    assert says_hotline("Ring 08000 121 700 at any time", ABROAD)
    assert not says_hotline("Ring 08000 121 701 at any time", ABROAD)
    assert find_near_misses("Ring 08000 121 701", (ABROAD,))
    assert not find_near_misses("Ring 08000 121700", (ABROAD,))
    both = (SAFE, helpline("1-800-799-7230"))
    assert not find_near_misses("Call 1-800-799-7233 or 1-800-799-7230", both)
    assert find_near_misses("Call 1-800-799-7235", both)


def test_a_short_number_is_looked_for_but_has_no_near_misses() -> None:
    short = helpline("116 006")
    assert says_hotline("Call 116 006 or 116006.", short)
    assert not find_near_misses("Call 116 007 on 11/6", (short,))


# ------------------------------------------------------------------ sentences as people write them


@pytest.mark.parametrize(
    "text",
    [
        "To reach the National Human Trafficking Hotline, dial 216-555-0142.",
        "Trafficking hotline (national): 555-0173",
        "WhatsApp +1 305 555 0162 (Línea Nacional contra la Trata de Personas)",
        "La Línea Nacional contra la Trata de Personas atiende en el 956 555 0122.",
        "National Human Trafficking Hotline: 1-866-487-9243",
    ],
)
def test_any_telephone_under_the_whole_name_of_the_hotline_is_asked_about(text: str) -> None:
    (near_miss,) = find_near_misses(text)
    assert near_miss.beside
    assert near_miss.right == PRINTED


@pytest.mark.parametrize(
    "text",
    [
        "National Human Trafficking Hotline, 1-888-373-7888. Riverbend Shelter, 804-555-0134",
        "Riverbend Shelter: 804-555-0134. National Human Trafficking Hotline: 1-888-373-7888",
        "Call the hotline (1-888-373-7888) or the Department of Labor, 1-866-487-9243.",
    ],
)
def test_another_number_beside_the_hotlines_own_is_none_of_it(text: str) -> None:
    assert find_near_misses(text) == ()


def test_an_address_in_the_ascii_form_of_other_letters_is_caught() -> None:
    name = HOST.rpartition(".")[0].replace("a", "\u0430", 1).encode("punycode").decode()
    assert [near_miss.kind for near_miss in find_near_misses(f"https://xn--{name}.org")] == ["address"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Having thoughts of suicide? Call or text 998.", "988"),
        ("Línea de Prevención del Suicidio y Crisis: 989", "988"),
        ("Suicide & Crisis Lifeline 9-8-9, call or text, free", "988"),
        ("In immediate danger call 991.", "911"),
        ("Call 1-888-373-7888 (TTY: 717).", "711"),
        ("Images or threats: 1-800-843-5687 (1-800-THE-LOST)", "1-800-843-5678"),
        ("NCMEC CyberTipline: 1-888-843-5678", "1-800-843-5678"),
        ("Domestic violence: 1-800-779-7233", "1-800-799-7233"),
        ("Crisis Text Line: text HOME to 741747", "741741"),
    ],
)
def test_what_is_almost_another_helpline_of_a_good_text_is_found_with_whose_it_is(text: str, right: str) -> None:
    assert [near_miss.right for near_miss in find_near_misses(text)] == [right]
    assert f"is almost {right}, the number of " in first_near_miss(text)


@pytest.mark.parametrize(
    "text",
    [
        "Suicide & Crisis Lifeline: call or text 988",
        "In 2023 the lifeline took 998 calls about suicide",
        "Images or threats: 1-800-843-5678 5",
        "Crisis Text Line: text HOME to 741741",
        "Call the front desk, extension 998",
        "Emergencies: 911. Suicidal thoughts: 988.",
    ],
)
def test_the_right_numbers_of_other_helplines_and_counts_pass(text: str) -> None:
    assert find_near_misses(text) == ()


@pytest.mark.parametrize("folder", ["campaigns/htpm/en", "campaigns/htpm/es", "observance/en", "observance/es"])
def test_no_file_of_our_texts_is_held_up(folder: str) -> None:
    files = sorted((paths.assets() / folder).glob("*.toml"))
    assert files
    assert [file.name for file in files if find_near_misses(file.read_text("utf-8"))] == []


def test_a_number_beside_the_hotline_is_known_where_it_is_the_organizations_own() -> None:
    text = "Call our hotline at 1-800-555-0100, or text 55512."
    assert [near_miss.text for near_miss in find_near_misses(text)] == ["1-800-555-0100"]
    kit = kit_of(local_number="1-800-555-0100", contact="Text 55512")
    assert find_near_misses(text, kit.helplines) == ()
    assert find_near_misses(f"Call {PRINTED[:-1]}9", kit.helplines), "a wrong number of ours stays one"


SPACED = "8 8 8 3 7 3 "
"""What asks for the most work."""


@pytest.mark.parametrize(
    "text", sampled([SPACED, "hotline 1-800-555-0100 ", "888 373 ", "one eight ", "a1 ", "línea de la "], SPACED)
)
def test_a_long_text_takes_time_by_its_length_alone(text: str) -> None:
    def spent(count: int) -> float:
        find_near_misses.cache_clear()
        return effort(lambda: find_near_misses(text * count))

    short, long = 12_000 // len(text), 48_000 // len(text)
    assert spent(long) < 6 * max(spent(short), spent(short)) + 1
