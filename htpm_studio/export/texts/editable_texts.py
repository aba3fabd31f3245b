"""The texts of a piece of words that can be changed, each as it is and as the kit has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from htpm_studio.campaign.networks import too_much
from htpm_studio.export.kit.descriptions import described_picture
from htpm_studio.export.kit.edits import ALT, DESCRIBED, piece_id
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.texts.calendar import CALENDAR, day_blocks
from htpm_studio.export.texts.file_specs import with_words
from htpm_studio.export.texts.own_words import SUMMARY
from htpm_studio.export.texts.planned_posts import CAPTION, network_field
from htpm_studio.frozen import dataclass
from htpm_studio.hotline.guard import first_near_miss
from htpm_studio.project.model import Edits
from htpm_studio.scene.writing import BlockKind, Paragraph, Writing, plain

HEADS = ("head", "subhead")
START = ("", "")


@dataclass(frozen=True, slots=True)
class WordText:
    """One text of a piece of words. `fields` of `piece` keep own words for it; `under` is the heading it is under.

    `text` is what it says, `kit_text` what the kit says, `otherwise` what it would say without words of its own; one
    that is `needed` cannot be emptied. `warning` says why it is not used as it is, `about` names the picture that it
    describes.
    """

    piece: str
    fields: tuple[str, ...]
    kind: BlockKind
    text: str
    kit_text: str
    otherwise: str
    under: str = ""
    needed: bool = False
    warning: str = ""
    about: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What identifies it."""
        return (self.piece, *self.fields)

    @property
    def changed(self) -> bool:
        """Whether the user gave it other words."""
        return self.text != self.kit_text

    @property
    def breaks(self) -> Literal["within", "paragraphs", "one"]:
        """What a line break in it does: it stays in a post, begins a paragraph, or is not possible."""
        if self.fields[0].partition(".")[0] == CAPTION:
            return "within"
        return "one" if self.needed else "paragraphs"

    def edits(self, text: str) -> Mapping[str, str | None]:
        """The edits that give it other words: field -> text, None for the kit's."""
        same = text == self.otherwise or (self.needed and not text)
        about = {DESCRIBED: None if same else self.about} if self.about else {}
        return {**dict.fromkeys(self.fields, None if same else text), **about}


def filled(kit: Kit, piece: str) -> tuple[FileSpec, ...]:
    """The files of a piece of words with what is in them."""
    specs = plan(kit)
    others = [spec for spec in specs if spec.medium != "copy"]
    return with_words(kit, (*others, *(spec for spec in specs if spec.piece == piece)))[len(others) :]


def word_texts(kit: Kit, piece: str) -> tuple[WordText, ...]:
    """Every text of a piece of words that can be changed, in its order; also those that the user emptied."""
    now = _blocks(kit, piece, filled(kit, piece))
    plain_kit = _without_own_words(kit)
    before = _blocks(plain_kit, piece, filled(plain_kit, piece))
    kit_texts = {(block.piece, field): block.text for block in before for field in block.fields}
    texts: dict[tuple[str, ...], WordText] = {}
    for block, under in _with_heads(_joined(now, before)):
        made = _text(kit, block, next((kit_texts[key] for key in _keys(block) if key in kit_texts), ""))
        texts.setdefault(made.key, replace(made, under=under, needed=block.kind == "title" or block.piece != piece))
    return tuple(texts.values())


def _text(kit: Kit, block: Paragraph, kit_text: str) -> WordText:
    """What a block says now. A post that the user wrote anew goes to each network that has no words of its own."""
    edits = kit.project.edits
    own = next((text for field in block.fields if (text := edits.text(block.piece, field)) is not None), None)
    post = edits.text(block.piece, CAPTION) if block.fields[0].startswith(f"{CAPTION}.") else None
    otherwise = kit_text if post is None else post
    text = own if own is not None else block.text if post is None else post
    about = _described_picture(kit, block.piece) if block.fields[0] == ALT else ""
    return WordText(
        block.piece, block.fields, block.kind, text, kit_text, otherwise, warning=_warning(kit, block, text),
        about=about,
    )  # fmt: skip


def _described_picture(kit: Kit, piece: str) -> str:
    pages = (spec.pages[0] for spec in plan(kit) if spec.piece == piece and spec.pages)
    return next((described_picture(kit, page) for page in pages), "")


def _warning(kit: Kit, block: Paragraph, text: str) -> str:
    networks = [network for network in kit.resources.networks.networks if network_field(network.id) in block.fields]
    return first_near_miss(text, lines=kit.helplines) or next(
        filter(None, (too_much(text, network) for network in networks)), ""
    )


def _blocks(kit: Kit, piece: str, specs: Sequence[FileSpec]) -> list[Paragraph]:
    """All blocks that can be changed or head others, each with the piece that its edits belong to."""
    found: list[Paragraph] = []
    if piece == piece_id(kit, CALENDAR):
        found += day_blocks(kit)
    writings = [spec.words for spec in specs if isinstance(spec.words, Writing)]
    for writing in writings[:1]:
        found += writing.blocks
        if writing.preview:
            found.insert(1, plain("lead", writing.preview, SUMMARY))
    return [replace(block, piece=block.piece or piece) for block in found]


def _joined(now: Sequence[Paragraph], before: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The blocks as they are, and in their old places those that were emptied or are not used as they are."""
    there = {(block.piece, field) for block in now for field in block.fields}
    pieces = {block.piece for block in now if block.fields}
    gone: dict[tuple[str, str], list[Paragraph]] = {}
    last = START
    head: Paragraph | None = None
    for block in before:
        missing = tuple(field for field in block.fields if (block.piece, field) not in there)
        if block.kind in HEADS and not block.fields:
            head = block
        if len(missing) < len(block.fields):
            last = (block.piece, next(field for field in block.fields if field not in missing))
        if missing:
            if block.piece not in pieces and head is not None:
                gone.setdefault(last, []).append(head)
            head = None
            place = last if last[0] == block.piece or block.piece not in pieces else (block.piece, "")
            gone.setdefault(place, []).append(replace(block, fields=missing))
    yield from gone.pop(START, [])
    for block in now:
        if block.fields:
            yield from gone.pop((block.piece, ""), [])
        yield block
        for field in block.fields:
            yield from gone.pop((block.piece, field), [])


def _with_heads(blocks: Iterable[Paragraph]) -> Iterator[tuple[Paragraph, str]]:
    under = ""
    for block in blocks:
        if block.fields:
            yield block, under
        if block.kind in HEADS:
            under = block.text


def _keys(block: Paragraph) -> Iterator[tuple[str, str]]:
    """The names under which the kit's own version is found: a network's text may be the post's there."""
    yield from ((block.piece, field) for field in block.fields)
    yield block.piece, block.fields[0].partition(".")[0]


def _without_own_words(kit: Kit) -> Kit:
    """The kit as it would be had the user written none of these texts; what graphics say stays, and so do choices."""
    graphics = piece_id(kit, "social/")
    kept = tuple(
        edit
        for edit in kit.project.edits.items
        if edit.field.startswith("@")
        or (edit.piece.startswith(graphics) and edit.field.partition(".")[0] not in (ALT, CAPTION))
    )
    return replace(kit, project=replace(kit.project, edits=Edits(kept)))
