"""Whoever adds a handler of mouse, wheel, keys or drops says which scenario makes it; see gestures.txt."""

from __future__ import annotations

from tests.gui.hands import known_gestures, recorded_gestures


def test_every_gesture_is_recorded_as_made_by_real_hands() -> None:
    """`test_hands.py` makes the recorded ones in a real window, which takes minutes; this says at once what is missing.

    Add the gesture to a scenario of gestures.py and its name to gestures.txt.
    """
    assert sorted(known_gestures()) == recorded_gestures()
