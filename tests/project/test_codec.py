"""A project as JSON: each value is taken up to its bound, one beyond is named with its place, and all come back."""

from __future__ import annotations

import copy
import datetime as dt
from typing import Any

import pytest

from htpm_studio.project.codec import decode_project, encode_project, members_of
from htpm_studio.project.file_forms import is_member, member_of
from htpm_studio.project.model import DrawnPeople, Project, calendar_date
from htpm_studio.scene.nodes import FontSource, PictureSource

PICTURE, FONT = f"pictures/{'a' * 64}.png", f"fonts/{'b' * 64}.ttf"
SOURCES: dict[str, PictureSource | FontSource] = {
    PICTURE: PictureSource("a" * 64, "png", b"picture", (30, 20)),
    FONT: FontSource("b" * 64, b"font", "Own", False, 400),
}
FULL: dict[str, Any] = {
    "brand": {
        "organisation": "Harbor Aid", "colors": ["#0F5C5C", "#7B0323"], "logo": PICTURE, "contact": "Ana",
        "partners": [{"name": "Elm", "logo": PICTURE}, {"name": "Oak", "logo": None}], "local_number": "555-0100",
        "evaluation": "forms.example.org/a1",
        "style": "calm", "heading_font": [FONT], "text_font": [FONT], "name_beside": "always", "family": "broadside",
    },
    "photos": [
        {"picture": PICTURE, "name": "a.jpg", "focus": [0, 1], "alt": "A field", "credit": "Ana", "people": "staff",
         "withdrawn": True, "placed": True,
         "consent": {"who": "Ana", "until": "2027-05-01", "record": "Folder 2", "kind": "signed", "agreed": ["print"]}},
    ],
    "week": 2, "year": 2027, "language": "es", "edits": {"w2/social/a": {"head": "Ask"}}, "theme": "Look twice",
    "pack": {"pack.toml": "a", "en/week-1.toml": "b", "facts.toml": "c"}, "saved": "2027-01-03T10:00:00Z",
    "saves": 7, "lost": [{"what": "photo", "name": "b.jpg"}],
    "week_dates": [{"week": 3, "first": "2027-01-11", "last": "2027-01-17"}],
    "wear_blue": [2, 4], "official": {"name": "Ana", "office": "Mayor", "jurisdiction": "Elm"},
    "people": {"cast": "mixed", "seed": 7, "fixed": [["field", 1, "ana"]]}, "mixes": [[2, 3], [4, 0]],
    "rehearsals": [{"deck": "w2/deck/training", "slides": [["w2/deck/training/1", 61], ["w2/deck/training/2", 0]]}],
    "later": {"of": "another version"},
}  # fmt: skip
"""A value for each key, none of them the usual one."""


def read(document: dict[str, Any]) -> tuple[Project | None, list[str]]:
    found = decode_project("kit.htpm", document, SOURCES.get)
    return found.project, [str(one.message) for one in found.problems]


def put(path: str, value: object) -> dict[str, Any]:
    """The full document with another value at a place such as "photos.0.focus"."""
    document = copy.deepcopy(FULL)
    at: Any = document
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in steps:
        at = at[step]
    at[last] = value
    return document


def test_all_that_a_project_says_comes_back() -> None:
    project, problems = read(FULL)
    assert (problems, project is None) == ([], False)
    assert project is not None
    written = encode_project(project, "HTPM Studio 1")
    assert {key: written[key] for key in FULL if key != "mixes"} == {k: v for k, v in FULL.items() if k != "mixes"}
    assert written["mixes"] == [[2, 3]]
    assert read(dict(written))[0] == project
    assert project.saved == dt.datetime(2027, 1, 3, 10)
    assert [member_of(one) for one in members_of(project)] == [FONT, PICTURE]


def test_a_file_from_before_saves_were_counted_goes_on_from_its_last_one() -> None:
    old = {key: value for key, value in FULL.items() if key != "saves"}
    project, _ = read(old)
    assert project is not None
    assert calendar_date(project.year, project.saves) == project.saved
    never, _ = read({"brand": {"organisation": "Elm"}, "week": 1, "year": 2027})
    assert never is not None
    assert never.saves == 0


def test_what_is_as_usual_is_not_written() -> None:
    project, problems = read({"brand": {"organisation": "Elm"}, "week": 1, "year": 2027})
    assert problems == []
    assert project is not None
    assert project.people == DrawnPeople()
    assert set(encode_project(project, "x")) == {
        "format", "version", "app", "brand", "photos", "week", "year", "language", "edits",
    }  # fmt: skip


