"""Facilitator guide and evaluation as running text, with the pictures of the slides, and what is asked later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from htpm_studio.campaign.placeholders import fill
from htpm_studio.compose.context import Value
from htpm_studio.export.kit.edits import piece_id
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.prints.guide_pages import Row, evaluation_values, guide_rows, training_of
from htpm_studio.export.texts.own_words import HEAD
from htpm_studio.pieces.declared import bundled
from htpm_studio.scene.writing import BlockKind, Paragraph, Span, plain

TO_FILL_IN = "_" * 60


def session_guide_blocks(kit: Kit) -> tuple[Paragraph, ...]:
    """The session from its plan to its scenarios; nothing without a training."""
    deck, words = training_of(kit), kit.campaign.words
    if deck is None:
        return ()
    rows = [block for row in guide_rows(kit) for block in _blocks(kit, row)]
    return (
        plain("title", f"{words.print['guide']}: {deck.title}"),
        plain("lead", deck.about),
        *rows,
        plain("call", kit.campaign.month.about_hotline.call),
    )


def evaluation_blocks(kit: Kit) -> tuple[Paragraph, ...]:
    """The questions of the evaluation form for an online one; words changed on the form are changed here."""
    words, piece = kit.campaign.words.print, piece_id(kit, bundled().pieces.taking("evaluation")[0].id)
    asked = evaluation_values(kit)
    questions = {name: _items(asked.get(name)) for name in ("items", "gains", "questions")}
    later = asked.get("later")
    return (
        plain("title", words["eval_online_head"]),
        plain("text", words["eval_online"]),
        plain("head", words["eval_head"], HEAD, piece=piece),
        plain("text", words["eval_lead"], "lead", piece=piece),
        plain("label", words["eval_scale"]),
        *(plain("item", text, f"items.{at}", piece=piece) for at, text in enumerate(questions["items"])),
        *([plain("text", words["eval_online_gains"])] if questions["gains"] else []),
        *(plain("item", text, f"gains.{at}", piece=piece) for at, text in enumerate(questions["gains"])),
        *(plain("text", text, f"questions.{at}", piece=piece) for at, text in enumerate(questions["questions"])),
        *([plain("text", later, "later", piece=piece)] if isinstance(later, str) else []),
        plain("note", words["eval_care"], "care", piece=piece),
        plain("call", kit.campaign.month.about_hotline.call),
    )


def follow_up_blocks(kit: Kit) -> tuple[Paragraph, ...]:
    """What is asked thirty days after the session, as a mail and as a text message; nothing without a session."""
    session, words = kit.week.session, kit.campaign.words.print
    if session is None:
        return ()
    follow_up = session.follow_up
    lines = fill(follow_up.text, kit.values).strip().splitlines()
    return (
        plain("title", words["follow_up"]),
        plain("note", words["follow_up_how"]),
        plain("head", fill(follow_up.subject, kit.values), "subject"),
        *(plain("text", text, f"text.{at}") for at, text in enumerate(lines)),
        plain("subhead", words["follow_up_message"]),
        plain("text", fill(follow_up.message, kit.values), "message"),
    )


def _blocks(kit: Kit, row: Row) -> Iterator[Paragraph]:
    """What a row of the printed guide says."""
    words = kit.campaign.words
    if "head" in row:
        yield plain("head", _text(row, "head"))
    if "lead" in row:
        yield plain("text", _text(row, "lead"))
    yield from (_labeled("item", fact) for fact in _maps(row.get("facts")))
    for part in _maps(row.get("parts")):
        tail = Span(f"  {_text(part, 'text')} ({_text(part, 'slides')})")
        yield Paragraph("item", (Span(_text(part, "time"), strong=True), tail))
    if "checks" in row:
        yield plain("head", words.print["guide_before"])
        yield from (plain("item", text) for text in _items(row["checks"]))
        yield plain("head", words.print["guide_told_head"])
        yield plain("text", words.print["guide_told"])
        yield Paragraph("text", (Span(words.warning, strong=True),))
        yield plain("head", words.print["guide_local"])
        yield from (plain("text", TO_FILL_IN) for _ in _items(row["lines"]))
    for what in _maps(row.get("whats")):
        yield plain("item", f"{_text(what, 'text')} ({_text(what, 'slide')})")
    if "slide" in row:
        yield plain("subhead", _text(row, "title"))
        yield plain("picture", _text(row, "title"))
        yield plain("note", _text(row, "label"))
    yield from (_labeled("text", say) for say in _maps(row.get("says")))
    if "scenario" in row:
        yield from _scenario(kit, row)
    if "listed" in row:
        yield plain("subhead", _text(row, "listed"))
        yield from (plain("item", text) for text in _items(row["items"]))


def _scenario(kit: Kit, row: Row) -> Iterator[Paragraph]:
    labels = kit.campaign.words.print
    yield plain("subhead", f"{_text(row, 'scenario')} ({_text(row, 'form')})")
    if same := _text(row, "same"):
        yield plain("note", same)
    yield plain("note", labels["practice_note"])
    yield plain("text", _text(row, "text"))
    yield from (plain("item", text) for text in _items(row.get("questions")))
    yield plain("label", labels["practice_listen"])
    yield from (plain("item", text) for text in _items(row.get("listen")))


def _labeled(kind: BlockKind, row: Row) -> Paragraph:
    label = _text(row, "label")
    spans = (Span(f"{label}: ", strong=True),) if label else ()
    return Paragraph(kind, (*spans, Span(_text(row, "text"))))


def _text(row: Row, name: str) -> str:
    value = row.get(name)
    return value if isinstance(value, str) else ""


def _maps(value: Value) -> list[Mapping[str, Value]]:
    return [row for row in _rows(value) if isinstance(row, Mapping)]


def _items(value: Value) -> list[str]:
    return [row for row in _rows(value) if isinstance(row, str)]


def _rows(value: Value) -> Sequence[Value]:
    return value if isinstance(value, tuple) else ()
