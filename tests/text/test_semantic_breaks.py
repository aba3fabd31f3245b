"""What a broken text costs, in numbers that can be worked out by hand, and the lines that cost least."""

from __future__ import annotations

import pytest

from htpm_studio.text.semantic_breaks import (
    RUNNING,
    bad_breaks,
    best_lines,
    break_cost,
    breaks_early,
    ends_alone,
    lone_lines,
    lone_words,
    nonsense,
    tears_sentence,
)


def wide(*lines: str) -> list[float]:
    return [float(len(line)) for line in lines]


@pytest.mark.parametrize(
    ("lines", "cost"),
    [
        ((), 0),
        (("one line of text",), 0),
        (("call today", "stay alert"), 0),  # even lines, nothing torn
        (("today", "stay alert"), 0.25),  # half as wide as the longest: (1 - 0.5)²
        (("go in front of", "the open doors"), 3),  # "of" leads to the next word
        (("they find a man and", "they are all of one"), 0.12),  # "and" may end a line
        (("what this will", "tell the world"), 0.06),  # "will" leans on the next word
        (("go home today.", "stay and listen"), (1 / 15) ** 2 - 0.4),  # a line ends with its sentence
        (("go home today,", "stay and listen"), (1 / 15) ** 2 - 0.24),  # or with its clause
        (("so,", "stay and listen"), 0.8**2),  # but a clause of less than half a line is no reason
        (("so then,", "stay and listen."), 0.5**2 - 0.24),  # of half a line it is
        (("it ends. Calls", "cost you nothing"), (2 / 16) ** 2 + 0.2),  # "Calls" is torn from its verb
        (("call any day or night", "today"), (16 / 21) ** 2 + 0.9),  # a lone last word
        (("a cat ran", "to get an", "even card", "after us."), 3),  # every line but the last counts
    ],
)
def test_the_cost_of_lines_is_the_sum_of_what_is_wrong_with_each(lines: tuple[str, ...], cost: float) -> None:
    assert break_cost(lines, wide(*lines)) == pytest.approx(cost)


def test_a_last_line_is_alone_below_45_percent_of_the_longest_and_with_no_other_word() -> None:
    assert ends_alone(("abc", "d"), (100, 44.9))
    assert not ends_alone(("abc", "d"), (100, 45))
    assert not ends_alone(("abc", "d e"), (100, 20))
    assert not ends_alone(("abc", "d\u00a0e"), (100, 20))
    assert not ends_alone(("abc",), (20,))
    assert not ends_alone((), ())
    assert ends_alone(("a", "b", "c"), (50, 100, 44))  # the longest need not be the first


def test_a_line_ends_early_below_64_percent_of_the_longest_unless_a_clause_ends_there() -> None:
    assert breaks_early(("ab", "cd"), (63.9, 100))
    assert not breaks_early(("ab", "cd"), (64, 100))
    assert not breaks_early(("ab,", "cd"), (20, 100))
    assert not breaks_early(("ab.", "cd"), (20, 100))
    assert not breaks_early(("ab", "cd"), (100, 20))  # the last line may be short
    assert breaks_early(("ab", "cd", "ef"), (100, 20, 80))
    assert not breaks_early((), ())


@pytest.mark.parametrize(
    ("lines", "bad"),
    [
        (("call today", "stay alert"), 0),
        (("go in front of", "the open doors"), 1),
        (("go in front\u00a0of", "the open doors"), 1),
        (("they find a man and", "they are all of one"), 0),
        (("it ends. Calls", "cost you nothing"), 1),
        (("call any day or night", "today"), 1),
        (("call any day or night", "today", "and any night you like"), 1),  # alone in the middle
        (("call any day or night", "today we", "and any night you like"), 0),
        (("call any day or night", "today\u00a0we", "and any night you like"), 0),
        (("today", "call any day or night"), 0),  # alone at the beginning
        (("a cat ran", "to get an", "came by of", "after us."), 2),
        ((), 0),
    ],
)
def test_bad_breaks_are_counted(lines: tuple[str, ...], bad: int) -> None:
    assert bad_breaks(lines, wide(*lines)) == bad


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three four", 18, ["one two three four"]),
        ("one two three four", 17, ["one two", "three four"]),  # even
        ("calls will change lives", 17, ["calls will", "change lives"]),  # "will" may end a line where that is even
        ("he must go and get them home", 17, ["he must go", "and get them home"]),  # "and" goes with what follows
        ("safe and connected online", 20, ["safe and", "connected online"]),  # unless a line is very short for it
        ("it is over. You can go out", 16, ["it is over.", "You can go out"]),
        ("wonderful of", 11, ["wonderful", "of"]),
        ("aaa bbb ccc ddd eee", 11, ["aaa bbb ccc", "ddd eee"]),  # of two ways alike, the one that begins with more
        ("aaaa bb cccc", 7, ["aaaa bb", "cccc"]),
        ("soo, and children", 12, ["soo, and", "children"]),  # a clause of less than half a line is no reason
        ("sooo, and children", 12, ["sooo,", "and children"]),
        # The first word of a sentence is not torn from the next one where that makes lines somewhat uneven only.
        ("aaa bbb. Soo ccc ddd eeeee", 16, ["aaa bbb. Soo ccc", "ddd eeeee"]),
        ("aaa bbb, soo ccc ddd eeeee", 16, ["aaa bbb, soo", "ccc ddd eeeee"]),
        ("bbbbbb. Soo c ddddddddd", 13, ["bbbbbb. Soo c", "ddddddddd"]),
    ],
)
def test_a_headline_has_the_lines_that_cost_least(text: str, width: float, lines: list[str]) -> None:
    assert best_lines(text.split(), width, len, " ".join) == lines


