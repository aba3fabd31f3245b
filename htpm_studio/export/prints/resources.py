"""The rows of the list of all resources of a week; the guide to the week also has those without an address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from htpm_studio.campaign.model import Resource
from htpm_studio.campaign.placeholders import fill
from htpm_studio.campaign.post_length import bare_address
from htpm_studio.compose.context import Value
from htpm_studio.export.kit.content import SEARCH, where_to_search
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.resource_language import language_sentence
from htpm_studio.pieces.declared import pieces


def resource_rows(kit: Kit) -> Iterator[Mapping[str, Value]]:
    """Headings and resources in their order; each address once."""
    words = kit.campaign.words
    _, listed = language_sentence(words, _listed(kit))
    for group, head in (("learn", words.learn), ("act", words.take_action)):
        if own := [resource for resource in listed if resource.group == group]:
            yield {"head": head}
            yield from (_row(kit, resource) for resource in own)


def language_of_list(kit: Kit) -> str:
    """A sentence on the language of what is listed; "" where there is nothing to say."""
    return language_sentence(kit.campaign.words, _listed(kit))[0]


def _listed(kit: Kit) -> Iterator[Resource]:
    """Those with an address, or all where none has one, each once: what is to be read before what is to be done."""
    known: set[str] = set()
    named = (*kit.week.resources, *kit.campaign.month.resources)
    found = [resource for resource in named if resource.linkable] or list(named)
    for resource in sorted(found, key=lambda resource: resource.group != "learn"):
        if (name := resource.url or resource.title) not in known:
            known.add(name)
            yield resource


def all_on_sheet(kit: Kit, rows: Sequence[Mapping[str, Value]]) -> bool:
    """True if the handouts of the week have everything that the list would say."""
    shown = {
        (item.get("title"), item.get("text", ""), item.get("url"))
        for sheet in kit.week.handouts
        if "items" in pieces().fields.get(sheet.template, {}) and isinstance(items := sheet.fields.get("items"), tuple)
        for item in items
        if isinstance(item, Mapping)
    }
    listed = [row for row in rows if "title" in row]
    return all((row["title"], row["text"], row.get("address")) in shown for row in listed)


def _row(kit: Kit, resource: Resource) -> Mapping[str, Value]:
    words = kit.campaign.words
    reader = fill(words.copy.audience, {"title": resource.audience}) if resource.audience else ""
    text = " ".join(part for part in (resource.about, reader) if part)
    row: dict[str, Value] = {"title": resource.title, "text": text}
    if resource.linkable:
        return row | {"url": resource.url, "address": bare_address(resource.url)}
    return row | {SEARCH: where_to_search(words, resource.search)}
