"""Blocks among the posts of a week: words with an address or a hashtag, also where those are in the next block."""

from __future__ import annotations

import re
from dataclasses import replace

from htpm_studio.campaign.lengths import ADDRESS
from htpm_studio.campaign.toolkit.blocks import DocumentBlock
from htpm_studio.campaign.toolkit.headings import day_of, section_of
from htpm_studio.campaign.toolkit.parser_state import HEADER, ParserState
from htpm_studio.campaign.toolkit.phrases import FEWEST, TAG, has_tail, own_words
from htpm_studio.campaign.toolkit.results import Certainty

LONGEST_POST = 1_000
LABEL = re.compile(
    r"^(?:sample |suggested )?(?:post|message|option|caption|tweet)\s*(?:no\.? ?|#)?\d{0,3}\s*[:.)-]*\s*", re.IGNORECASE
)


class Posts(ParserState):
    """What to do with blocks among the posts."""

    def _post(self, block: DocumentBlock) -> None:
        """A post is words with an address or a hashtag; those may also be in the block after the words."""
        if block.cells:
            if all(HEADER.match(cell) for cell in block.cells if cell):
                return
            block = replace(
                block, text=" ".join(dict.fromkeys(cell for cell in block.cells if cell and not LABEL.fullmatch(cell)))
            )
        text = block.text if block.links and LABEL.fullmatch(block.text) else LABEL.sub("", block.text)
        if len(text) > 1 and text[0] in '"“' and text[-1] in '"”':
            text = text[1:-1]
        block = replace(block, text=text)
        words = own_words(text)
        tail = has_tail(text) or any(link.target.startswith("http") for link in block.links)
        if tail and words < FEWEST:
            self._tail(block)
        elif tail:
            self._drop_held()
            self._add_post(block)
        else:
            self._drop_held()
            self._held = block

    def _tail(self, block: DocumentBlock) -> None:
        held, last = self._held, self.items[-1] if self.items else None
        if held is not None:
            self._held = None
            joined = replace(held, text=f"{held.text} {block.text}", links=held.links + block.links)
            self._add_post(joined, "likely", "Its address or hashtags are below it.")
        elif last is not None and last.kind == "post" and last.week == self._week and _goes_on(last.text, block.text):
            self.items[-1] = replace(last, text=f"{last.text} {block.text}", links=last.links + block.links)
        else:
            self._add(block, "aside", "likely", "An address or hashtag alone.")

    def _add_post(self, block: DocumentBlock, certainty: Certainty = "sure", reason: str = "") -> None:
        if not self._week:
            self._add(block, "other", "unsure", "No week was found for this post.", head=self._section)
            return
        if len(block.text) > LONGEST_POST:
            self._add(block, "other", "unsure", "It is longer than a post.", head=self._section)
            return
        if certainty == "sure" and not self._section:
            certainty, reason = "likely", "No heading says what it is for."
        elif certainty == "sure" and section_of(self._section) is None:
            certainty, reason = "likely", "Its heading is not a purpose that the program knows."
        day = day_of(self._section) or (11 if re.search(r"^today is #?wear ?blue", block.text, re.IGNORECASE) else None)
        self._add(block, "post", certainty, reason, head=self._section, dates=((1, day), (1, day)) if day else None)

    def _drop_held(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            self._add(held, "other", "unsure", "It is among the posts but has no link or hashtag.", head=self._section)


def _goes_on(post: str, tail: str) -> bool:
    """Whether an address or hashtags can still belong to a post: it has none of that sort yet."""
    return not (ADDRESS.search(post) and ADDRESS.search(tail)) and not (TAG.search(post) and TAG.search(tail))
