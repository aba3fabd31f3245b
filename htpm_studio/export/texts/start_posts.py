"""The posts of a kit on its start page: each text ready to copy, with its day, its pictures and their description."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from htpm_studio.campaign.networks import parts_in
from htpm_studio.campaign.placeholders import fill
from htpm_studio.errors import msg
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.texts.week_posts import ReadyPost, counted, day_of, names_of, ready_posts, to_fill_in
from htpm_studio.scene.quotes import typographic


def post_texts(kit: Kit, specs: Sequence[FileSpec]) -> Iterator[str]:
    """One folded part for each post; `specs` are the files of the kit. Texts can be copied without a script, too."""
    for number, post in enumerate(ready_posts(kit, specs)):
        yield from _post(kit, number, post)


def _post(kit: Kit, number: int, ready: ReadyPost) -> Iterator[str]:
    day, words = day_of(kit, ready.post.day), kit.campaign.words.copy
    yield f"<details><summary>{escape(ready.post.title)} <small>{escape(day)}</small></summary>"
    for index, version in enumerate(ready.versions):
        parts, label = parts_in(version.text), fill(words.for_networks, {"title": counted(version)})
        for place, part in enumerate(parts, 1):
            named = label if len(parts) == 1 else f"{label}: {place}/{len(parts)}"
            yield _text(kit, f"post-{number}-{index}-{place}", named, part)
    if ready.refused:
        refused = fill(words.too_long_for, {"title": names_of(ready.refused)})
        yield f'<p class="note">{escape(refused)}</p>'
    for version in ready.unfilled:
        yield f'<p class="note">{escape(to_fill_in(kit, version))}</p>'
    for name, text in ready.beside.items():
        yield _text(kit, f"post-{number}-{name}", kit.translated(kit.resources.networks.network(name).name), text)
    if ready.alt:
        yield _text(kit, f"post-{number}-alt", words.description, ready.alt)
    if ready.pictures:
        links = "".join(f'<a href="{path}">{escape(path.removeprefix("social/"))}</a>' for path in ready.pictures)
        yield f'<p class="files small">{escape(words.pictures)}: {links}</p>'
    yield "</details>"


def _text(kit: Kit, name: str, label: str, text: str) -> str:
    return (
        f'<p><label class="small" for="{name}">{escape(label)}</label>'
        f'<textarea id="{name}" readonly>{escape(typographic(text, kit.own_names))}</textarea>'
        f'<button type="button" data-copy="{name}">{escape(kit.translated(msg("Copy")))}</button></p>'
    )
