"""The fields of every design: what kind they are, how long they may be, and which must be there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, TypeAlias

from htpm_studio.campaign.pictures import FORMER
from htpm_studio.campaign.placeholders import RUNNING, fill, placeholders
from htpm_studio.errors import say
from htpm_studio.toml.source import Place, nearest, short
from htpm_studio.toml.values import FieldValue

Kind = Literal["text", "icon", "scene", "source", "address", "site", "list", "rows", "group"]
ICONS = frozenset(
    [
        "phone",
        "text",
        "chat",
        "globe",
        "clock",
        "check",
        "calendar",
        "pin",
        "book",
        "share",
        "people",
        "work",
        "home",
        "school",
        "screen",
        "heart",
        "mail",
        "arrow",
        "info",
        "scissors",
        "hand",
        "quiet",
    ]
)
MAX_SITE = 32
_SITE = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Spec:
    """What one field may hold: at most `limit` characters, at most `most` items with these `parts`.

    A needed field may be missing where the field named `instead` is given.
    """

    kind: Kind
    limit: int = 0
    most: int = 0
    needed: bool = True
    parts: Mapping[str, Spec] = field(default_factory=dict)
    instead: str = ""


Shape: TypeAlias = Mapping[str, Spec]


def _text(limit: int, needed: bool = True) -> Spec:
    return Spec("text", limit, needed=needed)


def _list(most: int, limit: int) -> Spec:
    return Spec("list", limit, most)


def _rows(most: int, needed: bool = True, **parts: Spec) -> Spec:
    return Spec("rows", most=most, needed=needed, parts=parts)


def _url(limit: int) -> Spec:
    return Spec("address", limit, instead="search")


_SEARCH = Spec("site", MAX_SITE, needed=False)
_EYEBROW = _text(48, needed=False)
_ICON = Spec("icon")
_SCENE = Spec("scene", needed=False)
_NUMBER = {"number": _text(8), "unit": _text(28), "source": Spec("source", 130)}
_COLUMN = Spec("group", parts={"icon": _ICON, "head": _text(40), "items": _list(4, 60)})
_FLYER: Shape = {
    "eyebrow": _EYEBROW, "head": _text(60), "lead": _text(200, False),
    "points": _rows(3, icon=_ICON, head=_text(22), text=_text(95)), "picture": _SCENE,
}  # fmt: skip
_CHECKLIST: Shape = {
    "eyebrow": _EYEBROW, "head": _text(60), "groups": _rows(3, head=_text(24), items=_list(3, 90)),
}  # fmt: skip

TEMPLATES: Mapping[str, Shape] = MappingProxyType(
    {
        "deck/title": {
            "eyebrow": _EYEBROW, "head": _text(60), "sub": _text(100, False), "presenter": _text(60, False),
            "date": _text(40, False),
        },
        "deck/section": {"head": _text(60), "sub": _text(90, False)},
        "deck/notice": {
            "eyebrow": _EYEBROW, "head": _text(50), "lead": _text(125),
            "rules": _rows(3, icon=_ICON, text=_text(70)), "picture": _SCENE,
        },
        "deck/agenda": {
            "head": _text(24), "sub": _text(50, False), "rows": _rows(6, time=_text(8, False), text=_text(60)),
        },
        "deck/bullets": {"eyebrow": _EYEBROW, "head": _text(60), "items": _list(5, 90)},
        "deck/two_columns": {"eyebrow": _EYEBROW, "head": _text(60), "left": _COLUMN, "right": _COLUMN},
        "deck/checklist": {
            "eyebrow": _EYEBROW, "head": _text(60), "icon": Spec("icon", needed=False), "items": _list(6, 56),
        },
        "deck/statistic": {"eyebrow": _text(48), "text": _text(120), **_NUMBER},
        "deck/quote": {"quote": _text(150), "who": _text(70), "picture": _SCENE},
        "deck/photo_text": {
            "eyebrow": _EYEBROW, "head": _text(60), "text": _text(180), "note": _text(70, False), "picture": _SCENE,
        },
        "deck/full_photo": {"eyebrow": _EYEBROW, "head": _text(60), "picture": _SCENE},
        "deck/resources": {
            "eyebrow": _EYEBROW, "head": _text(60),
            "items": _rows(3, title=_text(44), text=_text(75), url=_url(38), search=_SEARCH),
        },
        "deck/discussion": {"head": _text(40), "items": _list(3, 80), "note": _text(60, False)},
        "deck/help": {"eyebrow": _EYEBROW, "head": _text(60), "lead": _text(130), "warning": _text(105)},
        "deck/closing": {"head": _text(60), "lead": _text(130, False), "credit": _text(200)},
        "social/statement": {"eyebrow": _EYEBROW, "head": _text(60), "sub": _text(110, False)},
        "social/photo": {"eyebrow": _EYEBROW, "head": _text(60), "sub": _text(110, False), "picture": _SCENE},
        "social/checklist": {"eyebrow": _EYEBROW, "head": _text(60), "items": _list(5, 60)},
        "social/statistic": {"eyebrow": _EYEBROW, "text": _text(120), **_NUMBER},
        "social/quote": {"quote": _text(150), "who": _text(50), "role": _text(60, False)},
        "social/event": {
            "eyebrow": _EYEBROW, "head": _text(60), "sub": _text(110, False), "tag": _text(24, False),
            "month": _text(12), "day": _text(2), "weekday": _text(14),
        },
        "social/help": {"eyebrow": _EYEBROW, "head": _text(60), "note": _text(140)},
        "social/resource": {
            "eyebrow": _EYEBROW, "head": _text(60), "sub": _text(110, False),
            "facts": _rows(3, False, icon=_ICON, text=_text(16)), "url": Spec("address", 48), "picture": _SCENE,
        },
        "print/flyer": _FLYER,
        "print/flyer-large": _FLYER,
        "print/checklist": _CHECKLIST,
        "print/checklist-large": _CHECKLIST,
        "print/resources": {
            "eyebrow": _EYEBROW, "head": _text(60), "lead": _text(160, False),
            "items": _rows(6, title=_text(50), text=_text(80), url=_url(70), search=_SEARCH),
        },
        "print/poster": {"eyebrow": _EYEBROW, "head": _text(60), "sub": _text(160)},
        "print/card-outside": {"head": _text(32), "text": _text(60)},
        "print/card-inside": {"head": _text(40), "note": _text(75)},
        "print/fold-outside": {"head": _text(32), "text": _text(60)},
        "print/fold-inside": {"head": _text(40), "text": _text(120), "note": _text(75)},
        "print/tear-off": {"head": _text(44), "text": _text(160), "call": _text(60)},
        "print/table-tent": {"head": _text(32), "lead": _text(90)},
        "print/sign-in": {"eyebrow": _EYEBROW, "head": _text(32), "note": _text(200)},
        "print/resource-list": {"eyebrow": _EYEBROW, "head": _text(60), "intro": _text(160, False)},
        "print/proclamation": {
            "head": _text(24), "title": _text(60), "clauses": _list(7, 260), "resolution": _text(420),
            "witness": _text(160, False), "signer": _text(60, False),
        },
    }
)  # fmt: skip
"""Every template with the fields that campaign content may fill; limits follow the line limits of the designs."""


def check_fields(template: str, fields: Mapping[str, FieldValue], prefix: str, place: Place) -> None:
    """Report a template that does not exist or is of another medium, and every field that does not suit it."""
    if template not in TEMPLATES or not template.startswith(prefix):
        key = "layout" if prefix == "deck/" else "template"
        known = [name for name in TEMPLATES if name.startswith(prefix)]
        place.child(key).wrong(
            say("There is no design {template} here.", template=short(template)), nearest(template, known)
        )
        return
    _check_shape(TEMPLATES[template], fields, place.child("fields"), template)


def _check_shape(shape: Shape, fields: Mapping[str, FieldValue], place: Place, owner: str) -> None:
    for name in fields:
        if name not in shape:
            place.child(name).wrong(
                say("{owner} has no field {name}.", owner=owner, name=short(name)), nearest(name, shape)
            )
    for name, spec in shape.items():
        if name in fields:
            _check_field(spec, fields[name], place.child(name), f"{owner} {name}")
        elif spec.needed and spec.instead not in fields:
            hint = "A number needs its source and year." if spec.kind == "source" else ""
            place.wrong(say("{owner} needs the field {name}.", owner=owner, name=name), hint)


def _check_field(spec: Spec, value: FieldValue, place: Place, owner: str) -> None:
    if spec.kind == "group":
        if isinstance(value, Mapping):
            _check_shape(spec.parts, value, place, owner)
        else:
            place.wrong(say("{owner} must be a table.", owner=owner))
    elif spec.kind in ("list", "rows"):
        _check_items(spec, value, place, owner)
    elif isinstance(value, str):
        _check_text(spec, value, place, owner)
    else:
        place.wrong(say("{owner} must be text.", owner=owner))


def _check_items(spec: Spec, value: FieldValue, place: Place, owner: str) -> None:
    if not isinstance(value, tuple):
        place.wrong(say("{owner} must be a list.", owner=owner))
        return
    if len(value) > spec.most:
        place.wrong(
            say("{owner} has {count} items, at most {most} fit.", owner=owner, count=len(value), most=spec.most)
        )
    for index, item in enumerate(value):
        at = place.child(index)
        if spec.kind == "list" and isinstance(item, str):
            _check_length(item, spec.limit, at, owner)
        elif spec.kind == "rows" and isinstance(item, Mapping):
            _check_shape(spec.parts, item, at, owner)
        else:
            at.wrong(
                say(
                    "{owner}: each item must be {value}.",
                    owner=owner,
                    value=say("text") if spec.kind == "list" else say("a table"),
                )
            )


def _check_text(spec: Spec, value: str, place: Place, owner: str) -> None:
    if spec.kind == "icon" and value not in ICONS:
        place.wrong(say("There is no icon {value}.", value=short(value)), nearest(value, ICONS))
    elif spec.kind == "scene" and value not in place.report.pictures and value not in FORMER:
        place.wrong(say("There is no picture {value}.", value=short(value)), nearest(value, place.report.pictures))
    elif spec.kind == "source" and not _YEAR.search(value):
        place.wrong(say("{owner} does not name a year.", owner=owner), "A number needs its source and year.")
    elif spec.kind == "address" and not place.report.blind and value not in place.report.addresses:
        place.wrong(
            say("{value} is not the address of a resource of this pack.", value=short(value)),
            "Give the resource with its status first.",
        )
    elif spec.kind == "site":
        check_site(value, place)
    if spec.limit:
        _check_length(value, spec.limit, place, owner)


def check_site(value: str, place: Place) -> None:
    """Report what is not the bare name of a site, such as "acf.gov"."""
    if not _SITE.fullmatch(value) or len(value) > MAX_SITE:
        place.wrong(
            say("{value} is not the name of a site.", value=short(value)),
            say("Write it like acf.gov, in at most {most} characters.", most=MAX_SITE),
        )


def _check_length(value: str, limit: int, place: Place, owner: str) -> None:
    known = set(placeholders(value)) <= set(RUNNING)
    length = len(fill(value, RUNNING)) if known else 0
    if length > limit:
        place.wrong(
            say("{owner} has {length} characters, {limit} fit.", owner=owner, length=length, limit=limit),
            say("It begins: {value}", value=short(value, 40)),
        )
