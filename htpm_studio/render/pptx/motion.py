"""What moves in a show: slides that fade on by themselves, and shapes that appear at a click."""

from __future__ import annotations

from collections.abc import Sequence

from htpm_studio.render.office.xml import Element, Value, node

_FIRST, _STEPS = 3, 4
"""The number of the first step of the first click, and how many steps each has."""


def transition(seconds: float) -> Element | None:
    """A slow fade to a slide that goes on by itself after so many seconds; nothing where it does not."""
    return node("p:transition", node("p:fade"), spd="slow", advTm=round(seconds * 1000)) if seconds else None


def appearing(shapes: Sequence[str]) -> Element | None:
    """The effect Appear for each of these shapes, named by their ids: one click each, in this order."""
    if not shapes:
        return None
    clicks = [_click(shape, _FIRST + _STEPS * index) for index, shape in enumerate(shapes)]
    sequence = node(
        "p:seq",
        _step(2, clicks, dur="indefinite", nodeType="mainSeq"),
        node("p:prevCondLst", _turning("onPrev")),
        node("p:nextCondLst", _turning("onNext")),
        concurrent=True,
        nextAc="seek",
    )
    whole = node("p:par", _step(1, [sequence], dur="indefinite", restart="never", nodeType="tmRoot"))
    return node("p:timing", node("p:tnLst", whole))


def _click(shape: str, first: int) -> Element:
    target = node("p:tgtEl", node("p:spTgt", spid=shape))
    shown = node("p:attrNameLst", node("p:attrName", "style.visibility"))
    start = node("p:cTn", _starting("0"), id=first + 3, dur="1", fill="hold")
    change = node("p:set", node("p:cBhvr", start, target, shown), node("p:to", node("p:strVal", val="visible")))
    kind: dict[str, Value] = {"presetID": 1, "presetClass": "entr", "presetSubtype": 0, "fill": "hold"}
    effect = node("p:par", _step(first + 2, [change], "0", **kind, nodeType="clickEffect"))
    together = node("p:par", _step(first + 1, [effect], "0", fill="hold"))
    return node("p:par", _step(first, [together], "indefinite", fill="hold"))


def _step(number: int, children: Sequence[Element], delay: str = "", **more: Value) -> Element:
    return node("p:cTn", _starting(delay) if delay else None, node("p:childTnLst", children), id=number, **more)


def _starting(delay: str) -> Element:
    return node("p:stCondLst", node("p:cond", delay=delay))


def _turning(event: str) -> Element:
    return node("p:cond", node("p:tgtEl", node("p:sldTgt")), evt=event, delay="0")