TEXT, NAME = 20_000, "x" * 120
TAKEN = {
    "brand.contact": "x" * TEXT, "brand.partners": [{"name": f"P{n}", "logo": None} for n in range(4)],
    "brand.text_font": [FONT] * 6, "photos.0.focus": [1, 0.0], "theme": "a\n\tb", "week": 6, "year": 2100,
    "saved": "2100-12-31T23:59:59Z", "wear_blue": [1, 2, 3, 4, 5, 6], "mixes": [[n, n] for n in range(1, 7)],
    "people.fixed": [["field", n, "ana"] for n in range(500)], "people.fixed.0.1": 500,
    "photos.0.consent.agreed": ["x"] * 10, "photos.0.consent.until": None, "official.name": NAME,
    "edits": {"w2": {str(n): "x" for n in range(5000)}}, "photos": [FULL["photos"][0]] * 100,
    "pack": {f"en/w{n}.toml": "x" for n in range(100)}, "pack.facts.toml": "x" * 500_000,
    "rehearsals": [{"deck": "d", "slides": [["s", 1]] * 200}] * 40, "rehearsals.0.slides.0.1": 36_000,
}  # fmt: skip
REFUSED: dict[str, tuple[object, str]] = {
    "brand.organisation": (5, "$.brand.organisation must be text, not 5."),
    "brand.contact": ("x" * (TEXT + 1), "$.brand.contact is longer than 20,000 characters."),
    "brand.local_number": ("5\x07", "$.brand.local_number has characters that cannot be shown."),
    "brand.colors": (["#111111"] * 3, "$.brand.colors has 3 entries, more than 2."),
    "brand.colors.0": ("teal-ish", "$.brand.colors[0] cannot be used: "),
    "brand.logo": (f"pictures/{'a' * 63}.png", "$.brand.logo must be the name of a picture in this file, not "),
    "brand.text_font": ([FONT] * 7, "$.brand.text_font has 7 entries, more than 6."),
    "brand.heading_font.0": (PICTURE, "$.brand.heading_font[0] must be the name of a font in this file, not "),
    "brand.style": ("loud", '$.brand.style cannot be "loud".'),
    "brand.family": ("../x", '$.brand.family must be the id of a family of designs, not "../x".'),
    "official": ([], "$.official must be a table, not []."),
    "photos": ({}, "$.photos must be a list, not {}."),
    "photos.0": ("a.jpg", '$.photos[0] must be a table, not "a.jpg".'),
    "photos.0.name": (None, "$.photos[0].name is missing."),
    "photos.0.focus.1": (True, "$.photos[0].focus[1] must be a number from 0 to 1, not True."),
    "brand.partners.0": ({}, "$.brand.partners[0].name is missing."),
    "photos.0.focus.0": (10**400, "$.photos[0].focus[0] must be a number from 0 to 1, not "),
    "photos.0.alt": (["a"], "$.photos[0].alt must be text, not "),
    "photos.0.focus": ([-0.01, 1], "$.photos[0].focus[0] must be a number from 0 to 1, not -0.01."),
    "photos.0.people": ("crowd", '$.photos[0].people cannot be "crowd".'),
    "photos.0.picture": (None, "$.photos[0].picture is missing."),
    "photos.0.withdrawn": (1, "$.photos[0].withdrawn must be true or false, not 1."),
    "photos.0.consent.until": ("2027-02-30", "$.photos[0].consent.until must be a day such as 2027-01-31, not "),
    "photos.0.consent.agreed": (["x"] * 11, "$.photos[0].consent.agreed has 11 entries, more than 10."),
    "week": (7, "$.week must be a whole number from 1 to 6, not 7."),
    "year": (True, "$.year must be a whole number from "),
    "language": ("de", '$.language cannot be "de".'),
    "edits": ({"w2": {str(n): "x" for n in range(5001)}}, "$.edits has more than 5,000 texts."),
    "edits.w2/social/a": ("Ask", "$.edits['w2/social/a'] must be a table, not "),
    "pack": ({f"en/w{n}.toml": "x" for n in range(101)}, "$.pack has 101 entries, more than 100."),
    "pack.../evil.toml": ("x", "$.pack['../evil.toml'] must be the name of a file of a campaign pack, not "),
    "pack.pack.toml": ("x" * 500_001, "$.pack['pack.toml'] is longer than 500,000 characters."),
    "saved": ("2027-01-03", '$.saved must be a time such as 2027-01-03T10:00:00Z, not "2027-01-03".'),
    "saves": (-1, "$.saves must be a whole number from 0 to "),
    "lost.0.what": ("shoe", '$.lost[0].what cannot be "shoe".'),
    "week_dates.0.first": ("2027-01-18", "$.week_dates[0] cannot be used: "),
    "week_dates.0.last": ("soon", '$.week_dates[0].last must be a day such as 2027-01-31, not "soon".'),
    "wear_blue": ([1] * 7, "$.wear_blue has 7 entries, more than 6."),
    "wear_blue.0": (0, "$.wear_blue[0] must be a whole number from 1 to 6, not 0."),
    "official.office": (5, "$.official.office must be text, not 5."),
    "official.name": ("x" * 121, "$.official.name is longer than 120 characters."),
    "brand.partners": ([{"name": "Elm", "logo": None}] * 5, "$.brand.partners has 5 entries, more than 4."),
    "people.seed": (-1, "$.people.seed must be a whole number from 0 to "),
    "people.fixed": ([["field", 1, "ana"]] * 501, "$.people.fixed has 501 entries, more than 500."),
    "people.fixed.0": (["field", 1], "$.people.fixed[0] must be a scene, a place and a person, not "),
    "people.fixed.0.1": (501, "$.people.fixed[0][1] must be a whole number from 0 to 500, not 501."),
    "mixes.0": ([2], "$.mixes[0] must be a week and the number of a mix, not [2]."),
    "rehearsals": ([{"deck": "d", "slides": [["s", 1]]}] * 41, "$.rehearsals has 41 entries, more than 40."),
    "rehearsals.0.slides.0.1": (-1, "$.rehearsals[0].slides[0][1] must be a whole number from 0 to "),
    "mixes.0.0": (7, "$.mixes[0][0] must be a whole number from 1 to 6, not 7."),
}  # fmt: skip


