"""START-HERE.html: what is in the kit, captions to copy, and how each file is used. Works offline, in one file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from htpm_studio.compose.build import Finding
from htpm_studio.export.kit import Kit
from htpm_studio.export.orders import Made

_STYLE = """
*{box-sizing:border-box}body{margin:0;font:17px/1.5 system-ui,"Segoe UI",Arial,sans-serif;color:var(--ink);background:var(--paper)}
header{background:var(--deep);color:var(--on-deep);padding:40px max(24px,calc(50vw - 560px))}header h1{font:600 38px/1.15 Georgia,serif;margin:0 0 8px}
header p{margin:4px 0;max-width:60ch}a{color:var(--link)}header a{color:inherit}main{padding:8px max(24px,calc(50vw - 560px)) 60px}
h2{font:600 26px/1.2 Georgia,serif;margin:44px 0 6px}h3{font-size:17px;margin:0 0 4px}.how{max-width:72ch;margin:0 0 16px}
.grid{display:grid;gap:18px;grid-template-columns:repeat(auto-fill,minmax(250px,1fr))}.card{background:var(--alt);border-radius:14px;padding:14px;min-width:0}
.card img{display:block;width:100%;height:auto;border-radius:6px;margin-bottom:10px;border:1px solid var(--line)}.card p{margin:6px 0;overflow-wrap:anywhere}
.files a{display:inline-block;margin:2px 10px 2px 0}.small{font-size:14px;color:var(--muted)}textarea{width:100%;min-height:110px;font:15px/1.4 inherit;padding:8px;border:1px solid var(--muted);border-radius:8px;background:#fff;color:#111}
button{font:600 15px/1 inherit;padding:10px 16px;border:0;border-radius:20px;background:var(--deep);color:var(--on-deep);cursor:pointer}button:focus-visible,a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.note{border-left:5px solid var(--accent);padding:8px 14px;background:var(--alt);border-radius:0 8px 8px 0;max-width:72ch}.help{background:var(--deep);color:var(--on-deep);border-radius:14px;padding:18px 22px;margin-top:44px}.help strong{font-size:24px}
"""
_SCRIPT = """
document.addEventListener('click',e=>{const b=e.target.closest('button[data-copy]');if(!b)return;
const t=document.getElementById(b.dataset.copy);t.select();let ok=false;try{ok=document.execCommand('copy')}catch(x){ok=false}
b.textContent=ok?'Copied':'Press Ctrl+C';setTimeout(()=>{b.textContent='Copy caption'},2500)});
"""
_HOW = {
    "deck": "Open the .pptx in PowerPoint, Keynote, LibreOffice or Google Slides and change any text. The notes under each slide "
    "say what to say and how long it takes. The .pdf shows the same slides and needs no fonts or program.",
    "background": "Zoom: Settings, Backgrounds and effects, plus sign. Teams: Effects and avatars, Video effects, Add new. "
    "Choose the side that leaves your logo free. Others see it the right way round even when your own picture is mirrored.",
    "social": "Pick the size that your network likes: portrait or square for feeds, story for stories, landscape for links. "
    "Copy the caption, and paste the alt text where the network asks for a description.",
    "print": 'Print at 100 % ("Actual size", not "Fit"). Cards: print both pages, two-sided, flipped on the long edge, '
    "on 10-up card stock or plain paper, and cut along the marks.",
}
_HEADS = {"deck": "Decks", "background": "Meeting backgrounds", "social": "Social graphics", "print": "Handouts and cards"}


def start_here(kit: Kit, made: Sequence[Made], general: Sequence[Finding], previews: dict[str, str]) -> bytes:
    """The page as UTF-8; `previews` maps a file's path to a data address of a small picture of it."""
    title = f"{kit.campaign.month.full_name} {kit.year}: week {kit.week.number}"
    palette = kit.look.palette
    colors = (
        f":root{{--ink:{palette['ink']};--paper:{palette['surface']};--alt:{palette['surface-alt']};--deep:{palette['deep']};"
        f"--on-deep:{palette['on-deep']};--link:{palette['primary-text']};--line:{palette['line']};--muted:{palette['ink-muted']};"
        f"--accent:{palette['accent-fill']}}}"
    )
    body = "\n".join(
        [
            f"<header><h1>{escape(kit.week.title)}</h1><p>{escape(title)}, {escape(kit.values['week_dates'])}</p>",
            f"<p>{escape(kit.look.organisation)}</p></header><main>",
            *_attention(made, general),
            *(part for medium in _HEADS for part in _section(kit, medium, made, previews)),
            _help(kit),
            "</main>",
        ]
    )
    page = (
        f'<!doctype html>\n<html lang="{kit.project.language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(title)}</title>'
        f"<style>{colors}{_STYLE}</style></head><body>{body}<script>{_SCRIPT}</script></body></html>\n"
    )
    return page.encode()


def _attention(made: Sequence[Made], general: Sequence[Finding]) -> Iterator[str]:
    notes = [finding.message for finding in general]
    notes += [f"{one.order.path}: {finding.message}" for one in made for finding in one.findings]
    if notes:
        rows = "".join(f"<li>{escape(note)}</li>" for note in dict.fromkeys(notes))
        yield f'<h2>Please look at this first</h2><ul class="note">{rows}</ul>'


def _section(kit: Kit, medium: str, made: Sequence[Made], previews: dict[str, str]) -> Iterator[str]:
    groups: dict[str, list[Made]] = {}
    for one in made:
        if one.order.medium == medium:
            groups.setdefault(one.order.group, []).append(one)
    if not groups:
        return
    yield f'<h2>{_HEADS[medium]}</h2><p class="how">{escape(_HOW[medium])}</p><div class="grid">'
    for index, files in enumerate(groups.values()):
        yield _card(medium, index, files, previews)
    yield "</div>"


def _card(medium: str, index: int, files: Sequence[Made], previews: dict[str, str]) -> str:
    first = files[0].order
    shown = next((previews[one.order.path] for one in files if one.order.path in previews), "")
    alt = first.alt or first.title
    picture = f'<img src="{shown}" alt="{escape(alt, quote=True)}" loading="lazy">' if shown else ""
    links = "".join(f'<a href="{one.order.path}">{escape(_label(one))}</a>' for one in files)
    parts = [f'<section class="card">{picture}<h3>{escape(first.title)}</h3><p class="files">{links}</p>']
    if medium == "social":
        name = f"caption-{index}"
        parts.append(f'<label class="small" for="{name}">Caption</label><textarea id="{name}" readonly>{escape(first.caption)}</textarea>')
        parts.append(f'<button type="button" data-copy="{name}">Copy caption</button>')
    elif first.caption:
        parts.append(f'<p class="small">{escape(first.caption)}</p>')
    if first.alt and medium in ("social", "background"):
        parts.append(f'<p class="small"><b>Alt text:</b> {escape(first.alt)}</p>')
    return "".join([*parts, "</section>"])


def _label(one: Made) -> str:
    parts = one.order.path.split("/")
    what = {"social": parts[1], "print": parts[1]}.get(one.order.medium, parts[-1].rpartition(".")[0])
    return f"{what} (.{one.order.format}, {max(1, round(len(one.data) / 1000))} kB)"


def _help(kit: Kit) -> str:
    hotline, words = kit.campaign.hotline, kit.campaign.words
    return (
        f'<section class="help"><p>{escape(words.hotline_name)}</p><p><strong>{escape(hotline.number)}</strong> · '
        f"{escape(words.text)} {escape(hotline.text_number)} · {escape(hotline.web.removeprefix('https://'))}</p>"
        f'<p>{escape(words.help_note)} {escape(words.emergency)}</p></section><p class="small">{escape(kit.campaign.month.credit)}</p>'
    )
