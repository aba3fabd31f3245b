"""Sections of a deck whose slides the user arranged: those that stayed in order keep theirs."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from htpm_studio.export.decks.slides import _unmoved

orders = st.lists(st.integers(0, 7), max_size=7)


@given(orders)
def test_the_slides_that_stayed_are_the_most_that_are_still_in_order(numbers: list[int]) -> None:
    def rises(places: tuple[int, ...]) -> bool:
        found = [numbers[place] for place in places]
        return 0 not in found and all(one < other for one, other in pairwise(found))

    kept = tuple(sorted(_unmoved(numbers)))
    assert rises(kept)
    assert not any(map(rises, combinations(range(len(numbers)), len(kept) + 1)))


def test_of_a_slide_that_was_moved_far_the_others_stayed() -> None:
    assert _unmoved([4, 1, 2, 3]) == {1, 2, 3}
    assert _unmoved([1, 0, 2, 3, 0]) == {0, 2, 3}
    assert _unmoved([0]) == _unmoved([]) == frozenset()
