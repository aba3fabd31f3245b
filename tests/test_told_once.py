"""The same finding in many files is one sentence."""

from __future__ import annotations

from htpm_studio.compose.build import Finding
from htpm_studio.errors import Saying, say
from htpm_studio.export.told_once import told_once


def test_a_warning_of_a_hundred_files_is_one_sentence_with_a_count() -> None:
    same = Finding("warning", "a", say("The name is long."))
    private = Finding("error", "b", say("Photo {name} is small.", name="Jane.jpg"), shared="Photo 1 is small.")
    found = [("", private), *((f"social/{number}.png", same) for number in range(100)), ("", private)]
    assert [str(words) for _, words in told_once(found)] == [
        "Photo Jane.jpg is small.", "social/0.png and 99 more files: The name is long.",
    ]  # fmt: skip
    assert told_once(found, public=True)[0] == ("error", "Photo 1 is small.")
    ((_, two),) = told_once([("a.png", same), ("b.png", same), ("a.png", same)])
    assert two == "a.png and b.png: The name is long."
    assert isinstance(two, Saying)
    assert told_once([("a.png", same)]) == (("warning", "a.png: The name is long."),)
