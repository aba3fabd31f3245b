"""One decoder of TOML, with lines, and JSON, with paths: mistakes, limits, and what is written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Annotated, Any, Literal

import pytest

from htpm_studio.decoding.decode import Decoder
from htpm_studio.decoding.shape import encode
from htpm_studio.decoding.source import KeyPlace, Report, json_place, load_toml
from htpm_studio.decoding.values import (
    NOT_IN_FILES,
    OWN_NAME,
    Fits,
    Form,
    InOrder,
    Most,
    OneOf,
    called,
    spoken,
    within,
)
from htpm_studio.errors import InputError, msg
from htpm_studio.frozen import dataclass


def _even(text: str) -> int:
    if int(text) % 2:
        raise InputError("The number is odd.", "Give an even one.")
    return int(text)


Day = Annotated[date, Form(str, date.fromisoformat, date.isoformat, msg("a day such as 2027-01-31"))]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a list."""

    room: Annotated[str, Most(8)]
    seat: Annotated[int, within(0, 9)]


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody by the name of their table."""

    id: str = field(metadata=OWN_NAME)
    kind: Literal["child", "adult"] = field(metadata=called("is"))
    born: Day | None = None
    spots: Annotated[tuple[Annotated[Spot, InOrder(msg("a room and a seat"))], ...], Most(2)] = ()
    size: Annotated[tuple[float, float], InOrder(msg("two numbers"))] = (1.0, 1.0)
    color: Annotated[str, OneOf(lambda: ("amber", "teal"))] = "teal"
    pairs: Annotated[int, Form(str, _even, str)] = 0
    code: Annotated[str, Fits(msg("three letters"), lambda text: len(text) == 3)] = "abc"
    says: Mapping[str, str] = spoken("says_", ("says", "en"))
    counts: Mapping[Literal["in", "out"], Annotated[int, within(0, 9)]] = field(default_factory=dict)
    seen: int = field(default=0, metadata=NOT_IN_FILES)


FULL: dict[str, Any] = {
    "is": "adult", "born": "1999-12-31", "spots": [["hall", 3]], "size": [0.5, 2.0], "color": "amber", "pairs": "4",
    "code": "xyz", "counts": {"in": 2}, "says": "hello", "says_es": "hola",
}  # fmt: skip
TOML = """[ana]
is = "adult"
born = "1999-12-31"
spots = [["hall", 3]]
size = [0.5, 2]
color = "amber"
pairs = "4"
code = "xyz"
counts = { in = 2 }
says = "hello"
says_es = "hola"
"""
GUESTS = Mapping[str, Guest]
DECODER = Decoder({}, lambda _text, _place: None)


def of_json(rows: dict[str, Any], decoder: Decoder = DECODER) -> tuple[Any, list[str]]:
    report = Report()
    found = decoder.value(GUESTS, rows, json_place("a.json", report))
    return found, [f"{one.line} {one.message} {one.hint}".strip() for one in report.problems]


def of_toml(text: str) -> tuple[Any, list[str]]:
    report = Report()
    loaded = load_toml("a.toml", text, report)
    assert loaded is not None
    found = DECODER.value(GUESTS, *loaded)
    return found, [f"{one.line} {one.message} {one.hint}".strip() for one in report.problems]


def test_both_sources_give_the_same_value_and_it_is_written_as_it_was() -> None:
    guests, problems = of_json({"ana": FULL})
    assert problems == []
    assert of_toml(TOML) == (guests, [])
    ana = guests["ana"]
    assert (ana.id, ana.born, ana.spots, ana.pairs) == ("ana", date(1999, 12, 31), (Spot("hall", 3),), 4)
    assert dict(ana.says) == {"en": "hello", "es": "hola"}
    assert json.loads(json.dumps(encode(GUESTS, guests))) == {"ana": FULL}


def test_what_is_as_usual_may_be_left_out_of_what_is_written() -> None:
    guests, _ = of_json({"ben": {"is": "child", "color": "amber"}})
    written = encode(GUESTS, guests, lambda kind, name: kind is Guest and name != "pairs")
    assert written == {"ben": {"is": "child", "color": "amber", "pairs": "0", "counts": {}}}


WRONG = [
    ("is", "adlt", "$.ana.is", 2, 'cannot be "adlt". Did you mean adult?'),
    ("born", "1999-02-30", "$.ana.born", 3, 'must be a day such as 2027-01-31, not "1999-02-30".'),
    ("born", 5, "$.ana.born", 3, "must be text, not 5."),
    ("spots", "hall", "$.ana.spots", 4, 'must be a list, not "hall".'),
    ("spots", [["hall"]], "$.ana.spots[0]", 4, "must be a room and a seat, not ['hall']."),
    ("spots", [["hall", 10]], "$.ana.spots[0][1]", 4, "must be a whole number from 0 to 9, not 10."),
    ("spots", [["hall", True]], "$.ana.spots[0][1]", 4, "must be a whole number from 0 to 9, not True."),
    ("spots", [["ballrooms", 1]], "$.ana.spots[0][0]", 4, "is longer than 8 characters."),
    ("spots", [["a", 1]] * 3, "$.ana.spots", 4, "has 3 entries, more than 2."),
    ("size", [1, 2, 3], "$.ana.size", 5, "must be two numbers, not [1, 2, 3]."),
    ("size", [1, "2"], "$.ana.size[1]", 5, 'must be a number, not "2".'),
    ("color", "amver", "$.ana.color", 6, 'cannot be "amver". Did you mean amber?'),
    ("pairs", "3", "$.ana.pairs", 7, "cannot be used: The number is odd."),
    ("code", "xy", "$.ana.code", 8, 'must be three letters, not "xy".'),
    ("counts", {"in": 12}, "$.ana.counts.in", 9, "must be a whole number from 0 to 9, not 12."),
    ("says_es", " ", "$.ana.says_es", 11, "is empty."),
]


@pytest.mark.parametrize(("key", "value", "path", "line", "said"), WRONG)
def test_a_mistake_has_its_path_in_json_and_its_line_in_toml(
    key: str, value: object, path: str, line: int, said: str
) -> None:
    assert of_json({"ana": {**FULL, key: value}})[1] == [f"0 {path} {said}"]
    written = str(value).replace("True", "true").replace("'", '"') if not isinstance(value, str) else f'"{value}"'
    written = written.replace('{"in": 12}', "{ in = 12 }")
    rows = TOML.splitlines()
    number = next(at for at, row in enumerate(rows) if row.startswith(f"{key} ="))
    rows[number] = f"{key} = {written}"
    label = [step for step in path.replace("[", ".[").split(".") if not step.startswith("[")][-1]
    assert of_toml("\n".join(rows))[1] == [f"{line} {label} {said}"]


def test_a_strange_or_missing_key_is_named_in_both() -> None:
    rows = {"ana": {"colr": "teal", "counts": {"inn": 1}}}
    assert of_json(rows)[1] == [
        '0 There is no key "colr" here. Did you mean color?',
        "0 $.ana.is is missing.",
        '0 There is no key "inn" here. Did you mean in?',
    ]
    assert of_toml('[ana]\ncolr = "teal"\ncounts = { inn = 1 }\n')[1] == [
        '2 There is no key "colr" here. Did you mean color?',
        "1 The key is is missing.",
        '3 There is no key "inn" here. Did you mean in?',
    ]


def test_keys_that_are_no_names_stand_in_brackets_and_are_cut() -> None:
    assert of_json({"a/b c": {"is": 5}})[1][0].startswith("0 $['a/b c'].is cannot be 5.")
    assert len(of_json({"x" * 5000: {"is": 5}})[1][0]) < 200


def test_one_that_is_not_strict_passes_over_what_it_does_not_know_and_takes_empty_texts() -> None:
    lenient = Decoder({}, lambda _text, _place: None, strict=False, filled=False)
    found, problems = of_json({"ana": {"is": "child", "later": [1], "says": ""}}, lenient)
    assert problems == []
    assert dict(found["ana"].says) == {"en": ""}


def test_nothing_of_a_type_stands_for_what_must_be_given_or_has_a_usual_value() -> None:
    assert of_json({"ana": {"is": None}})[1] == ["0 $.ana.is is missing."]
    assert of_json({"ana": {"is": "child", "born": None}})[0]["ana"].born is None
    assert of_json({"ana": {"is": "child", "code": None}})[1] == ["0 $.ana.code must be three letters, not None."]


def test_a_check_is_asked_about_each_finished_value_of_its_type() -> None:
    def check(spot: Spot, place: KeyPlace) -> None:
        place.wrong(f"{place.label} is taken.")

    _, problems = of_json({"ana": {**FULL, "spots": [["a", 1], ["b", 2]]}}, Decoder({Spot: check}, lambda *_: None))
    assert problems == ["0 $.ana.spots[0] is taken.", "0 $.ana.spots[1] is taken."]


def test_mistakes_end_at_a_hundred_and_depth_at_what_types_have() -> None:
    deep: Any = []
    for _ in range(500):
        deep = [deep]
    assert len(of_json({str(at): {"is": 5} for at in range(10_000)})[1]) == 100
    told = of_json({"ana": {"is": "child", "spots": deep}})[1]
    assert told[0].startswith("0 $.ana.spots[0] must be a room and a seat, not [[[")
    assert len(told[0]) < 120
