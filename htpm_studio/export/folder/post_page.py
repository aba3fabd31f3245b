"""post.html: the posts of a kit for a phone, with texts, pictures and descriptions, in one file without network."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape
from itertools import groupby

from htpm_studio.campaign.networks import parts_in
from htpm_studio.compose.plain_names import size_name
from htpm_studio.errors import msg
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import RenderedFile
from htpm_studio.export.pages.selection import PHONE_SIZES
from htpm_studio.export.texts.week_posts import ReadyPost, day_of, names_of, ready_posts, to_fill_in
from htpm_studio.render.bitmaps import jpegs
from htpm_studio.scene.quotes import typographic

MOST_BYTES = 500_000
"""For the pictures of one post, as they are written in the page: it has to go through a chat."""

SHORT = 3
_LATER, _POLICY = "later", "default-src 'none';img-src data:;style-src 'unsafe-inline';script-src 'unsafe-inline'"


def post_page(kit: Kit, made: Sequence[RenderedFile]) -> bytes:
    """The page as UTF-8; b"" for a kit without pictures of posts."""
    files = {file.spec.path: file for file in made}
    posts = [post for post in ready_posts(kit, [file.spec for file in made]) if _pictures(post, files)]
    if not posts:
        return b""
    folder = kit.resources.assets / "post-page"
    style, script = (folder.joinpath(name).read_text(encoding="utf-8") for name in ("style.css", "script.js"))
    days = [(day, list(group)) for day, group in groupby(posts, lambda post: post.post.day)]
    most = max(sum(1 for _ in _texts(kit, post)) for post in posts)
    name, links = escape(kit.look.organization), "".join(_link(kit, day) for day, _ in days)
    body = (
        f'<header><div class="w"><h1 dir="auto">{name}</h1><p class="left need" aria-live="polite"></p></div></header>'
        f'<nav aria-label="{_said(kit, msg("Days"))}"><ul class="w">{links}</ul></nav>'
        f'<main><p class="w tip nojs">{_said(kit, PRESS)}</p><p class="w state need"></p>'
        f"{''.join(_day(kit, day, group, files) for day, group in days)}</main>"
        '<div class="toast" role="status"></div>'
    )
    title = f"{kit.translated(msg('Posts'))}: {kit.week.title}"
    key = f"posts-{kit.year}-{kit.week.number}-{kit.project.language}-{kit.look.organization}-"
    words = json.dumps({word: kit.translated(text) for word, text in SPOKEN.items()}, ensure_ascii=False)
    page = (
        f'<!doctype html>\n<html lang="{kit.project.language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="color-scheme" content="light"><title>{escape(title)}</title>'
        f"<style>{_colors(kit)}{style}{_choices(most)}</style></head>"
        f'<body data-key="{escape(key, quote=True)}" data-words="{escape(words, quote=True)}">{body}'
        f"<script>{script}</script></body></html>\n"
    )
    return page.encode()


PRESS = msg("Tap a text to select it and copy. Press and hold a picture to save or share it.")
SPOKEN = {
    "today": msg("Today"),
    "next": msg("Next"),
    "over": msg("The week is over."),
    "copied": msg("Copied"),
    "shared": msg("Shared"),
    "pick": msg("The text is selected: press and hold it, then Copy."),
    "hold": msg("Sharing did not work: press and hold the picture."),
    "done": msg("Posted"),
    "undone": msg("Mark as posted"),
    "left": msg("{n} of {m} posted"),
    "unkept": msg("Marks are not kept after you close this page."),
}
"""What the page says later, by the names that its script has for it."""


def _said(kit: Kit, text: str) -> str:
    return escape(typographic(kit.translated(text)), quote=True)


def _colors(kit: Kit) -> str:
    palette = kit.look.palette
    roles = {
        "ink": "ink", "paper": "surface", "alt": "surface-alt", "deep": "deep", "on-deep": "on-deep",
        "link": "primary-text", "line": "line", "muted": "ink-muted", "accent": "accent-fill",
    }  # fmt: skip
    return f":root{{{';'.join(f'--{name}:{palette[role]}' for name, role in roles.items())}}}"


def _choices(texts: int) -> str:
    """The rules that show the chosen text and the chosen picture, without a script."""
    shown = [f".nets input:nth-of-type({at}):checked~.text:nth-of-type({at})" for at in range(1, texts + 1)]
    seen = [f".pics:has(.s{at}:checked) img:nth-of-type({at})" for at in range(1, len(PHONE_SIZES) + 1)]
    first = "@supports not selector(:has(a)){.view img:first-of-type{display:block}}"
    return f"{','.join(shown)}{{display:block}}{','.join(seen)},.pics:not(:has(.opt)) img{{display:block}}{first}"


def _id(day: date | None) -> str:
    return f"d{day.isoformat() if day is not None else _LATER}"


def _link(kit: Kit, day: date | None) -> str:
    head, number = kit.translated(msg("Later")), "…"
    if day is not None:
        head, number = kit.campaign.words.weekdays[day.weekday()][:SHORT].capitalize(), str(day.day)
    mark = '<i aria-hidden="true"></i><span class="vh"></span>'
    return f'<li><a href="#{_id(day)}"><span>{escape(head)}</span><b>{number}</b>{mark}</a></li>'


def _day(kit: Kit, day: date | None, posts: Sequence[ReadyPost], files: Mapping[str, RenderedFile]) -> str:
    articles = "".join(_post(kit, post, files) for post in posts)
    return (
        f'<section class="w day" id="{_id(day)}" tabindex="-1"><h2>{escape(day_of(kit, day))}</h2>{articles}</section>'
    )


def _post(kit: Kit, post: ReadyPost, files: Mapping[str, RenderedFile]) -> str:
    name = escape(post.post.piece.rpartition("/")[2], quote=True)
    alt = copy_alt = ""
    if post.alt:
        description = escape(kit.campaign.words.copy.description)
        alt = f'<details><summary>{description}</summary><p class="alt">{escape(post.alt)}</p></details>'
        copy_alt = f'<button type="button" class="copy-alt">{_said(kit, msg("Copy description"))}</button>'
    return (
        f'<article id="{name}" aria-labelledby="t-{name}"><div class="pics">'
        f"{_view(kit, post, _pictures(post, files), name)}"
        f'</div>{_nets(kit, post, name)}<div class="row need">{copy_alt}'
        f'<button type="button" class="done" aria-pressed="false"></button></div>{alt}{_notes(kit, post)}</article>'
    )


def _view(kit: Kit, post: ReadyPost, pictures: Mapping[str, RenderedFile], name: str) -> str:
    made = jpegs([file.data for file in pictures.values()], MOST_BYTES * 3 // 4)
    images = "".join(
        f'<img data-shape="{size}" alt="{escape(post.alt, quote=True)}" width="{one.width}" height="{one.height}" '
        f'src="data:image/jpeg;base64,{base64.b64encode(one.data).decode()}">'
        for size, one in zip(pictures, made, strict=True)
    )
    options = "".join(
        f'<input type="radio" class="s{at}" name="s-{name}" id="s-{name}-{at}" data-kind="shape" '
        f'data-choice="{size}"{" checked" if at == 1 else ""}>'
        f'<label for="s-{name}-{at}">{_said(kit, size_name(size))}</label>'
        for at, size in enumerate(pictures, 1)
    )
    choice = f'<fieldset class="opt"><legend class="vh">{_said(kit, msg("Size"))}</legend>{options}</fieldset>'
    return (
        f'<div class="view">{images}</div><div class="side"><h3 id="t-{name}">{escape(post.post.title)}</h3>'
        f"{choice if len(pictures) > 1 else ''}"
        f'<button type="button" class="share need">{_said(kit, msg("Share picture"))}</button>'
        f'<a class="save need" href="#" download>{_said(kit, msg("Save picture"))}</a>'
        f'<p class="tip">{_said(kit, msg("Or press and hold the picture."))}</p></div>'
    )


def _texts(kit: Kit, post: ReadyPost) -> Iterator[tuple[str, str]]:
    """Each text with the names of the networks that it is for."""
    for version in post.versions:
        parts, label = parts_in(version.text), names_of(version.networks)
        for place, part in enumerate(parts, 1):
            yield (label if len(parts) == 1 else f"{label} {place}/{len(parts)}"), part
    for name, text in post.beside.items():
        yield kit.translated(kit.resources.networks.network(name).name), text


def _nets(kit: Kit, post: ReadyPost, name: str) -> str:
    rows = list(_texts(kit, post))
    radios = "".join(
        f'<input type="radio" name="n-{name}" id="n-{name}-{at}" data-kind="net" '
        f'data-choice="{escape(label, quote=True)}"{" checked" if at == 1 else ""}>'
        f'<label for="n-{name}-{at}">{escape(label)}</label>'
        for at, (label, _) in enumerate(rows, 1)
    )
    texts = "".join(
        f'<div class="text" dir="auto">{escape(typographic(text, kit.own_names))}</div>' for _, text in rows
    )
    copy = f'<button type="button" class="go need">{_said(kit, msg("Copy text"))}</button>'
    legend = f"<legend>{_said(kit, msg('Text for'))}</legend>"
    return f'<fieldset class="nets">{legend}{radios}{texts}</fieldset>{copy}' if rows else ""


def _notes(kit: Kit, post: ReadyPost) -> str:
    words = kit.campaign.words.copy
    notes = [words.too_long_for.replace("{title}", names_of(post.refused))] if post.refused else []
    notes += [to_fill_in(kit, version) for version in post.unfilled]
    return "".join(f'<p class="note">{escape(note)}</p>' for note in notes)


def _pictures(post: ReadyPost, files: Mapping[str, RenderedFile]) -> Mapping[str, RenderedFile]:
    """The pictures that a phone posts by their sizes, in the order of the shapes."""
    mine = [files[path] for path in post.pictures if path in files and files[path].spec.format in ("png", "jpg")]
    known = {file.spec.pages[0].canvas: file for file in reversed(mine)}
    return {shape: known[shape] for shape in PHONE_SIZES if shape in known} or dict(list(known.items())[-1:])
