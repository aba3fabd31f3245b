"""How many mistakes of a file are named."""

from __future__ import annotations

from htpm_studio.compose.template_library import MOST_PROBLEMS, at_most
from htpm_studio.errors import Diagnostic, in_file


def mistakes(count: int) -> list[Diagnostic]:
    return [in_file("a.xml", line, f"Mistake {line}.") for line in range(1, count + 1)]


def test_all_mistakes_of_a_file_are_named_while_they_are_few() -> None:
    assert at_most("a.xml", mistakes(MOST_PROBLEMS)) == mistakes(MOST_PROBLEMS)


def test_of_many_mistakes_the_first_are_named_and_the_rest_are_counted_where_they_begin() -> None:
    *named, rest = at_most("a.xml", mistakes(MOST_PROBLEMS + 3))
    assert named == mistakes(MOST_PROBLEMS)
    assert rest == in_file("a.xml", MOST_PROBLEMS + 1, "And 3 more mistakes.")