def test_a_piece_wider_than_the_room_has_no_lines() -> None:
    assert best_lines(["of", "wonderful", "of"], 8.98, len, " ".join) is None
    assert best_lines(["wonderful", "of"], 8.98, len, " ".join) is None
    assert best_lines(["wonderful", "of"], 8.99, len, " ".join) == ["wonderful", "of"]


def test_a_text_that_is_just_as_wide_as_its_room_is_one_line() -> None:
    assert best_lines(["aaa", "bbb"], 6.99, len, " ".join) == ["aaa bbb"]
    assert best_lines(["aaa", "bbb"], 6.98, len, " ".join) == ["aaa", "bbb"]


def test_a_paragraph_fills_its_lines_where_a_headline_is_even() -> None:
    words = ["aaaa", "bbbb", "cccc", "dddd", "ee", "ff"]
    assert best_lines(words, 19, len, " ".join) == ["aaaa bbbb cccc", "dddd ee ff"]
    assert best_lines(words, 19, len, " ".join, RUNNING) == ["aaaa bbbb cccc dddd", "ee ff"]


def test_more_lines_than_needed_are_made_where_they_are_asked_for() -> None:
    words = ["aaaa", "bbbb", "cccc"]
    found = [best_lines(words, 14, len, " ".join, more=more) for more in range(4)]
    assert found == [["aaaa bbbb cccc"], ["aaaa", "bbbb cccc"], ["aaaa", "bbbb", "cccc"], ["aaaa", "bbbb", "cccc"]]


def test_words_are_lone_on_short_lines_and_on_more_than_one_of_many() -> None:
    assert lone_words(("What", "this", "month", "is for"), (80, 60, 100, 90)) == 2
    assert lone_words(("Fair work", "keeps", "people safe"), (90, 50, 100)) == 1
    assert lone_words(("Fair work", "keeps", "people safe"), (90, 62, 100)) == 0
    assert lone_words(("Our", "agenda"), (70, 100)) == 0
    assert lone_words(("a\u00a0b", "c d"), (10, 100)) == 0
    assert lone_words(("alone",), (10,)) == 0


@pytest.mark.parametrize(
    ("lines", "cost"),
    [
        (("step out now.", "no why is due"), -0.4),  # a sentence has its line
        (("stop it. Come", "near us all."), 0.25 * (1 / 13) ** 2 + 0.2),  # and is torn here
        (("pick a job, old", "ones are good"), 0.25 * (2 / 15) ** 2 + 0.1),  # a word astray behind a comma
        (("food and rides", "for all people"), -0.06),  # a phrase begins a line
        (("food and rides for", "all people today"), 3 + 0.25 * (2 / 18) ** 2),
        (("options run", "out, we stay"), 0.25 * (1 / 12) ** 2 + 0.2),
    ],
)
def test_the_sense_of_lines_counts_more_than_their_lengths(lines: tuple[str, ...], cost: float) -> None:
    assert nonsense(lines, wide(*lines)) == pytest.approx(cost)


@pytest.mark.parametrize(
    ("lines", "widths", "lone"),
    [
        (("word", "some words"), (61.9, 100), [0]), (("word", "some words"), (62, 100), []),
        (("some words", "word"), (100, 20), [1]), (("some words", "a word"), (100, 20), []),
        (("some words", "a\u00a0word"), (100, 49.9), [1]), (("some words", "a\u00a0word"), (100, 50), []),
        (("some words,", "a\u00a0word"), (100, 49), []),  # a clause of few words is not alone
        (("some words,", "word"), (100, 49), [1]), (("a\u00a0word", "some words"), (20, 100), []),
        (("word", "some words", "word"), (30, 100, 30), [0, 2]), ((), (), []),
        (("some words", "a\u00a0word b"), (100, 20), []),
    ],
)  # fmt: skip
def test_a_line_is_lone_that_is_one_word_or_bound_words_and_much_shorter(
    lines: tuple[str, ...], widths: tuple[float, ...], lone: list[int]
) -> None:
    assert lone_lines(lines, widths) == lone


def test_a_last_line_of_next_to_nothing_costs_as_much_as_a_lone_word() -> None:
    """Below 22 percent of the others it is one, whatever words it has."""
    assert best_lines(["aaaaaaaa", "bb", "c", "d"], 11, len, " ".join) == ["aaaaaaaa", "bb c d"]
    assert tears_sentence("it ends. Calls")
    assert not tears_sentence("it ends, calls")
    assert not tears_sentence("it ends. Calls again")
