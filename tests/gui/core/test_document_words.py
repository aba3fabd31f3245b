"""Words that are being typed are in the kit for whoever reads it or changes it, and one step."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from htpm_studio.gui.core.document import KitDocument

PIECE = "w2/social/w2-rights"


def typed(document: KitDocument, text: str = "Typed") -> None:
    """Words on a page that the kit does not have yet."""
    document.expect(lambda: document.edit("Change headline", PIECE, "head", text))


def words(document: KitDocument) -> str | None:
    return document.project.edits.text(PIECE, "head")


READERS: dict[str, Callable[[KitDocument], object]] = {
    "project": lambda document: document.project.edits.text(PIECE, "head"),
    "kit": lambda document: document.kit().project.edits.text(PIECE, "head"),
    "history": lambda document: document.history().current.edits.text(PIECE, "head"),
}


@pytest.mark.parametrize("reader", READERS)
def test_whoever_reads_the_kit_has_the_last_letter(document: KitDocument, reader: str) -> None:
    typed(document)
    assert READERS[reader](document) == "Typed"


def test_another_change_keeps_the_words_as_a_step_of_their_own(document: KitDocument) -> None:
    before = document.project
    typed(document)
    document.change("Rename", replace(before, brand=replace(before.brand, organization="Lakeside")))
    assert [document.stack.text(at) for at in range(document.stack.count())] == ["Change headline", "Rename"]


def test_undo_takes_back_words_that_were_not_in_the_kit_yet(document: KitDocument) -> None:
    typed(document)
    document.stack.undo()
    assert words(document) is None
    assert document.stack.redo_text() == "Change headline"


def test_another_week_leaves_the_words_where_they_were_typed(document: KitDocument) -> None:
    typed(document)
    document.open_week(3)
    assert words(document) == "Typed"


def test_words_that_are_given_to_the_kit_are_asked_for_once(document: KitDocument) -> None:
    asked: list[str] = []
    document.expect(lambda: asked.append(document.project.brand.organization))
    document.settle()
    document.settle()
    assert asked == ["Riverbend Coalition"]


def test_a_worker_that_reads_the_kit_changes_nothing(document: KitDocument) -> None:
    typed(document)
    worker = threading.Thread(target=document.kit)
    worker.start()
    worker.join()
    assert document.stack.count() == 0
