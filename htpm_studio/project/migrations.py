"""Project files of older versions in the current shape, one step a version, dict to dict.

A step is needed for a rename, a removal or a changed meaning. A new field whose default is right for
old files needs none. Steps never see the classes of the model, so that old steps never change.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from htpm_studio import __version__
from htpm_studio.errors import InputError, NewerVersionError, msg

FORMAT = "htpm-studio-project"
OWN = __version__
"""The version of this program, which grows with each change of a file format or of a fact of the campaign."""
VERSION = 4

Document = dict[str, Any]
Step = Callable[[Document], Document]


class Steps:
    """The steps by the version that they lead to."""

    def __init__(self) -> None:
        self._steps: dict[int, Step] = {}

    def to(self, version: int) -> Callable[[Step], Step]:
        """Register the step that turns version - 1 into `version`; a second one raises RuntimeError."""

        def register(step: Step) -> Step:
            if version in self._steps:
                raise RuntimeError(f"two steps lead to version {version}")
            self._steps[version] = step
            return step

        return register

    def check(self, newest: int) -> None:
        """Raise RuntimeError unless the steps lead from 1 to the newest version without a gap."""
        if sorted(self._steps) != list(range(2, newest + 1)):
            raise RuntimeError(f"steps {sorted(self._steps)} do not lead from 1 to {newest}")

    def upgrade(self, name: str, document: Document, newest: int) -> Document:
        """The document in the shape of the newest version; the argument stays as it is.

        Raises InputError for a file that is not a project, is from a newer program, or is incomplete.
        """
        version = version_of(name, document, newest)
        for number in range(version + 1, newest + 1):
            try:
                document = {**self._steps[number](document), "version": number}
            except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
                raise InputError(
                    msg(
                        "{name} is damaged: it cannot be brought from version {value} to {number}.",
                        name=name,
                        value=number - 1,
                        number=number,
                    ),
                    "Open a safety copy of it.",
                ) from error
        return document


STEPS = Steps()


@STEPS.to(2)
def _newcomers(old: Document) -> Document:
    """The post for newcomers has the name of its readers; the campaign that a kit carries says it in its own files."""
    before, after = "w3-from-ukraine", "w3-newcomers"
    pieces = {f"w3/social/{before}": f"w3/social/{after}"}
    new = dict(old)
    if "edits" in old:
        new["edits"] = {pieces.get(piece, piece): own for piece, own in old["edits"].items()}
    if "pack" in old:
        new["pack"] = {name: text.replace(f'id = "{before}"', f'id = "{after}"') for name, text in old["pack"].items()}
    return new


@STEPS.to(3)
def _drawings_from_parts(document: Document) -> Document:
    """The eight fixed drawings became scenes that are made of parts: the nearest takes the place of each.

    Which part of an old drawing was to show means nothing for the new one, so that goes; where there are photos, only
    from pieces that name a drawing, as others may have shown a photo. What a description was written for stays, so that
    the program asks whether it still fits.
    """
    photos = bool(document.get("photos"))
    edits = {piece: _current(fields, photos=photos) for piece, fields in document.get("edits", {}).items()}
    return {**document, "edits": edits} if edits else document


_SCENES: Mapping[str, str] = {
    "call": "phone-call", "classroom": "lesson", "connect": "neighbors-line", "dawn": "morning-walk", "hands": "crowd",
    "neighborhood": "street-neighbors", "table": "family-table", "workplace": "shift-team",
}  # fmt: skip


def _current(fields: Mapping[str, Any], *, photos: bool) -> Mapping[str, Any]:
    named = {
        name: _SCENES[text]
        for name, text in fields.items()
        if (name == "@picture" or name.startswith("@picture.")) and isinstance(text, str) and text in _SCENES
    }
    drawn = "@picture" in named or ("@picture" not in fields and not photos)
    kept = {
        name: text for name, text in fields.items() if not (drawn and name.partition(".")[0] in ("@focus", "@zoom"))
    }
    return {**kept, **named}


@STEPS.to(4)
def _without_bold_and_two_backgrounds(old: Document) -> Document:
    """The style bold and two backgrounds are gone: the nearest have what was theirs, and the document says so.

    A background that was only left out, locked or called fine is as if the file had never named it.
    """
    replaced, brand = [], old.get("brand", {})
    if brand.get("style") == "bold":
        brand = {**brand, "style": "classic"}
        replaced.append({"kind": "style", "was": "bold", "now": "classic"})
    edits = dict(old.get("edits", {}))
    for was, now in _BACKGROUNDS.items():
        for piece in [name for name in edits if name.endswith(f"/background/{was}")]:
            other = f"{piece.removesuffix(was)}{now}"
            own = {name: text for name, text in edits.pop(piece).items() if not name.startswith(_MARKS)}
            if own:
                edits[other] = {**own, **edits.get(other, {})}
                replaced.append({"kind": "background", "was": was, "now": now})
    told = [note for place, note in enumerate(replaced) if note not in replaced[:place]]
    return {**old, "brand": brand, "edits": edits, "replaced": told} if told or edits else old


_BACKGROUNDS: Mapping[str, str] = {"quiet-field": "frame", "horizon": "corner-network"}
_MARKS = ("@left-out", "@locked", "@fine.")


STEPS.check(VERSION)


def newer_version(name: str, app: object) -> NewerVersionError:
    """The sentence for a file of a newer program; `app` is what it names as its writer, which can read it."""
    writer = app[:40] if isinstance(app, str) and app.isprintable() and app else "a newer HTPM Studio"
    return NewerVersionError(
        msg("{name} was written by {writer}; this is HTPM Studio {version}.", name=name, writer=writer, version=OWN),
        msg("Update this computer to {writer} or a later version, then open it again.", writer=writer),
    )


def version_of(name: str, document: Mapping[str, Any], newest: int = VERSION) -> int:
    """The version of a project file; raises InputError when it is none, has none, or is newer than `newest`."""
    if document.get("format") != FORMAT:
        raise InputError(msg("{name} is not an HTPM Studio project.", name=name), "Choose a file that ends in .htpm.")
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise InputError(
            msg("{name} is damaged: it has no usable version number.", name=name), "Open a safety copy of it."
        )
    if version > newest:
        raise newer_version(name, document.get("app"))
    return version
