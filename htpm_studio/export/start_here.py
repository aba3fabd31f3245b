"""START-HERE.html: what is in the kit, captions to copy, and how each file is used. Works offline, in one file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from htpm_studio.campaign.placeholders import fill
from htpm_studio.errors import msg
from htpm_studio.export.content import texted
from htpm_studio.export.kit import Kit
from htpm_studio.export.notes import GroupedDiagnostic
from htpm_studio.export.sentences import joined
from htpm_studio.export.specs import RenderedFile
from htpm_studio.export.texts.start_posts import post_texts
from htpm_studio.export.texts.typeset import own_names
from htpm_studio.scene.quotes import typographic

_HOW = {
    "deck": msg(
        "Open the .pptx in PowerPoint, Keynote, LibreOffice or Google Slides and change any text. The notes "
        "under each slide say what to say and how long it takes. The .pdf shows the same slides on any "
        "computer. The brand template is for your own talks."
    ),
    "background": msg(
        "Zoom: Settings, Backgrounds and effects, plus sign. Teams: Effects and avatars, Video effects, Add "
        "new. Choose the side where you do not cover your logo. Others see it correctly even if your own "
        "picture is mirrored."
    ),
    "social": msg(
        "Pick the size that works for your network: portrait or square for feeds, story for stories, "
        "landscape for links. Copy the caption, and paste the alt text where the network asks for a "
        "description."
    ),
    "print": msg(
        'Print at 100% ("Actual size", not "Fit"). Cards: print both pages, two-sided, flipped on the long edge, '
        "on 10-up card stock or plain paper, and cut along the marks."
    ),
    "copy": msg(
        "All the text that goes with the pictures. Each version is written for the network it names; change "
        "it as you like."
    ),
}
_HEADS = {
    "deck": msg("Decks"),
    "background": msg("Meeting backgrounds"),
    "social": msg("Social graphics"),
    "print": msg("Handouts and cards"),
    "copy": msg("Posts and texts"),
}

TRAVELS = msg(
    "In another program: LibreOffice shows these decks as they are, but a deck that you save there loses its sections, "
    "the timing of the loop, the table header, some descriptions of pictures and part of the theme colors. We have not "
    "tried Google Slides or Keynote: look through the slides there before an event, and set the timing of the loop "
    "again. The PDF file beside each deck looks the same everywhere."
)
COLORS = msg(
    "Colors: choose other theme colors in PowerPoint, and every slide changes. Photos and drawn pictures keep theirs; "
    "to change those, change your brand in HTPM Studio and export again."
)
SESSION = msg("The facilitator guide and the participant handout are below, with the handouts.")
_SESSION_PIECES = ("facilitator-guide", "participant-handout")
_NAMES_FONTS = frozenset(("pptx", "potx", "docx"))
COPIED, PRESS = msg("Copied"), msg("Press Ctrl+C")


def start_here(
    kit: Kit, made: Sequence[RenderedFile], notes: Sequence[GroupedDiagnostic], previews: dict[str, str]
) -> bytes:
    """The page as UTF-8; `previews` maps a file's path to a data address of a small picture of it."""
    label = fill(kit.campaign.words.week_label, {"n": str(kit.week.number)})
    title = f"{kit.campaign.month.name} {kit.year}: {label}"
    palette = kit.look.palette
    colors = (
        f":root{{--ink:{palette['ink']};--paper:{palette['surface']};--alt:{palette['surface-alt']};--deep:{palette['deep']};"
        f"--on-deep:{palette['on-deep']};--link:{palette['primary-text']};--line:{palette['line']};--muted:{palette['ink-muted']};"
        f"--accent:{palette['accent-fill']}}}"
    )
    body = "\n".join(
        [
            f"<header><h1>{escape(kit.week.title)}</h1><p>{escape(title)}, {escape(kit.values['week_dates'])}</p>",
            f'<p dir="auto">{escape(kit.look.organization)}</p></header><main>',
            *_attention(kit, notes),
            *(part for medium in _HEADS for part in _section(kit, medium, made, previews)),
            _help(kit),
            "</main>",
        ]
    )
    folder = kit.resources.assets / "start-here"
    colors += _in_family(kit)
    style, script = (path.read_text(encoding="utf-8") for path in (folder / "style.css", folder / "script.js"))
    page = (
        f'<!doctype html>\n<html lang="{kit.project.language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(title)}</title>'
        f"<style>{colors}{style}</style></head>"
        f'<body data-copied="{_said(kit, COPIED)}" data-press="{_said(kit, PRESS)}">'
        f"{body}<script>{script}</script></body></html>\n"
    )
    return page.encode()


def _in_family(kit: Kit) -> str:
    """What the head and the headings of the page have from the design family of the kit; "" for the first one."""
    design = kit.resources.designs.by_id[kit.resources.family.id]
    palette, rules = kit.look.palette, []
    if design.start:
        ground, ink = palette[design.start], palette[f"on-{design.start}"]
        rules.append(f"html header{{background:{ground};color:{ink}}}")
    if design.fonts.office:
        face = kit.look.fonts.face("OfficeHead").family.replace('"', "")
        weight = 600 if face == "Georgia" else 800
        other = "serif" if face == "Georgia" else "Arial,sans-serif"
        rules.append(f'html h1,html h2{{font-family:"{face}",{other};font-weight:{weight}}}')
    return "".join(rules)


