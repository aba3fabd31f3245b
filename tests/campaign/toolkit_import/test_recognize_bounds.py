"""How long a line may be to be a title, a post or a thing to do: just as long, and one letter more."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock, DocumentLink
from htpm_studio.campaign.toolkit_import.post_blocks import _goes_on, _unquoted
from htpm_studio.campaign.toolkit_import.resource_blocks import ResourceParser


@pytest.mark.parametrize(
    ("text", "is_title"),
    [
        ("Cook (example.org/a)", True), ("Coo (example.org/a)", False),
        (f"{'x' * 120}: example.org/a", True), (f"{'x' * 121}: example.org/a", False),
        ("Our guide. example.org/a", True), ("Read it now! example.org/a", False),
        ("Read. Then ask: example.org/a", False), ("A guide for cooks", False),
    ],
)  # fmt: skip
def test_a_title_with_its_address_has_4_to_120_letters_and_is_no_sentence(text: str, is_title: bool) -> None:
    assert ResourceParser(2028)._is_title(DocumentBlock("paragraph", text)) is is_title


def test_a_title_that_leads_somewhere_needs_no_printed_address() -> None:
    def block(target: str) -> DocumentBlock:
        return DocumentBlock("paragraph", "A guide for cooks", links=(DocumentLink("A guide", target),))

    assert ResourceParser(2028)._is_title(block("https://example.org"))
    assert not ResourceParser(2028)._is_title(block(""))


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("“Ask a cook.”", "Ask a cook."),
        ("“Ask a cook.” example.org/a #Open", "Ask a cook. example.org/a #Open"),
        ('"Ask a cook." #Open', "Ask a cook. #Open"),
        ("“Ask” and “listen”", "“Ask” and “listen”"),
        ("“Ask a cook.” Then listen to two neighbors.", "“Ask a cook.” Then listen to two neighbors."),
        ("Ask “a cook.”", "Ask “a cook.”"),
        ("“Ask a cook.", "“Ask a cook."),
        ("“", "“"),
        ("", ""),
    ],
)
def test_quotation_marks_around_a_whole_post_go_and_those_inside_stay(text: str, bare: str) -> None:
    assert _unquoted(text) == bare


def test_an_address_or_hashtags_below_a_post_belong_to_it_where_it_has_none_of_that_sort() -> None:
    assert _goes_on("Ask a cook.", "example.org/a")
    assert _goes_on("Ask a cook. #Open", "example.org/a")
    assert _goes_on("Ask a cook. example.org/b", "#Open")
    assert not _goes_on("Ask a cook. example.org/b", "example.org/a")
    assert not _goes_on("Ask a cook. #Doors", "#Open")
