"""START-HERE.html: what is in the kit, captions to copy, and how each file is used. Works offline, in one file."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from htpm_studio.campaign.placeholders import fill
from htpm_studio.compose.patchwork import CLOTH
from htpm_studio.errors import Message, join_messages, msg
from htpm_studio.export.folder.manifest import POSTS
from htpm_studio.export.kit.content import texted
from htpm_studio.export.kit.edits import piece_id
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.sentences import joined
from htpm_studio.export.kit.specs import FileSpec, RenderedFile
from htpm_studio.export.pages.page_builder import PageBuilder
from htpm_studio.export.prints.plan import PaperStock, kind_of, stock_of, to_buy
from htpm_studio.export.prints.printer_files import ordered_lines
from htpm_studio.export.texts.file_specs import letterhead
from htpm_studio.export.texts.header import hero_page
from htpm_studio.export.texts.start_posts import post_texts
from htpm_studio.pieces.declared import bundled, page_sizes, pieces
from htpm_studio.pieces.model import Source
from htpm_studio.render.bitmaps import bitmap, encoded
from htpm_studio.scene.nodes import Picture
from htpm_studio.scene.quotes import typographic
from htpm_studio.scene.writing import logo_size
from htpm_studio.units import Box

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
        "and cut along the marks."
    ),
    "copy": msg(
        "All the text that goes with the pictures. Each version fits the networks it names; change it as you like."
    ),
}
_HEADS = {
    "deck": msg("Train"),
    "social": msg("Post"),
    "print": msg("Print"),
    "background": msg("Meet online"),
    "copy": msg("Publish"),
}
_KINDS = {
    "pptx": "PowerPoint", "pdf": "PDF", "potx": msg("PowerPoint template"), "docx": "Word", "txt": msg("Text"),
    "csv": msg("Table"), "html": msg("Web page"), "ics": msg("Calendar"), "png": msg("Picture"), "jpg": msg("Picture"),
    "ttf": msg("Font"),
}  # fmt: skip
_POST_WEEK, POST_IT = msg("Post this week"), msg("Post it")
_STEPS = (
    ("deck", "training-deck.pptx", msg("Give the training"), msg("What to say is in the notes under each slide.")),
    ("print", "flyer.pdf", msg("Print the flyer"), msg("At 100%, in color or in black and white.")),
    ("social", "", _POST_WEEK, msg("Each post has its pictures, its text and a description.")),
)
"""The first steps: the medium, the end of the file's path ("": the part of the page), and words for it."""
_LOGO_PIXELS = 2
_DESCRIBED = ("social", "background")
TRAVELS = msg(
    "In another program: LibreOffice shows these decks as they are, but a deck that you save there loses its sections, "
    "the timing of the loop, the table header, some descriptions of pictures and part of the theme colors. In any "
    "other, look through the slides before an event, and set the timing of the loop again. The PDF file beside each "
    "deck looks the same everywhere."
)
COLORS = msg(
    "Colors: choose other theme colors in PowerPoint, and every slide changes. Photos and drawn pictures keep theirs; "
    "to change those, change your brand in HTPM Studio and export again."
)
MORE = msg("Colors, fonts and other programs")
SESSION = msg("The facilitator guide and the participant handout are below, with the handouts.")
_OF_THE_SESSION: tuple[Source, ...] = ("guide", "session")
"""Where the pieces have their content from that go with a training."""

ON_PHONE = msg("Posts for your phone")
SEND = msg("Send this one file to the phone that you post from: today's post first, with Copy text and Share picture.")
_NAMES_FONTS = frozenset(("pptx", "potx", "docx"))
COPIED, PRESS = msg("Copied"), msg("Press Ctrl+C")


