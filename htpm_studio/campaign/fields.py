"""The fields of every design: what kind they are, how long they may be, and which must be there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from htpm_studio.campaign.pictures import FORMER
from htpm_studio.campaign.placeholders import RUNNING, fill, placeholders
from htpm_studio.decoding.source import KeyPlace, nearest, short
from htpm_studio.decoding.values import FieldValue
from htpm_studio.errors import msg
from htpm_studio.pieces.declared import pieces
from htpm_studio.pieces.model import FieldLimits, FieldSpec

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


def check_fields(template: str, fields: Mapping[str, FieldValue], prefix: str, place: KeyPlace) -> None:
    """Report a template that does not exist or is of another medium, and every field that does not suit it."""
    limits = pieces().fields
    if template not in limits or not template.startswith(prefix):
        key = "layout" if prefix == "deck/" else "template"
        known = [name for name in limits if name.startswith(prefix)]
        place.child(key).wrong(
            msg("There is no design {template} here.", template=short(template)), nearest(template, known)
        )
        return
    _check_shape(limits[template], fields, place.child("fields"), template)


def _check_shape(shape: FieldLimits, fields: Mapping[str, FieldValue], place: KeyPlace, owner: str) -> None:
    for name in fields:
        if name not in shape:
            place.child(name).wrong(
                msg("{owner} has no field {name}.", owner=owner, name=short(name)), nearest(name, shape)
            )
    for name, spec in shape.items():
        if name in fields:
            _check_field(spec, fields[name], place.child(name), f"{owner} {name}")
        elif spec.needed and spec.instead not in fields:
            hint = "A number needs its source and year." if spec.kind == "source" else ""
            place.wrong(msg("{owner} needs the field {name}.", owner=owner, name=name), hint)


def _check_field(spec: FieldSpec, value: FieldValue, place: KeyPlace, owner: str) -> None:
    if spec.kind == "group":
        if isinstance(value, Mapping):
            _check_shape(spec.parts, value, place, owner)
        else:
            place.wrong(msg("{owner} must be a table.", owner=owner))
    elif spec.kind in ("list", "rows"):
        _check_items(spec, value, place, owner)
    elif isinstance(value, str):
        _check_text(spec, value, place, owner)
    else:
        place.wrong(msg("{owner} must be text.", owner=owner))


def _check_items(spec: FieldSpec, value: FieldValue, place: KeyPlace, owner: str) -> None:
    if not isinstance(value, tuple):
        place.wrong(msg("{owner} must be a list.", owner=owner))
        return
    if len(value) > spec.most:
        place.wrong(
            msg("{owner} has {count} items, at most {most} fit.", owner=owner, count=len(value), most=spec.most)
        )
    for index, item in enumerate(value):
        at = place.child(index)
        if spec.kind == "list" and isinstance(item, str):
            check_length(item, spec.limit, at, owner)
        elif spec.kind == "rows" and isinstance(item, Mapping):
            _check_shape(spec.parts, item, at, owner)
        else:
            at.wrong(
                msg(
                    "{owner}: each item must be {value}.",
                    owner=owner,
                    value=msg("text") if spec.kind == "list" else msg("a table"),
                )
            )


def _check_text(spec: FieldSpec, value: str, place: KeyPlace, owner: str) -> None:
    if spec.kind == "icon" and value not in ICONS:
        place.wrong(msg("There is no icon {value}.", value=short(value)), nearest(value, ICONS))
    elif spec.kind == "scene" and value not in place.report.pictures and value not in FORMER:
        place.wrong(msg("There is no picture {value}.", value=short(value)), nearest(value, place.report.pictures))
    elif spec.kind == "source" and not _YEAR.search(value):
        place.wrong(msg("{owner} does not name a year.", owner=owner), "A number needs its source and year.")
    elif spec.kind == "address" and not place.report.blind and value not in place.report.addresses:
        place.wrong(
            msg("{value} is not the address of a resource of this pack.", value=short(value)),
            "Give the resource with its status first.",
        )
    elif spec.kind == "site":
        check_site(value, place)
    if spec.limit:
        check_length(value, spec.limit, place, owner)


def check_site(value: str, place: KeyPlace) -> None:
    """Report what is not the bare name of a site, such as "acf.gov"."""
    if not _SITE.fullmatch(value) or len(value) > MAX_SITE:
        place.wrong(
            msg("{value} is not the name of a site.", value=short(value)),
            msg("Write it like acf.gov, in at most {most} characters.", most=MAX_SITE),
        )


def check_length(value: str, limit: int, place: KeyPlace, owner: str) -> None:
    """Report a text that has more characters than fit, its placeholders filled."""
    known = set(placeholders(value)) <= set(RUNNING)
    length = len(fill(value, RUNNING)) if known else 0
    if length > limit:
        place.wrong(
            msg("{owner} has {length} characters, {limit} fit.", owner=owner, length=length, limit=limit),
            msg("It begins: {value}", value=short(value, 40)),
        )