def placed(path: str, value: object) -> dict[str, Any]:
    """Names of files have dots of their own."""
    if path.startswith("pack."):
        return {**copy.deepcopy(FULL), "pack": {path.removeprefix("pack."): value}}
    return put(path, value)


@pytest.mark.parametrize("path", TAKEN)
def test_a_value_is_taken_up_to_its_bound(path: str) -> None:
    project, problems = read(placed(path, TAKEN[path]))
    assert problems == []
    assert project is not None


@pytest.mark.parametrize("path", REFUSED)
def test_a_value_beyond_its_bound_is_named_with_its_place(path: str) -> None:
    value, sentence = REFUSED[path]
    project, problems = read(placed(path, value))
    assert project is None
    assert [problem[: len(sentence)] for problem in problems] == [sentence]


def test_the_nearest_right_name_is_offered() -> None:
    found = decode_project("kit.htpm", put("brand.style", "clam"), SOURCES.get)
    assert [(one.file, one.line, one.hint) for one in found.problems] == [("kit.htpm", 0, "Did you mean calm?")]


def test_what_is_far_too_long_is_looked_at_as_far_as_it_may_be() -> None:
    _, problems = read(put("brand.partners", [7] * 100_000))
    assert problems == [
        "$.brand.partners has 100,000 entries, more than 4.",
        *(f"$.brand.partners[{at}] must be a table, not 7." for at in range(4)),
    ]
    _, problems = read(put("edits", {str(n): 7 for n in range(10_000)}))
    assert len(problems) == 100


def test_a_picture_or_face_that_is_not_there_is_lost_and_the_rest_is_read() -> None:
    project = decode_project("kit.htpm", copy.deepcopy(FULL), {FONT: SOURCES[FONT]}.get).project
    assert project is not None
    assert (project.brand.logo, project.photos, len(project.brand.text_font)) == (None, (), 1)
    assert [(one.kind, one.name) for one in project.lost] == [
        ("photo", "b.jpg"), ("logo", ""), ("partner", "Elm"), ("photo", "a.jpg"),
    ]  # fmt: skip
    project = decode_project("kit.htpm", copy.deepcopy(FULL), {PICTURE: SOURCES[PICTURE]}.get).project
    assert project is not None
    assert project.brand.text_font == ()
    assert {(one.kind, one.name) for one in project.lost if one.kind == "font"} == {
        ("font", "heading"),
        ("font", "text"),
    }


def test_days_and_people_that_are_given_twice_count_as_they_are_given_last() -> None:
    later = {"week": 3, "first": "2027-01-12", "last": "2027-01-18"}
    project, _ = read({**put("people.fixed", [["b", 1, "x"], ["a", 1, "y"], ["b", 1, "z"]]),
                       "week_dates": [*FULL["week_dates"], later], "wear_blue": [4, 2, 4]})  # fmt: skip
    assert project is not None
    assert [(one.scene, one.person) for one in project.people.fixed] == [("a", "y"), ("b", "z")]
    assert [one.first.day for one in project.week_dates] == [12]
    assert project.wear_blue == (2, 4)


def test_names_of_pictures_are_those_of_their_contents() -> None:
    assert is_member(PICTURE)
    for name in (
        f"pictures/{'A' * 64}.png",
        f"pictures/{'a' * 65}.png",
        f"pictures/{'a' * 64}.gif",
        FONT,
        f"x{PICTURE}",
    ):
        assert not is_member(name)