def start_here(kit: Kit, made: Sequence[RenderedFile], previews: dict[str, str], phone: int = 0) -> bytes:
    """The page as UTF-8; `previews` maps a file's path to a data address of a small picture of it.

    `phone` is how many bytes post.html has, 0 where the kit has none.
    """
    label = fill(kit.campaign.words.week_label, {"n": str(kit.week.number)})
    name = f"{kit.campaign.month.name} {kit.year}"
    title = name if kit.campaign.observance.single else f"{name}: {label}"
    palette = kit.look.palette
    colors = (
        f":root{{--ink:{palette['ink']};--paper:{palette['surface']};--alt:{palette['surface-alt']};--deep:{palette['deep']};"
        f"--on-deep:{palette['on-deep']};--link:{palette['primary-text']};--line:{palette['line']};--muted:{palette['ink-muted']};"
        f"--accent:{palette['accent-fill']};--quiet:{palette['deep-1']};--middle:{palette['deep-3']}}}"
    )
    body = "\n".join(
        [
            (
                f'<a class="skip" href="#files">{_said(kit, msg("Skip to the files"))}</a>'
                f'<header class="top"><div class="w">{_sender(kit)}<small>{escape(title)}, '
                f"{escape(kit.values['week_dates'])}</small></div></header><main>"
            ),
            (
                f'<div class="hero">{_figure(kit)}<div class="w"><h1>{escape(kit.week.title)}</h1>'
                f"<p>{_said(kit, msg('{count} files in your colors, with your name.', count=len(made)))}</p>"
                "</div></div>"
            ),
            *_steps(kit, made),
            *_contents(kit, made),
            *(part for medium in _HEADS for part in _section(kit, medium, made, previews, phone)),
            "</main>",
            _help(kit),
        ]
    )
    folder = kit.resources.assets / "start-here"
    colors += _in_family(kit)
    style, script = (path.read_text(encoding="utf-8") for path in (folder / "style.css", folder / "script.js"))
    page = (
        f'<!doctype html>\n<html lang="{kit.project.language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="color-scheme" content="light dark"><title>{escape(title)}</title>'
        f"<style>{colors}{style}</style></head>"
        f'<body data-copied="{_said(kit, COPIED)}" data-press="{_said(kit, PRESS)}">'
        f"{body}<script>{script}</script></body></html>\n"
    )
    return page.encode()


def _sender(kit: Kit) -> str:
    """The logo in small pixels, on a plate where it would not stand out from white, and the name it does not say."""
    head, name = letterhead(kit), escape(kit.look.organization)
    if head is None:
        return f'<b class="sender" dir="auto">{name}</b>'
    size = logo_size(head.logo.size[0] / head.logo.size[1])
    wide, high = (max(1, round(side * _LOGO_PIXELS)) for side in (size.width, size.height))
    shown = bitmap(Picture("logo", Box(0, 0, size.width, size.height), head.logo), wide, high)
    data = base64.b64encode(encoded(shown, "PNG")).decode()
    plate = ' class="plate"' if head.plate else ""
    image = (
        f'<img{plate} src="data:image/png;base64,{data}" alt="{name}" '
        f'width="{round(size.width)}" height="{round(size.height)}">'
    )
    beside = f'<b dir="auto" aria-hidden="true">{name}</b>' if head.named else ""
    return f'<span class="sender">{image}{beside}</span>'


def _figure(kit: Kit) -> str:
    """The drawing in the head of the page: what the family has for it, else the number of the week, as large."""
    if kit.look.drawings is not None and CLOTH in kit.look.drawings:
        data = base64.b64encode(PageBuilder().picture(hero_page(kit), kit.page_inputs).data).decode()
        return f'<img class="figure" src="data:image/jpeg;base64,{data}" alt="">'
    if kit.look.drawings is None:
        arches = "".join(
            f'<path d="M{18 + 34 * n} 260V{170}A{172 - 34 * n} {172 - 34 * n} 0 0 1 {362 - 34 * n} 170V260" '
            f'fill="none" stroke-width="18" style="stroke:var(--{tone})"/>'
            for n, tone in enumerate(("quiet", "middle", "quiet", "accent"))
        )
        return f'<svg class="figure" viewBox="0 0 380 260" aria-hidden="true">{arches}</svg>'
    return f'<b class="figure" aria-hidden="true">{kit.week.number}</b>'


def _steps(kit: Kit, made: Sequence[RenderedFile]) -> Iterator[str]:
    """What to begin with, of what the kit has."""
    found = []
    for medium, end, step, about in _STEPS:
        head = POST_IT if step == _POST_WEEK and kit.campaign.observance.single else step
        first = next((file for file in made if file.spec.medium == medium and file.spec.path.endswith(end)), None)
        if first is not None:
            label = escape(_kind(kit, first)) if end else _said(kit, msg("Open the posts"))
            target = first.spec.path if end else f"#{medium}"
            size = f" <small>{_size(first)}</small>" if end else ""
            link = f'<a class="b m" href="{target}">{label}{size}</a>'
            found.append(f"<h2>{_said(kit, head)}</h2><p>{_said(kit, about)}</p><div>{link}</div>")
    if found:
        rows = "".join(f'<li class="step"><span class="k">{n}</span>{row}</li>' for n, row in enumerate(found, 1))
        yield f'<ol class="first w">{rows}</ol>'


def _contents(kit: Kit, made: Sequence[RenderedFile]) -> Iterator[str]:
    """The parts of the page, with how many files are in each."""
    counts = {medium: sum(file.spec.medium == medium for file in made) for medium in _HEADS}
    links = "".join(
        f'<a href="#{medium}">{_said(kit, head)} <span>{counts[medium]}</span></a>'
        for medium, head in _HEADS.items()
        if counts[medium]
    )
    yield f'<nav id="files" aria-label="{_said(kit, msg("Files"))}"><div class="w">{links}</div></nav>' if links else ""


