"""Blocks among the resources of a week: titles with their addresses, in lists, tables and under headings."""

from __future__ import annotations

import re
from dataclasses import replace

from htpm_studio.campaign.post_length import ADDRESS
from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock, DocumentLink
from htpm_studio.campaign.toolkit_import.helplines import phones_in
from htpm_studio.campaign.toolkit_import.parser_state import HEADER, ParserState
from htpm_studio.campaign.toolkit_import.results import Certainty
from htpm_studio.campaign.toolkit_import.text_splitting import key_of, lead_and_rest, without_edges
from htpm_studio.campaign.toolkit_import.vocabulary import group_of

LONGEST_TITLE, SHORT_TITLE = 250, 120

_OPENS = re.compile(
    r"(?:open|here|link|view|read|read it|download|pdf|see|visit|website|abrir|aqu\u00ed|enlace|ver|leer|descargar)",
    re.IGNORECASE,
)
"""Linked words after a title that only say that there is a link."""


class ResourceParser(ParserState):
    """What to do with blocks among the resources."""

    def _resource(self, block: DocumentBlock) -> None:
        group = self._group or "learn"
        why = "" if self._group else "No heading says whether it is to learn from or to act on."
        if block.kind == "row":
            self._resource_row(block, group, why)
        elif self._under_title and (block.kind == "paragraph" or self._colon):
            self._about(block, group)
        elif block.kind == "item":
            link = block.links[0] if block.links else None
            if (
                link
                and len(block.links) == 1
                and key_of(block.text).startswith(key_of(link.text))
                and len(link.text) > 7
            ):
                rest = without_edges(block.text[len(link.text) :])
                self._named(block, link.text, link.target, group, "likely" if why else "sure", why, rest)
            else:
                self._plain_resource(block, group, why)
        elif self._is_title(block):
            self._plain_resource(block, group, why or "It is a line with an address, and not in a list.")
        else:
            self._add(block, "aside", "likely", "It introduces the resources.")
        self._colon = block.text.endswith(":") if block.kind == "paragraph" else self._colon

    def _is_title(self, block: DocumentBlock) -> bool:
        """Whether a paragraph is a title with its address, and not a sentence that leads to one."""
        addresses = [*ADDRESS.finditer(block.text), *(link for link in block.links if link.target)]
        rest = without_edges(ADDRESS.sub("", block.text).replace("()", ""))
        return bool(addresses) and 4 <= len(rest) <= SHORT_TITLE and not rest.endswith("!") and rest.count(". ") == 0

    def _plain_resource(self, block: DocumentBlock, group: str, why: str) -> None:
        found = ADDRESS.search(block.text)
        link = block.links[0].text if len(block.links) == 1 else ""
        if not found and _OPENS.fullmatch(link) and block.text.endswith(link):
            block = replace(block, text=without_edges(block.text.removesuffix(link)))
        words = ADDRESS.sub("", block.text).replace("()", "").strip(" :,|\u2192-\u2013\u2014") if found else block.text
        title, about = lead_and_rest(" ".join(words.split()))
        title = without_edges(title) if found else title
        target = found.group() if found else block.links[0].target if len(block.links) == 1 else ""
        if len(title) > LONGEST_TITLE or len(title) < 4:
            self._add(block, "other", "unsure", "It is too long for a resource title.", head=self._head)
        else:
            self._named(block, title, target, group, "likely" if why else "sure", why, about)

    def _resource_row(self, block: DocumentBlock, group: str, why: str) -> None:
        cells = [" ".join(cell.split()) for cell in block.cells if cell.strip()]
        if all(HEADER.match(cell) for cell in cells) or not cells:
            return
        title = next((cell for cell in cells if not ADDRESS.fullmatch(cell)), "")
        link = next((link.target for link in block.links if link.target), "")
        target = next((found.group() for cell in cells if (found := ADDRESS.search(cell))), link)
        about = next((cell for cell in cells if cell != title and not ADDRESS.search(cell) and not group_of(cell)), "")
        named_group = next((group_of(cell) for cell in cells if cell != title and group_of(cell)), group)
        self._named(block, title, target, named_group, "likely" if why else "sure", why, about)

    def _about(self, block: DocumentBlock, group: str) -> None:
        """Words under the title of a resource: the first make it a resource, more are added to what it is about."""
        for index, item in reversed([*enumerate(self.items)]):
            if item.kind == "resource" and item.week == self._week and item.text == self._head:
                self.items[index] = replace(item, about=f"{item.about} {block.text}", links=item.links + block.links)
                self._changed = True
                return
        goal = next((link.target for link in block.links if key_of(link.text) in key_of(self._head)), "")
        found = ADDRESS.search(block.text)
        if not (goal or found) and any(phones_in(block.text)):
            self._add(block, "aside", "likely", "It says whom to call.")
            return
        why = "Its title is a heading."
        self._named(block, self._head, goal or (found.group() if found else ""), group, "likely", why, block.text)

    def _named(
        self, block: DocumentBlock, title: str, target: str, group: str,
        certainty: Certainty = "sure", why: str = "", about: str = "",
    ) -> None:  # fmt: skip
        title = without_edges(title)
        key = (self._week, key_of(title))
        if key in self._titles:
            return
        self._titles.add(key)
        named = replace(block, text=title, links=(DocumentLink(title, target),))
        self._add(named, "resource", certainty, why, group=group, about=about)
