"""Slides that fade on by themselves, and shapes that appear one click after the other."""

from __future__ import annotations

import pytest

from htpm_studio.render.office.xml import serialize
from htpm_studio.render.pptx.motion import appearing, transition


def test_a_slide_that_goes_on_by_itself_fades_and_another_one_does_nothing() -> None:
    faded = transition(12.5)
    assert faded is not None
    assert serialize(faded).endswith(b'<p:transition spd="slow" advTm="12500"><p:fade /></p:transition>')
    assert transition(0) is None


@pytest.mark.parametrize("shapes", [("7",), ("4", "9", "12")])
def test_each_shape_appears_at_a_click_of_its_own_and_in_order(shapes: tuple[str, ...]) -> None:
    timing = appearing(shapes)
    assert timing is not None
    assert [target.get("spid") for target in timing.iter("p:spTgt")] == list(shapes)
    steps = list(timing.iter("p:cTn"))
    assert [step.get("id") for step in steps] == [str(number) for number in range(1, len(steps) + 1)]
    effects = [step for step in steps if step.get("presetClass")]
    assert {(step.get("presetClass"), step.get("presetID"), step.get("nodeType")) for step in effects} == {
        ("entr", "1", "clickEffect")
    }
    assert len(effects) == len(shapes)
    assert appearing(()) is None
