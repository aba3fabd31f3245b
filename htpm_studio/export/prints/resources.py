"""The rows of the list of all resources of a week."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from htpm_studio.campaign.model import Resource
from htpm_studio.campaign.placeholders import fill
from htpm_studio.campaign.post_length import bare_address
from htpm_studio.compose.context import Value
from htpm_studio.export.content import SEARCH, where_to_search
from htpm_studio.export.kit import Kit
from htpm_studio.pieces.declared import pieces


def resource_rows(kit: Kit) -> Iterator[Mapping[str, Value]]:
    """Headings and resources with an address in their order, each address once; where none has one, all of them."""
    words = kit.campaign.words
    known: set[str] = set()
    listed = (*kit.week.resources, *kit.campaign.month.resources)
    listed = tuple(one for one in listed if one.linkable) or listed
    for group, head in (("learn", words.learn), ("act", words.take_action)):
        own = [one for one in listed if one.group == group]
        fresh = [one for one in own if _name(one) not in known]
        known |= {_name(one) for one in fresh}
        if fresh:
            yield {"head": head}
            yield from (_row(kit, one) for one in fresh)


def all_on_sheet(kit: Kit, rows: Sequence[Mapping[str, Value]]) -> bool:
    """Whether the handouts of the week say all that the list says, so that the list would only say it again."""
    shown = {
        (item.get("title"), item.get("text", ""), item.get("url"))
        for sheet in kit.week.handouts
        if "items" in pieces().fields.get(sheet.template, {}) and isinstance(items := sheet.fields.get("items"), tuple)
        for item in items
        if isinstance(item, Mapping)
    }
    listed = [row for row in rows if "title" in row]
    return all((row["title"], row["text"], row.get("address")) in shown for row in listed)


def _name(one: Resource) -> str:
    return one.url or one.title


def _row(kit: Kit, one: Resource) -> Mapping[str, Value]:
    words = kit.campaign.words
    reader = fill(words.copy.audience, {"title": one.audience}) if one.audience else ""
    row: dict[str, Value] = {"title": one.title, "text": " ".join(said for said in (one.about, reader) if said)}
    if one.linkable:
        return row | {"url": one.url, "address": bare_address(one.url)}
    return row | {SEARCH: where_to_search(words, one.search)}
