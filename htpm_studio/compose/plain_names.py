"""What fields and sizes are called in sentences for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from htpm_studio.errors import Saying, say, together
from htpm_studio.pieces.declared import page_sizes

NAMES: Mapping[str, Saying] = {
    "eyebrow": say("Small line above"), "head": say("Headline"), "sub": say("Line below"), "lead": say("First lines"),
    "text": say("Text"), "note": say("Note"), "items": say("Points"), "quote": say("Quote"), "who": say("Who says it"),
    "role": say("Role"), "number": say("Number"), "unit": say("What is counted"), "source": say("Source and year"),
    "presenter": say("Presenter"), "date": say("Date"), "credit": say("Credit"), "warning": say("Safety line"),
    "tag": say("Hashtag"), "month": say("Month"), "day": say("Day"), "weekday": say("Weekday"),
    "url": say("Web address"),
    "title": say("Title"), "time": say("Time"), "rules": say("Rule"), "rows": say("Row"), "points": say("Point"),
    "facts": say("Fact"), "groups": say("Group"), "left": say("Left"), "right": say("Right"),
    "clauses": say("Clauses"), "resolution": say("Resolution"), "witness": say("Closing line"),
    "signer": say("Who signs"), "intro": say("First lines"),
    "call": say("Call to action"),
    "org": say("Name of your organization"), "partners": say("Names of partners"),
    "question": say("Question"), "answer": say("Answer"), "heading": say("Heading"), "address": say("Address"),
    "item": say("Point"), "point": say("Point"), "row": say("Row"), "fact": say("Fact"),
    "rule": say("Rule"), "clause": say("Clause"), "alt": say("Description for screen readers"),
    "caption": say("Post text"), "short": say("Short text"), "notes": say("Speaker notes"), "picture": say("Picture"),
}  # fmt: skip

SHOWN = 40

FORMS: Mapping[str, Saying] = {
    "shop": say("For a print shop"), "editable": say("Editable"),
    "potx": say("Brand template"), "handout-letter": say("Handouts on Letter"),
    "handout-a4": say("Handouts on A4"), "plain": say("Plain, without art"), "pictures": say("Slides as pictures"),
}  # fmt: skip


def field_name(path: str) -> Saying:
    """The name of a field by its path, such as "points.0.head"; a box without a known name is some text."""
    return next((NAMES[step] for step in reversed(path.split(".")) if step in NAMES), say("Text"))


def words_name(source: str, text: str) -> Saying:
    """What words of a page are called: by their field, or by what they say where no field holds them."""
    if any(step in NAMES for step in source.split(".")) and source.partition(".")[0] not in ("words", "hotline"):
        return field_name(source)
    short = " ".join(text.split())
    return Saying((short if len(short) <= SHOWN else short[:SHOWN].rstrip() + "…") or str(say("Text")))


def size_name(size: str) -> str:
    """The name of a page size, or of a form that files come in; one without words of its own is called by its name."""
    if size in page_sizes():
        return page_sizes()[size].name
    return FORMS.get(size) or size.replace("-", " ").capitalize()


def listed(words: Iterable[str]) -> Saying:
    """Words with commas between them; each is translated by itself."""
    return together(words, ", ")
