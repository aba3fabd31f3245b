"""What of a piece of words can be changed: each of its texts, as it is and as the kit has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from htpm_studio.export.catalogue import plan
from htpm_studio.export.copy_calendar import CALENDAR, day_blocks
from htpm_studio.export.copy_orders import with_words
from htpm_studio.export.edits import piece_id
from htpm_studio.export.kit import Kit
from htpm_studio.export.orders import FileOrder
from htpm_studio.export.own_words import SUMMARY
from htpm_studio.export.posting import CAPTION
from htpm_studio.project.model import Edits
from htpm_studio.scene.writing import Block, BlockKind, Writing, plain

HEADS = ("head", "subhead")


@dataclass(frozen=True, slots=True)
class WordText:
    """One text of a piece of words. `fields` of `piece` keep own words for it; `under` is the heading it stands under.

    `text` is what it says, `kit_text` what the kit says; one that is `needed` cannot be emptied.
    """

    piece: str
    fields: tuple[str, ...]
    kind: BlockKind
    text: str
    kit_text: str
    under: str = ""
    needed: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it apart."""
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
        same = text == self.kit_text or (self.needed and not text)
        return dict.fromkeys(self.fields, None if same else text)


def filled(kit: Kit, piece: str) -> tuple[FileOrder, ...]:
    """The files of a piece of words with what stands in them."""
    orders = plan(kit)
    others = [order for order in orders if order.medium != "copy"]
    return with_words(kit, (*others, *(order for order in orders if order.piece == piece)))[len(others) :]


def word_texts(kit: Kit, piece: str) -> tuple[WordText, ...]:
    """Every text of a piece of words that can be changed, in its order; also those that the user emptied."""
    now = _blocks(kit, piece, filled(kit, piece))
    plain_kit = _without_own_words(kit)
    before = _blocks(plain_kit, piece, filled(plain_kit, piece))
    kit_texts = {(block.piece, field): block.text for block in before for field in block.fields}
    edits = kit.project.edits
    texts: dict[tuple[str, ...], WordText] = {}
    for block, under in _with_heads(_joined(now, before)):
        own = next((text for field in block.fields if (text := edits.text(block.piece, field)) is not None), None)
        plain_text = next((kit_texts[key] for key in _keys(block) if key in kit_texts), "")
        text = block.text if own is None else own
        needed = block.kind == "title" or block.piece != piece
        made = WordText(block.piece, block.fields, block.kind, text, plain_text, under, needed)
        texts.setdefault(made.key, made)
    return tuple(texts.values())


def _blocks(kit: Kit, piece: str, orders: Sequence[FileOrder]) -> list[Block]:
    """All blocks that can be changed or head others, each with the piece that its edits belong to."""
    found: list[Block] = []
    if piece == piece_id(kit, CALENDAR):
        found += day_blocks(kit)
    writings = [order.words for order in orders if isinstance(order.words, Writing)]
    for writing in writings[:1]:
        found += writing.blocks
        if writing.preview:
            found.insert(1, plain("lead", writing.preview, SUMMARY))
    return [replace(block, piece=block.piece or piece) for block in found]


def _joined(now: Sequence[Block], before: Sequence[Block]) -> Iterator[Block]:
    """The blocks as they are, and in their old places those that were emptied."""
    there = {(block.piece, block.fields) for block in now}
    gone: dict[tuple[str, tuple[str, ...]] | None, list[Block]] = {}
    last: tuple[str, tuple[str, ...]] | None = None
    for block in before:
        here = (block.piece, block.fields)
        if here in there:
            last = here
        elif block.fields and not block.fields[0].startswith(CAPTION):
            gone.setdefault(last, []).append(block)
    yield from gone.pop(None, [])
    for block in now:
        yield block
        yield from gone.pop((block.piece, block.fields), [])


def _with_heads(blocks: Iterable[Block]) -> Iterator[tuple[Block, str]]:
    under = ""
    for block in blocks:
        if block.fields:
            yield block, under
        if block.kind in HEADS:
            under = block.text


def _keys(block: Block) -> Iterator[tuple[str, str]]:
    """The names under which the kit's own version is found: a network's text may be the post's there."""
    yield from ((block.piece, field) for field in block.fields)
    yield block.piece, block.fields[0].partition(".")[0]


def _without_own_words(kit: Kit) -> Kit:
    """The kit as it would be had the user written nothing; pictures, designs and days stay."""
    kept = tuple(edit for edit in kit.project.edits.items if edit.field.startswith("@"))
    return replace(kit, project=replace(kit.project, edits=Edits(kept)))