def _attention(kit: Kit, notes: Sequence[GroupedDiagnostic]) -> Iterator[str]:
    if notes:
        names = own_names(kit)
        rows = "".join(f"<li>{escape(typographic(kit.said(note.sentence), names))}</li>" for note in notes)
        yield f'<h2>{_said(kit, msg("Review this first"))}</h2><ul class="note">{rows}</ul>'


def _section(kit: Kit, medium: str, made: Sequence[RenderedFile], previews: dict[str, str]) -> Iterator[str]:
    groups: dict[str, list[RenderedFile]] = {}
    for one in made:
        if one.order.medium == medium:
            groups.setdefault(one.order.group, []).append(one)
    if not groups:
        return
    yield f'<h2>{_said(kit, _HEADS[medium])}</h2><p class="how">{_said(kit, _HOW[medium])}</p>'
    if any(one.order.format in _NAMES_FONTS for files in groups.values() for one in files):
        yield from _fonts(kit)
    if any(one.order.format == "pptx" for files in groups.values() for one in files) and medium == "deck":
        if all(any(name in one.order.path for one in made) for name in _SESSION_PIECES):
            yield f'<p class="how">{_said(kit, SESSION)}</p>'
        yield f'<p class="how">{_said(kit, COLORS)}</p><p class="how">{_said(kit, TRAVELS)}</p>'
    yield '<div class="grid">'
    for index, files in enumerate(groups.values()):
        yield _card(kit, medium, index, files, previews)
    yield "</div>"
    if medium == "copy":
        yield from post_texts(kit, [one.order for one in made])


def _fonts(kit: Kit) -> Iterator[str]:
    """What to install, where files name a font of the user and do not hold it."""
    brand = kit.project.brand
    families = list(dict.fromkeys(one.family for one in (*brand.heading_font, *brand.text_font)))
    if families:
        words = msg(
            "Files that you edit in PowerPoint or Word use {families}. Install it on every computer where they are "
            "edited or shown; another font appears where it is missing. Pictures and PDF files look right everywhere.",
            families=", ".join(families),
        )
        yield f'<p class="how">{_said(kit, words)}</p>'


def _card(kit: Kit, medium: str, index: int, files: Sequence[RenderedFile], previews: dict[str, str]) -> str:
    first = files[0].order
    shown = next((previews[one.order.path] for one in files if one.order.path in previews), "")
    described = escape(first.alt or first.title, quote=True)
    picture = f'<img src="{shown}" alt="{described}" loading="lazy">' if shown else ""
    links = "".join(f'<a href="{one.order.path}">{escape(_label(one))}</a>' for one in files)
    parts = [f'<section class="card">{picture}<h3>{escape(first.title)}</h3><p class="files">{links}</p>']
    if medium == "social" and not first.repeats:
        name = f"caption-{index}"
        parts.append(
            f'<label class="small" for="{name}">{_said(kit, msg("Caption"))}</label>'
            f'<textarea id="{name}" readonly dir="auto">{escape(typographic(first.caption, own_names(kit)))}</textarea>'
        )
        parts.append(f'<button type="button" data-copy="{name}">{_said(kit, msg("Copy caption"))}</button>')
    elif first.caption:
        parts.append(f'<p class="small">{escape(typographic(first.caption, own_names(kit)))}</p>')
    if medium in ("social", "background"):
        alts = dict.fromkeys(one.order.alt for one in files if one.order.alt)
        parts += [f'<p class="small"><b>{_said(kit, msg("Alt text"))}:</b> {escape(alt)}</p>' for alt in alts]
    return "".join([*parts, "</section>"])


def _said(kit: Kit, text: str) -> str:
    return escape(typographic(kit.said(text)), quote=True)


def _label(one: RenderedFile) -> str:
    parts = one.order.path.split("/")
    name = "/".join(parts[1:]) if one.order.medium == "copy" else parts[-1]
    folder = one.order.medium in ("social", "print")
    what = parts[1] if folder else name.rpartition(".")[0]
    return f"{what} (.{one.order.format}, {max(1, round(len(one.data) / 1000))} kB)"


def _help(kit: Kit) -> str:
    hotline, words = kit.campaign.hotline, kit.campaign.words
    drawn = "" if kit.project.photos else kit.campaign.month.picture_credit
    ways = [f"<strong>{escape(hotline.number)}</strong>"]
    ways += [f"{escape(words.text)} {escape(texted(hotline, words))}"] if hotline.text_number else []
    ways += [escape(hotline.web.removeprefix("https://"))] if hotline.web else []
    reached = " · ".join(ways)
    return (
        f'<section class="help"><p>{escape(words.hotline_name)}</p><p>{reached}</p>'
        f"<p>{escape(words.help_note)} {escape(words.emergency)}</p></section>"
        f'<p class="small">{escape(joined(kit.campaign.month.credit, drawn))}</p>'
    )
