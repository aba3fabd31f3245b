"""Which files of a kit are wanted: sets to start from, choices laid over them, and what they add up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from htpm_studio.export.decks.file_specs import LOOP
from htpm_studio.export.kit.kit import EXTRAS, Kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.catalogue import CATALOGUE, plan
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.model import PAPERS
from htpm_studio.pieces.sizes import MEDIA, Medium

SECONDS_A_PAGE = 0.12
"""How long a page takes on a laptop of some years, until an export was timed; two cores of a server take half of it."""

_BYTES: Mapping[str, int] = {
    "pptx": 255_000, "potx": 570_000, "pdf": 115_000, "jpg": 105_000, "png": 108_000, "docx": 215_000, "html": 90_000,
    "txt": 6_000, "csv": 7_000, "ics": 12_000, "ttf": 250_000,
}  # fmt: skip
_SHOWN_BYTES, _PHONE_BYTES = 11_000, 120_000
"""What START-HERE takes for each file that it lists, small pictures included, and post.html for each picture."""

PHONE_SIZES = ("portrait", "story", "landscape")
"""The sizes of a post's picture that post.html has, in this order; where a kit has none of them, its first one."""

PHONE_FORMS = frozenset(f"social/{size}" for size in PHONE_SIZES)


WITH_KIT = 2
"""START-HERE and the list of files belong to every kit."""
ON_REQUEST = frozenset(EXTRAS.values())
"""The forms that are only made on request."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which files of a kit are wanted: media, single groups besides, but not the forms in `without` ("social/story").

    It picks among the files that `plan` lists; the `Options` of the kit decide which files there are to pick from.

    With `pieces` only files that show one of them count; a slide stands for its whole deck. `unticked` are single
    files by their key (`key_of`).
    """

    media: frozenset[str] = frozenset(MEDIA)
    groups: frozenset[str] = frozenset()
    without: frozenset[str] = ON_REQUEST
    pieces: frozenset[str] = frozenset()
    unticked: frozenset[str] = frozenset()

    def wants(self, spec: FileSpec) -> bool:
        """Whether a file is wanted."""
        if spec.medium not in self.media and spec.group not in self.groups:
            return False
        shown = {spec.piece} if spec.repeats else {spec.piece, *(page.piece for page in spec.pages)}
        if self.pieces and not self.pieces & shown:
            return False
        return form_of(spec) not in self.without and key_of(spec) not in self.unticked

    def with_medium(self, medium: str, *, wanted: bool) -> Selection:
        """The choice with all of a medium, or with nothing of it."""
        own = f"{medium}/"
        rest = frozenset(form for form in self.without | ON_REQUEST if form in ON_REQUEST or not form.startswith(own))
        media = self.media | {medium} if wanted else self.media - {medium}
        groups = self.groups if wanted else frozenset()
        return replace(self, media=media, without=rest, groups=groups, unticked=self._unticked_but(f"{medium}/"))

    def with_form(self, form: str, *, wanted: bool) -> Selection:
        """The choice with or without one form of a medium."""
        without = self.without - {form} if wanted else self.without | {form}
        return replace(self, without=without, unticked=self._unticked_but(form))

    def with_files(self, every: Sequence[FileSpec], files: Iterable[FileSpec], *, wanted: bool) -> Selection:
        """The choice with or without single files; of `every` other file it stays as it is."""
        changed = {key_of(spec) for spec in files}
        kept = {key_of(spec) for spec in every if self.wants(spec)}
        kept = kept | changed if wanted else kept - changed
        media = frozenset(spec.medium for spec in every if key_of(spec) in kept)
        forms = {form_of(spec) for spec in every}
        empty = {form for form in forms if form.partition("/")[0] in media}
        empty -= {form_of(spec) for spec in every if key_of(spec) in kept}
        single = {key_of(spec) for spec in every if spec.medium in media and form_of(spec) not in empty} - kept
        return Selection(media, without=(self.without - forms) | empty, unticked=frozenset(single))

    def _unticked_but(self, form: str) -> frozenset[str]:
        return frozenset(key for key in self.unticked if not key.partition("|")[2].startswith(form))


EVERYTHING = Selection(without=frozenset())
"""All files of a kit, also those that are made on request, where its options have them."""


@dataclass(frozen=True, slots=True)
class ExportSet:
    """A choice with a name."""

    name: str
    title: str
    selection: Selection


SETS: tuple[ExportSet, ...] = (
    ExportSet("kit", "Whole kit", Selection()),
    ExportSet("backgrounds", "Backgrounds only", Selection(frozenset(("background",)))),
    ExportSet("social", "Post pictures", Selection(frozenset(("social",)))),
    ExportSet("event", "Event table", Selection(frozenset(("print",)), frozenset((LOOP,)))),
    ExportSet("deck", "Deck only", Selection(frozenset(("deck",)))),
    ExportSet("posts", "Post texts", Selection(frozenset(("copy",)))),
)


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a medium's files, such as a size, a paper or a format, and how many files have it."""

    id: str
    name: str
    total: int
    wanted: int