def _in_family(kit: Kit) -> str:
    """The style of head and headings that the kit's design family adds to the page; "" for the first family."""
    design = kit.resources.designs.by_id[kit.resources.family.id]
    palette, rules = kit.look.palette, []
    if design.start:
        ground, ink = palette[design.start], palette[f"on-{design.start}"]
        rules.append(f"html .hero{{background:{ground};color:{ink}}}")
    if design.fonts.office:
        face = kit.look.fonts.face("OfficeHead").family.replace('"', "")
        weight = 600 if face == "Georgia" else 800
        other = "serif" if face == "Georgia" else "Arial,sans-serif"
        rules.append(f'html h1,html h2,html .step .k{{font-family:"{face}",{other};font-weight:{weight}}}')
    return "".join(rules)


def _section(
    kit: Kit, medium: str, made: Sequence[RenderedFile], previews: dict[str, str], phone: int
) -> Iterator[str]:
    groups: dict[str, list[RenderedFile]] = {}
    for file in made:
        if file.spec.medium == medium:
            groups.setdefault(file.spec.group, []).append(file)
    if not groups:
        return
    yield f'<section class="w sec" id="{medium}"><h2>{_said(kit, _HEADS[medium])}</h2>'
    yield f'<p class="how">{_said(kit, _HOW[medium])}</p>'
    yield from (f'<p class="how">{_said(kit, sentence)}</p>' for sentence in _papers(kit, groups.values()))
    if medium == "social" and phone:
        link = f'<a class="b m" href="{POSTS}">{_said(kit, ON_PHONE)} <small>{_bytes(phone)}</small></a>'
        yield f'<p class="how">{link} {_said(kit, SEND)}</p>'
    more = (
        [*_fonts(kit)] if any(file.spec.format in _NAMES_FONTS for files in groups.values() for file in files) else []
    )
    if any(file.spec.format == "pptx" for files in groups.values() for file in files) and medium == "deck":
        if all(_has(kit, made, source) for source in _OF_THE_SESSION):
            yield f'<p class="how">{_said(kit, SESSION)}</p>'
        more += [COLORS, TRAVELS]
    if more:
        notes = "".join(f'<p class="how">{_said(kit, note)}</p>' for note in more)
        yield f'<details class="more"><summary>{_said(kit, MORE)}</summary>{notes}</details>'
    yield f'<div class="grid {medium}">'
    titles = Counter(files[0].spec.title for files in groups.values())
    for index, files in enumerate(groups.values()):
        first = files[0].spec
        name = first.title if titles[first.title] == 1 else _with_piece(kit, first)
        yield _card(kit, medium, index, name, files, previews)
    yield "</div>"
    if medium == "copy":
        yield from post_texts(kit, [file.spec for file in made])
    yield "</section>"


def _papers(kit: Kit, groups: Iterable[Sequence[RenderedFile]]) -> Iterator[Message]:
    """What to buy for an order, and which handouts are for which paper: the usual one is for all that is not named."""
    specs = [file.spec for files in groups for file in files if file.spec.print_file and file.spec.format == "pdf"]
    if not specs:
        return
    if lines := ordered_lines(kit, specs):
        yield msg("What to buy: {papers}.", papers=join_messages(to_buy(lines), "; "))
    stocks: dict[str, dict[PaperStock, None]] = {}
    for spec in specs:
        stocks.setdefault((stock := stock_of(spec, kit)).name, {})[stock] = None
    usual, *others = sorted(stocks, key=list(pieces().common.stock).index)
    for name in others:
        firsts = {spec.piece: kind_of(spec) for spec in reversed(specs) if stock_of(spec, kit).name == name}
        kinds = join_messages(reversed(firsts.values()), ", ")
        yield msg("{kinds}: {stock}.", kinds=kinds, stock=join_messages((stock.words for stock in stocks[name]), " / "))
    words = join_messages((stock.words for stock in stocks[usual]), " / ")
    yield msg("All others: {stock}.", stock=words) if others else msg("Paper: {stock}.", stock=words)


def _has(kit: Kit, made: Sequence[RenderedFile], source: Source) -> bool:
    """Whether a piece of the program is in the kit whose content is from there."""
    wanted = {piece_id(kit, piece.id) for piece in bundled().pieces.taking(source)}
    return any(file.spec.piece in wanted for file in made)


def _fonts(kit: Kit) -> Iterator[Message]:
    """What to install, where files name a font of the user and do not hold it."""
    brand = kit.project.brand
    families = list(dict.fromkeys(face.family for face in (*brand.heading_font, *brand.text_font)))
    if families:
        yield msg(
            "Files that you edit in PowerPoint or Word use {families}. Install it on every computer where they are "
            "edited or shown; another font appears where it is missing. Pictures and PDF files look right everywhere.",
            families=", ".join(families),
        )


