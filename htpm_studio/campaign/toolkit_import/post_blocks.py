"""Blocks among the posts of a week: words with an address or a hashtag, also where those are in the next block."""

from __future__ import annotations

import re
from dataclasses import replace

from htpm_studio.campaign.post_length import ADDRESS
from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock, PostLabels
from htpm_studio.campaign.toolkit_import.headings import section_of
from htpm_studio.campaign.toolkit_import.parser_state import HEADER, ParserState
from htpm_studio.campaign.toolkit_import.post_labels import NUMBERED, without_labels
from htpm_studio.campaign.toolkit_import.printed_dates import dates_in
from htpm_studio.campaign.toolkit_import.results import Certainty, Day
from htpm_studio.campaign.toolkit_import.text_splitting import FEWEST, TAG, has_tail, own_words
from htpm_studio.campaign.toolkit_import.vocabulary import area_of

LONGEST_POST, LEAST_LEAD = 1_000, 3
WEAR_BLUE = (1, 11)
_QUOTES = (('"', '"'), ("'", "'"), ("\u201c", "\u201d"), ("\u2018", "\u2019"), ("\u00ab", "\u00bb"))


class Posts(ParserState):
    """What to do with blocks among the posts."""

    def _post(self, block: DocumentBlock) -> None:
        """A post is words with an address or a hashtag; those may also be in the block after the words."""
        if block.labels is not None:
            self._drop_held()
            self._pending = block.labels
            self._add_post(replace(block, text=_unquoted(block.text)))
            return
        if block.cells:
            if all(HEADER.match(cell) for cell in block.cells if cell):
                return
            cells = dict.fromkeys(cell for cell in block.cells if cell and not NUMBERED.fullmatch(cell))
            block = replace(block, text=" ".join(" ".join(cells).split()))
        labeled = without_labels(block.text)
        if labeled.sorts and not labeled.words and not (block.links and NUMBERED.fullmatch(block.text)):
            self._label(block, labeled.labels, labeled.sorts)
            return
        text = labeled.words or block.text
        unquoted = _unquoted(text)
        quoted = unquoted != text
        block = replace(block, text=unquoted)
        if labeled.sorts:
            self._note_order(block_is_post=True)
            self._pending = self._pending.joined(labeled.labels)
        direct = self._direct or quoted or bool({"platform", "text", "number", "dates"} & set(labeled.sorts))
        self._by_tail(block, direct=direct and "tail" not in labeled.sorts)

    def _by_tail(self, block: DocumentBlock, *, direct: bool) -> None:
        words = own_words(block.text)
        tail = has_tail(block.text) or any(link.target.startswith("http") for link in block.links)
        only_tail = self._held is not None and not words
        if tail and words < FEWEST and (only_tail or not direct) and not self._ends_sentence(block.text):
            self._tail(block)
        elif tail:
            self._drop_held()
            self._add_post(block)
        elif direct and words >= 2:
            self._drop_held()
            self._held = block
            self._direct = True
        else:
            self._drop_held()
            self._held = block

    def _ends_sentence(self, text: str) -> bool:
        """True if words before the hashtags are a sentence of their own, and no earlier ones wait for hashtags."""
        bare = TAG.sub("", ADDRESS.sub("", text)).strip()
        leads = bare.endswith(":") and len(bare.split()) >= LEAST_LEAD and area_of(bare) is None
        return self._held is None and len(bare.split()) > 1 and (leads or bare[-1:] in ".!?")

    def _label(self, block: DocumentBlock, labels: PostLabels, sorts: tuple[str, ...]) -> None:
        """A label alone: before the words of a post, or after them."""
        if sorts == ("platform",) and block.kind == "heading":
            self._steady = labels
        elif sorts in (("text",), ("number",)):
            self._note_order(block_is_post=True)
            self._direct = True
        elif self._comes_after() or ("file" in sorts and self._is_picture_of_last()):
            last = self.items[self._last]
            self.items[self._last] = replace(
                last,
                platforms=tuple(dict.fromkeys((*last.platforms, *labels.platforms))),
                files=tuple(dict.fromkeys((*last.files, *labels.files))),
                dates=last.dates or labels.dates,
            )
        else:
            self._drop_held()
            self._note_order(block_is_post=False)
            self._pending = self._pending.joined(labels)
        self._add(block, "heading", "sure", "A label of a post.", head=self._section)

    def _note_order(self, *, block_is_post: bool) -> None:
        """Whether the labels of these posts come before or after the words: the first of either says it."""
        if self._labels_first is None:
            self._labels_first = not block_is_post

    def _comes_after(self) -> bool:
        if not self._labels_first:
            self._drop_held()
        return self._labels_first is False and self._after_post()

    def _is_picture_of_last(self) -> bool:
        """Whether files are named after the words of their posts, as the first one of these posts was."""
        self._drop_held()
        if self._files_first is None:
            self._files_first = not self._posted
        return not self._files_first and self._after_post()

    def _after_post(self) -> bool:
        """Whether the last thing that was found is a post; of an earlier week it is none, as a week is found too."""
        return self.items[self._last].kind == "post"

    def _tail(self, block: DocumentBlock) -> None:
        held, last = self._held, self.items[self._last]
        if held is not None:
            self._held = None
            joined = replace(held, text=f"{held.text} {block.text}", links=held.links + block.links)
            self._add_post(joined, "likely", "Its address or hashtags are below it.")
        elif self._after_post() and _goes_on(last.text, block.text):
            self.items[self._last] = replace(last, text=f"{last.text} {block.text}", links=last.links + block.links)
            self._changed = True
        else:
            self._add(block, "aside", "likely", "An address or hashtag alone.")

    def _add_post(self, block: DocumentBlock, certainty: Certainty = "sure", reason: str = "") -> None:
        labels, self._pending, self._direct = self._pending.joined(self._steady), PostLabels(), False
        self._posted = True
        if not self._week:
            self._add(block, "other", "unsure", "No week was found for this post.", head=self._section)
            return
        if len(block.text) > LONGEST_POST:
            self._add(block, "other", "unsure", "It is longer than a post.", head=self._section)
            return
        if self._labels_first is None:
            self._labels_first = False
        if self._guessed and certainty == "sure":
            certainty, reason = "likely", "It looks like a post; its heading is not one that the program knows."
        elif certainty == "sure" and not self._section:
            certainty, reason = "likely", "No heading says what it is for."
        elif certainty == "sure" and section_of(self._section) is None:
            certainty, reason = "likely", "Its heading is not a purpose that the program knows."
        self._add(
            block, "post", certainty, reason, head=self._section, dates=labels.dates or self._days(block), labels=labels
        )

    def _days(self, block: DocumentBlock) -> tuple[Day, Day] | None:
        """The day that the heading above a post names, or that the post speaks of."""
        found = dates_in(self._section)
        if found and found[2] == found[3]:
            return found[2], found[3]
        blue = re.search(r"^today is #?wear ?blue", block.text, re.IGNORECASE)
        return (WEAR_BLUE, WEAR_BLUE) if blue else None

    def _drop_held(self) -> None:
        held, self._held = self._held, None
        if held is None:
            return
        if self._direct:
            self._add_post(held, "likely", "It has no address or hashtag.")
        else:
            self._add(held, "other", "unsure", "It is among the posts but has no link or hashtag.", head=self._section)


def _goes_on(post: str, tail: str) -> bool:
    """Whether an address or hashtags can still belong to a post: it has none of that sort yet."""
    return not (ADDRESS.search(post) and ADDRESS.search(tail)) and not (TAG.search(post) and TAG.search(tail))


def _unquoted(text: str) -> str:
    """A post without the quotation marks around its words, also where its address and hashtags are after them."""
    for first, last in _QUOTES:
        inside, end, after = text[1:].rpartition(last)
        if text[:1] == first and end and not own_words(after):
            whole = inside.count(first) == inside.count(last) and inside.find(first) <= inside.find(last)
            if first == last or whole:
                return f"{inside.strip()} {after.strip()}".strip()
    return text