@dataclass(frozen=True, slots=True)
class MediumCount:
    """How many files of a medium there are, how many are wanted, and the forms they come in."""

    medium: Medium
    title: str
    total: int
    wanted: int
    forms: tuple[Form, ...]


def set_named(name: str) -> ExportSet:
    """A set by its name; the whole kit for an unknown one."""
    return next((export_set for export_set in SETS if export_set.name == name), SETS[0])


def on_paper(choice: Selection, paper: str) -> Selection:
    """The choice with handouts on one paper only, or on "both"."""
    forms = {f"print/{known}": known for known in PAPERS}
    drop = {form for form, known in forms.items() if paper not in ("both", known)}
    return replace(choice, without=choice.without.difference(forms) | drop)


def form_of(spec: FileSpec) -> str:
    """The form of a file: its medium and the folder inside the medium's own, else its format ("social/story")."""
    parts = spec.path.split("/")
    return f"{spec.medium}/{parts[1] if len(parts) > 2 else spec.format}"


def key_of(spec: FileSpec) -> str:
    """What a file is called in a choice: its piece and its form ("w2/social/w2-rights|social/story")."""
    return f"{spec.piece}|{form_of(spec)}"


def chosen(kit: Kit, choice: Selection) -> tuple[FileSpec, ...]:
    """The files of a kit that are wanted."""
    return tuple(spec for spec in plan(kit) if choice.wants(spec))


def printed(kit: Kit, paper: str) -> tuple[FileSpec, ...]:
    """The files of a kit that are made to be printed on a paper."""
    return printed_among(plan(kit), paper)


def printed_among(specs: Iterable[FileSpec], paper: str) -> tuple[FileSpec, ...]:
    """Those of these files that are made to be printed on a paper."""
    return tuple(spec for spec in specs if form_of(spec) == f"print/{paper}" and spec.format == "pdf")


def a_sheet(spec: FileSpec, kit: Kit) -> int:
    """How many pieces lie on one sheet of a printed file: ten cards, or one flyer."""
    if not spec.sheet:
        return 1
    return kit.resources.sheets.sheets[spec.sheet].places


def counts(specs: Sequence[FileSpec], choice: Selection) -> tuple[MediumCount, ...]:
    """What there is and what is wanted of each medium, in the order of the catalogue.

    What nobody gets without asking counts in the total of its medium only when it is wanted.
    """
    rows: list[MediumCount] = []
    for piece in CATALOGUE:
        own = [spec for spec in specs if spec.medium == piece.medium]
        if not own:
            continue
        total = Counter(form_of(spec) for spec in own)
        wanted = Counter(form_of(spec) for spec in own if choice.wants(spec))
        forms = tuple(Form(form, form.partition("/")[2], count, wanted[form]) for form, count in total.items())
        usual = [spec for spec in own if form_of(spec) not in ON_REQUEST or choice.wants(spec)]
        rows.append(MediumCount(piece.medium, piece.title, len(usual), wanted.total(), forms))
    return tuple(rows)


def with_extras(kit: Kit) -> Kit:
    """The kit with everything that can be made on request, for a choice to be made among."""
    return replace(kit, options=replace(kit.options, extras=tuple(EXTRAS)))


def narrowed(kit: Kit, choice: Selection) -> Kit:
    """The kit with only the media of which something is wanted, so that nothing else is checked."""
    return of_files(kit, {spec.path for spec in chosen(kit, choice)})


def of_files(kit: Kit, paths: Collection[str]) -> Kit:
    """The kit with only the media of the files at these paths."""
    media = {spec.medium for spec in plan(kit) if spec.path in paths}
    return replace(kit, options=replace(kit.options, media=tuple(medium for medium in MEDIA if medium in media)))


def estimated_bytes(specs: Iterable[FileSpec], known: Mapping[str, int]) -> int:
    """How large a kit of these files will be.

    A file counts as it was the last time (`known`, by path), else as such files usually are.
    """
    return sum(known.get(spec.path, _BYTES[spec.format]) + _SHOWN_BYTES + _on_phone(spec) for spec in specs)


def _on_phone(spec: FileSpec) -> int:
    """What post.html takes for a picture of a post."""
    return _PHONE_BYTES if spec.medium == "social" and spec.format == "png" and form_of(spec) in PHONE_FORMS else 0


def estimated_seconds(specs: Iterable[FileSpec], a_page: float = SECONDS_A_PAGE) -> float:
    """How long making the files will take, by the seconds of a page."""
    return a_page * sum(len(spec.pages) for spec in specs)
