"""Labels beside the words of a post: networks, days, files and numbers, alone and before words."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.toolkit_import.blocks import NO_LABELS, PostLabels
from htpm_studio.campaign.toolkit_import.post_labels import with_files, without_labels

DAY = ((1, 5), (1, 5))


@pytest.mark.parametrize(
    ("text", "sorts", "words", "labels"),
    [
        ("Facebook / X", ("platform",), "", PostLabels(("Facebook", "X"))),
        ("Facebook: Ask a cook.", ("platform",), "Ask a cook.", PostLabels(("Facebook",))),
        ("Facebook - Ask a cook.", ("platform",), "Ask a cook.", PostLabels(("Facebook",))),
        ("Platform: X", ("platform",), "", PostLabels(("X",))),
        ("Platform: somewhere", (), "Platform: somewhere", NO_LABELS),
        ("January 5", ("dates",), "", PostLabels(dates=DAY)),
        ("On January 5", ("dates",), "", PostLabels(dates=DAY)),
        ("The January 5", ("dates",), "", PostLabels(dates=DAY)),
        ("From January 5", (), "From January 5", NO_LABELS),
        ("January 5: Ask a cook.", ("dates",), "Ask a cook.", PostLabels(dates=DAY)),
        ("The January 5: Ask a cook.", ("dates",), "Ask a cook.", PostLabels(dates=DAY)),
        ("From January 5: Ask a cook.", (), "From January 5: Ask a cook.", NO_LABELS),
        ("Ask: Say it.", (), "Ask: Say it.", NO_LABELS),
        ("Post on: January 5", (), "Post on: January 5", NO_LABELS),
        ("Date: January 5", ("dates",), "", PostLabels(dates=DAY)),
        ("Date: soon", (), "Date: soon", NO_LABELS),
        ("[a.png]", ("file",), "", PostLabels(files=("a.png",))),
        ("Image: a.png and b.jpg", ("file",), "", PostLabels(files=("a.png", "b.jpg"))),
        ("Image: a door", ("file",), "", PostLabels(files=("a door",))),
        ("Image:", ("file",), "", NO_LABELS),
        ("Alt text: A door.", ("alt",), "", NO_LABELS),
        ("Text: Ask a cook.", ("text",), "Ask a cook.", NO_LABELS),
        ("Link: example.org/a", ("tail",), "example.org/a", NO_LABELS),
        ("Post 2", ("number",), "", NO_LABELS),
        ("Post 2: Ask a cook.", ("number",), "Ask a cook.", NO_LABELS),
        ("Post: Ask a cook.", ("number",), "Ask a cook.", NO_LABELS),
        ("Post it on your door.", (), "Post it on your door.", NO_LABELS),
        ("Post 2 (X; Facebook, January 5): Ask.", ("number",), "Ask.", PostLabels(("X", "Facebook"), DAY)),
        ("Post 2: X: January 5: Ask a cook.", ("number", "platform", "dates"), "Ask a cook.", PostLabels(("X",), DAY)),
        ("X: X: X: X: X: Ask.", ("platform",) * 4, "X: Ask.", PostLabels(("X",))),
        ("https://example.org", (), "https://example.org", NO_LABELS),
    ],
)
def test_labels_before_words_are_taken_off(text: str, sorts: tuple[str, ...], words: str, labels: PostLabels) -> None:
    found = without_labels(text)
    assert (found.sorts, found.words, found.labels) == (sorts, words, labels)


def test_a_list_of_networks_or_a_day_alone_has_at_most_sixty_letters() -> None:
    networks = "Facebook, Instagram, LinkedIn, Threads, Bluesky, TikTok"
    day = "Wednesday, January 5, 2028 (Wednesday)"
    for text, sort in ((networks, "platform"), (day, "dates")):
        assert without_labels(text.ljust(60)).sorts == (sort,)
        assert without_labels(text.ljust(61)).sorts == ()


def test_the_cell_of_a_file_holds_names_or_words() -> None:
    assert with_files(PostLabels(("X",)), "a.png, b.png").files == ("a.png", "b.png")
    assert with_files(PostLabels(files=("a.png",)), " a door ").files == ("a.png", "a door")
    assert with_files(NO_LABELS, "  ") == NO_LABELS