def _with_piece(kit: Kit, spec: FileSpec) -> str:
    """The title of a file after the piece that it is: "Flyer: Fair work"."""
    piece = pieces().with_template(spec.pages[0].template) if spec.pages and spec.medium == "print" else None
    if piece is None:
        return spec.title
    names = next(iter(piece.spec.page.values())).title
    return f"{names.get(kit.project.language, names['en'])}: {spec.title}"


def _card(kit: Kit, medium: str, index: int, name: str, files: Sequence[RenderedFile], previews: dict[str, str]) -> str:
    """The files of one piece: picture, `name`, links. A picture that shows no more than the name says has no text."""
    first = files[0].spec
    shown = next((previews[file.spec.path] for file in files if file.spec.path in previews), "")
    described = "" if first.alt == first.title else escape(first.alt, quote=True)
    picture = f'<img src="{shown}" alt="{described}">' if shown else ""
    sizes = medium == "social" and not first.repeats
    links = "".join(_button(kit, file, files, main=place == 0 and not sizes) for place, file in enumerate(files))
    parts = [f'<div class="card">{picture}<h3>{escape(name)}</h3>']
    if first.caption and (medium != "social" or first.repeats):
        parts.append(f'<p class="small">{escape(typographic(first.caption, kit.own_names))}</p>')
    parts.append(f'<p class="files{" sizes" if sizes else ""}">{links}</p>')
    alts = dict.fromkeys(file.spec.alt for file in files if file.spec.alt) if medium in _DESCRIBED else {}
    texts = [(msg("Caption"), typographic(first.caption, kit.own_names))] if medium == "social" else []
    texts = [] if first.repeats else texts
    texts += [(msg("Alt text"), alt) for alt in alts]
    if texts:
        rows = "".join(_to_copy(kit, f"{medium}-{index}-{n}", *text) for n, text in enumerate(texts))
        head = msg("Text and description to paste") if len(texts) > len(alts) else msg("Description to paste")
        parts.append(f'<details class="paste"><summary>{_said(kit, head)}</summary>{rows}</details>')
    return "".join([*parts, "</div>"])


def _to_copy(kit: Kit, name: str, label: Message, text: str) -> str:
    return (
        f'<p><label class="small" for="{name}">{_said(kit, label)}</label>'
        f'<textarea id="{name}" readonly dir="auto">{escape(text)}</textarea>'
        f'<button type="button" data-copy="{name}">{_said(kit, msg("Copy"))}</button></p>'
    )


def _button(kit: Kit, file: RenderedFile, files: Sequence[RenderedFile], *, main: bool) -> str:
    """A link that says of what kind a file is, and its name where several of the card are of that kind."""
    kind = _kind(kit, file)
    alike = sum(_kind(kit, other) == kind for other in files) > 1
    name = file.spec.path.rpartition("/")[2].rpartition(".")[0]
    label = f"{kind}: {name}" if alike else kind
    return (
        f'<a class="b{" m" if main else ""}" href="{file.spec.path}">{escape(label)} <small>{_size(file)}</small></a>'
    )


def _kind(kit: Kit, file: RenderedFile) -> str:
    spec = file.spec
    if spec.medium == "social" and spec.format in ("png", "jpg") and spec.pages:
        return kit.translated(page_sizes()[spec.pages[0].canvas].name)
    folder = spec.path.split("/")[1]
    kind = kit.translated(_KINDS[spec.format])
    on_paper = spec.medium == "print" and folder in page_sizes()
    return f"{kind}, {kit.translated(page_sizes()[folder].name)}" if on_paper else kind


def _size(file: RenderedFile) -> str:
    return _bytes(len(file.data))


def _bytes(count: int) -> str:
    return f"{max(1, round(count / 1000))}\u00a0kB"


def _said(kit: Kit, text: str) -> str:
    return escape(typographic(kit.translated(text)), quote=True)


def _help(kit: Kit) -> str:
    hotline, words = kit.campaign.hotline, kit.campaign.words
    drawn = "" if kit.project.photos else kit.campaign.month.picture_credit
    ways = [f"<strong>{escape(hotline.number)}</strong>"]
    ways += [f"{escape(words.text)} {escape(texted(hotline, words))}"] if hotline.text_number else []
    ways += [escape(hotline.web.removeprefix("https://"))] if hotline.web else []
    reached = " · ".join(ways)
    return (
        f'<footer><section class="help"><div class="w"><p>{escape(words.hotline_name)}</p><p>{reached}</p>'
        f"<p>{escape(words.help_note)} {escape(words.emergency)}</p></div></section>"
        f'<p class="small w credit">{escape(joined(kit.campaign.month.credit, drawn))}</p></footer>'
    )
