"""The one hard stop of an export: pages and files whose hotline number was altered or is missing are left out.

So are those about images or threats, for teenagers and families, newsletter and web page among them, without the lines
that help then (`second_lines.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from htpm_studio.errors import Diagnostic, Message
from htpm_studio.export.kit.content import hotline_in, shared_values
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec, PageSpec, RenderedFile
from htpm_studio.export.preflight.foreign_lines import refuse_foreign
from htpm_studio.export.preflight.hotline import BLOCKED, MISSING, blocked_file, name_of, text_lacks_hotline
from htpm_studio.export.preflight.passages import page_texts, strings
from htpm_studio.export.preflight.second_lines import unhelped_pages, unhelped_texts, why_left_out
from htpm_studio.export.texts.file_specs import with_words
from htpm_studio.export.texts.week_posts import altered_posts
from htpm_studio.hotline.guard import first_near_miss

ALTERED = "The hotline number was changed."


def altered(kit: Kit, page: PageSpec, *beside: str) -> str:
    """The sentence about an altered hotline on a page or in the texts beside it (caption, description), else ""."""
    if page.content.get("hotline") != hotline_in(kit, page.language or kit.campaign.language):
        return ALTERED
    shared = shared_values(kit)
    own = {name: value for name, value in page.content.items() if name not in shared or shared[name] != value}
    texts = [text for _, text in strings(own)]
    near_miss = first_near_miss(
        *texts, "\n".join(texts), page.info.title, page.info.notes, *beside, lines=kit.helplines
    )
    return near_miss or _altered_slide(kit, page.slides)


def _altered_slide(kit: Kit, slides: Sequence[PageSpec]) -> str:
    """What is wrong on the slides that a page or text shows in pictures."""
    return next(filter(None, (altered(kit, slide) for slide in slides)), "")


def block_unsafe(kit: Kit, specs: Sequence[FileSpec]) -> tuple[tuple[FileSpec, ...], list[Diagnostic]]:
    """The files to make without the pages and files whose hotline was altered, and what was left out in sentences.

    One slide is left out of its deck, one post of its list; anything else is left out whole. Files of words have
    their words in the end. Raises InputError where a kit of another cause shows the national hotline.
    """
    refuse_foreign(kit, specs)
    kept: list[FileSpec] = []
    found: list[Diagnostic] = []
    unhelped = {lacking.piece for lacking in unhelped_pages(kit, page_texts(kit, specs))}
    for spec in specs:
        wrong = [
            altered(kit, page, spec.title, spec.alt, spec.caption)
            or (why_left_out(kit) if (page.piece or spec.piece) in unhelped else "")
            for page in spec.pages
        ]
        pairs = list(zip(spec.pages, wrong, strict=True))
        found += [
            blocked_file(name_of(spec, page), sentence, page.piece or spec.piece)
            for page, sentence in pairs
            if sentence
        ]
        pages = tuple(page for page, sentence in pairs if not sentence)
        if not any(wrong):
            kept.append(spec)
        elif pages and all(page.piece for page in spec.pages):
            kept.append(replace(spec, pages=pages))
    ready, stopped = _with_words(kit, kept)
    return ready, list(dict.fromkeys([*found, *stopped]))


def _with_words(kit: Kit, specs: Sequence[FileSpec]) -> tuple[tuple[FileSpec, ...], list[Diagnostic]]:
    """The files to make with their words, and what was left out; the picture of a text that is, is left out with it."""
    ready: list[FileSpec] = []
    stopped: set[str] = set()
    found = altered_posts(kit) if any(spec.medium == "copy" for spec in specs) else []
    worded = with_words(kit, specs)
    refuse_foreign(kit, worded)
    unhelped = {lacking.piece for lacking in unhelped_texts(kit)}
    for spec in worded:
        sentence: Message | str = _wrong_words(kit, spec) or _altered_slide(kit, spec.slides)
        if spec.piece in unhelped:
            sentence = sentence or why_left_out(kit)
        if sentence:
            found.append(blocked_file(spec.title, sentence, spec.piece))
            stopped.add(spec.group)
        else:
            ready.append(spec)
    kept = (spec for spec in ready if spec.medium != "copy" or spec.words or spec.group not in stopped)
    return tuple(kept), found


def _wrong_words(kit: Kit, spec: FileSpec) -> str:
    if spec.words is None:
        return ""
    if text_lacks_hotline(kit.campaign.helplines, spec.group, spec.words.said):
        return MISSING
    texts = spec.words.said
    return first_near_miss(*texts, "\n".join(texts), *spec.words.beside, lines=kit.helplines)


def without_blocked(made: Sequence[RenderedFile]) -> tuple[list[RenderedFile], list[Diagnostic]]:
    """The files that may be written, and the findings of those that may not."""
    bad = [file for file in made if any(finding.code == BLOCKED for finding in file.findings)]
    stopped = [finding for file in bad for finding in file.findings if finding.code == BLOCKED]
    return [file for file in made if file not in bad], stopped
