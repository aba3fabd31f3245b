"""What a language's folder says, as values: `language.toml`, and the words of toolkits and lists in files beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Literal

from htpm_studio.decoding.values import NOT_IN_FILES, Fits
from htpm_studio.errors import msg
from htpm_studio.frozen import dataclass

InEnglish = Fits(msg("a table with words in English (en)"), lambda words: "en" in words)
Plain = Annotated[str, Fits(msg("in small letters without accents"), re.compile(r"[a-z]+(?:-[a-z]+)*").fullmatch)]
Spaced = Annotated[
    str, Fits(msg("in small letters without accents and signs"), re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*").fullmatch)
]
Formula = Literal["", "flesch-kincaid", "crawford"]
LineWord = Literal["ours", "others", "causes", "abroad", "meant", "plain", "leads", "keywords"]
Break = Literal[
    "leading", "loose", "leaning", "opening", "never_last", "rather_not_last", "numbered", "counted", "counting",
    "bound", "names",
]  # fmt: skip
Group = Literal["learn", "act"]
Furniture = Literal["sure", "near", "homes"]
Area = Literal[
    "front", "overview", "goals", "theme", "hashtags", "proclamation", "newsletter", "web", "hotline", "materials",
    "idea", "connecting", "points", "actions", "resources", "posts", "voices",
]  # fmt: skip
Label = Literal[
    "theme", "section", "dates", "title", "about", "platform", "text", "link", "hashtags", "file", "alt", "audience"
]
ListColumn = Literal["organization", "phone", "contact", "logo", "color", "color2", "week", "language", "family"]
Saying = Literal[
    "credit", "credit_of", "topics", "theme", "time", "minute", "welcome", "plan", "short_title", "read_on"
]
"""Ways in which a word matters to the end of a line; parts of toolkits and lists, and what kits of toolkits say."""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Numbers in words without accents: `count` from zero, `tens` from twenty, `hundreds` from one hundred, and more.

    `hundred` and `thousand` multiply what is before them, `times` say a digit so often, `plurals` count from one, and
    `joining` are small words inside a number.
    """

    count: tuple[Plain, ...]
    tens: tuple[Plain, ...]
    hundreds: tuple[Plain, ...] = ()
    more: Mapping[Plain, int] = field(default_factory=dict)
    times: Mapping[Plain, int] = field(default_factory=dict)
    plurals: tuple[Plain, ...] = ()
    hundred: tuple[Plain, ...] = ()
    thousand: tuple[Plain, ...] = ()
    joining: tuple[Plain, ...] = ()

    @property
    def values(self) -> Mapping[str, int]:
        """Each word that is a number by itself."""
        rows = ((self.count, 0, 1), (self.tens, 20, 10), (self.hundreds, 100, 100))
        return {word: first + at * step for words, first, step in rows for at, word in enumerate(words)} | {**self.more}


@dataclass(frozen=True, slots=True)
class NoteWords:
    """How the paragraphs of speaker notes begin that say how long a slide takes, and what to say, do and ask."""

    time: str
    say: str
    do: str
    ask: str


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its names, and the words by which the program protects people, breaks lines and fills slides.

    `called` is its name in other languages, `tag` what files name it; `day` says how a day of a month is written.
    """

    schema: int
    name: str
    called: Annotated[Mapping[str, str], InEnglish]
    tag: str
    months: tuple[str, ...]
    day: str
    notes: NoteWords
    numbers: NumberWords
    lines: Mapping[LineWord, tuple[str, ...]]
    harm: tuple[str, ...]
    harmless: tuple[str, ...] = ()
    reading: Formula = ""
    in_places: tuple[str, ...] = ()
    letters: str = ""
    breaks: Mapping[Break, tuple[str, ...]] = field(default_factory=dict)
    prompts: Mapping[str, str] = field(default_factory=dict)
    id: str = field(default="", metadata=NOT_IN_FILES)


@dataclass(frozen=True, slots=True)
class ToolkitWords:
    """The words by which toolkits in a language name their parts; the file of English says what each means."""

    schema: int
    names: tuple[str, ...]
    small: tuple[str, ...]
    verbs: tuple[str, ...]
    sections: tuple[str, ...]
    weekdays: tuple[str, ...]
    said: Mapping[Saying, str]
    letters: str = ""
    other_years: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
    no_owner: tuple[str, ...] = ()
    no_owner_first: tuple[str, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)
    short_months: Mapping[str, int] = field(default_factory=dict)
    areas: Mapping[Area, tuple[str, ...]] = field(default_factory=dict)
    groups: Mapping[Group, tuple[str, ...]] = field(default_factory=dict)
    single: Mapping[Area, tuple[str, ...]] = field(default_factory=dict)
    labels: Mapping[Label, tuple[str, ...]] = field(default_factory=dict)
    furniture: Mapping[Furniture, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ListWords:
    """The headings of columns in lists of organizations, best ones first; no kit takes what is below the others.

    `names` are over names of organizations or of people, `people` over those of people only.
    """

    schema: int
    columns: Mapping[ListColumn, tuple[Spaced, ...]]
    names: tuple[Spaced, ...] = ()
    others: tuple[Spaced, ...] = ()
    people: tuple[Spaced, ...] = ()
