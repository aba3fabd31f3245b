"""How project files write single values, and what they may be: texts, colors, days, pictures, fonts, a campaign."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Literal

from htpm_studio.decoding.values import Fits, Form, Most, within
from htpm_studio.errors import msg
from htpm_studio.pieces.families import is_family_id
from htpm_studio.project.palette import parse_color
from htpm_studio.scene.nodes import FontSource, PictureSource
from htpm_studio.weeks import MOST_WEEKS

FIRST_YEAR, LAST_YEAR = 2000, 2100
MAX_NAME, MAX_TEXT = 120, 20_000
FONTS = "fonts/"
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"
_ENDINGS: Mapping[Literal["jpeg", "png", "svg"], str] = {"jpeg": "jpg", "png": "png", "svg": "svg"}
_PACK_FILE = re.compile(r"(?:pack|facts)\.toml|[a-z]{2,3}(?:-[A-Za-z]{2,4})?/[a-z0-9-]{1,40}\.toml")
_MEMBER = re.compile(r"pictures/[0-9a-f]{64}\.(?:jpg|png|svg)")
_FONT = re.compile(r"fonts/[0-9a-f]{64}\.ttf")


def member_of(source: PictureSource | FontSource) -> str:
    """The name of a picture or a font inside a project file: its SHA-256 and its kind."""
    if isinstance(source, FontSource):
        return f"{FONTS}{source.key}.ttf"
    return f"pictures/{source.key}.{_ENDINGS[source.kind]}"


def is_member(name: str) -> bool:
    """Whether a name is one of a picture inside a project file."""
    return _MEMBER.fullmatch(name) is not None


def _picture(member: str) -> PictureSource:
    """A picture of which only the name is known yet."""
    key, _, ending = member.partition("/")[2].partition(".")
    kind = next(kind for kind, known in _ENDINGS.items() if known == ending)
    return PictureSource(key, kind, b"", (0, 0))


def _font(member: str) -> FontSource:
    """A face of which only the name is known yet."""
    return FontSource(member.removeprefix(FONTS).removesuffix(".ttf"), b"", "", False, 400)


def _color(text: str) -> str:
    return parse_color(text) if text else ""


def _moment(text: str) -> datetime:
    moment = datetime.strptime(text, _MOMENT)
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(text)
    return moment


Text = Annotated[str, Most(MAX_TEXT)]
Name = Annotated[str, Most(MAX_NAME)]
Week = Annotated[int, within(1, MOST_WEEKS)]
Year = Annotated[int, within(FIRST_YEAR, LAST_YEAR)]
Share = Annotated[float, within(0.0, 1.0)]
Family = Annotated[str, Fits(msg("the id of a family of designs"), is_family_id)]
Color = Annotated[str, Form(Text, _color, str)]
Day = Annotated[date, Form(Text, date.fromisoformat, date.isoformat, msg("a day such as 2027-01-31"))]
Moment = Annotated[
    datetime,
    Form(Text, _moment, lambda moment: f"{moment:{_MOMENT}}", msg("a time such as 2027-01-03T10:00:00Z")),
]
Picture = Annotated[
    PictureSource, Form(Annotated[str, Fits(msg("the name of a picture in this file"), is_member)], _picture, member_of)
]
Font = Annotated[
    FontSource, Form(Annotated[str, Fits(msg("the name of a font in this file"), _FONT.fullmatch)], _font, member_of)
]
PackFile = Annotated[str, Fits(msg("the name of a file of a campaign pack"), _PACK_FILE.fullmatch)]
Pack = Annotated[
    tuple[tuple[str, str], ...],
    Form(
        Annotated[Mapping[PackFile, Annotated[str, Most(500_000)]], Most(100)],
        lambda files: tuple(sorted(files.items())),
        dict,
    ),
]
