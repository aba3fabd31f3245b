"""What fields and sizes are called in sentences for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from htpm_studio.errors import Message, join_messages, msg
from htpm_studio.pieces.declared import page_sizes

NAMES: Mapping[str, Message] = {
    "eyebrow": msg("Small line above"), "head": msg("Headline"), "sub": msg("Line below"), "lead": msg("First lines"),
    "text": msg("Text"), "note": msg("Note"), "items": msg("Points"), "quote": msg("Quote"), "who": msg("Who says it"),
    "role": msg("Role"), "number": msg("Number"), "unit": msg("What is counted"), "source": msg("Source and year"),
    "presenter": msg("Presenter"), "date": msg("Date"), "credit": msg("Credit"), "warning": msg("Safety line"),
    "tag": msg("Hashtag"), "month": msg("Month"), "day": msg("Day"), "weekday": msg("Weekday"),
    "url": msg("Web address"),
    "title": msg("Title"), "time": msg("Time"), "rules": msg("Rule"), "rows": msg("Row"), "points": msg("Point"),
    "facts": msg("Fact"), "groups": msg("Group"), "left": msg("Left"), "right": msg("Right"),
    "clauses": msg("Clauses"), "resolution": msg("Resolution"), "witness": msg("Closing line"),
    "signer": msg("Who signs"), "intro": msg("First lines"),
    "call": msg("Call to action"),
    "org": msg("Name of your organization"), "partners": msg("Names of partners"),
    "question": msg("Question"), "answer": msg("Answer"), "heading": msg("Heading"), "address": msg("Address"),
    "item": msg("Point"), "point": msg("Point"), "row": msg("Row"), "fact": msg("Fact"),
    "rule": msg("Rule"), "clause": msg("Clause"), "alt": msg("Description for screen readers"),
    "caption": msg("Post text"), "short": msg("Short text"), "notes": msg("Speaker notes"), "picture": msg("Picture"),
}  # fmt: skip

SHOWN = 40

FORMS: Mapping[str, Message] = {
    "shop": msg("For a print shop"), "editable": msg("Editable"),
    "potx": msg("Brand template"), "plain": msg("Plain, without art"), "pictures": msg("Slides as pictures"),
    "fonts": msg("Open fonts for decks"), "break": msg("Break, five minutes"),
}  # fmt: skip

FORM_USES: Mapping[str, Message] = {
    "shop": msg("Posters, flyer and cards with bleed and crop marks"),
    "potx": msg("A PowerPoint template for talks of your own"), "plain": msg("A second copy of each deck, without art"),
    "pictures": msg("Each slide as a PNG of 1920 x 1080"),
    "break": msg("Slides that count five minutes down by themselves, for a break without this program"),
    "fonts": msg("Fonts to install where a deck's own fonts, such as Georgia and Arial, are missing"),
}  # fmt: skip
"""What a form is for, where its name alone does not say so."""


def field_name(path: str) -> Message:
    """The name of a field by its path, such as "points.0.head"; a box without a known name is some text."""
    return next((NAMES[step] for step in reversed(path.split(".")) if step in NAMES), msg("Text"))


def words_name(source: str, text: str) -> Message:
    """What words of a page are called: by their field, or by what they say where none with a telling name has them."""
    named = any(step in NAMES for step in source.split(".")) and source.partition(".")[0] not in ("words", "hotline")
    if named and field_name(source) != NAMES["text"]:
        return field_name(source)
    short = " ".join(text.split())
    return Message((short if len(short) <= SHOWN else short[:SHOWN].rstrip() + "…") or str(msg("Text")))


def size_name(size: str) -> str:
    """The name of a page size, or of a form that files come in; one without words of its own is called by its name."""
    if size in page_sizes():
        return page_sizes()[size].name
    return FORMS.get(size) or size.replace("-", " ").capitalize()


def listed(words: Iterable[str]) -> Message:
    """Words with commas between them; each is translated by itself."""
    return join_messages(words, ", ")
