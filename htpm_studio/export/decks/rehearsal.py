"""What a rehearsal says: which slides took longer than planned, and which of them one could leave out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from htpm_studio.campaign.session_slides import CHECK, DISCUSSION, OBJECTIVES, SCENARIO
from htpm_studio.export.decks.duration import minutes_for
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.declared import pieces

SECTION = "deck/section"
SLACK = 60.0
"""A talk that is over by less is on time, in seconds."""
OVER, TWICE, LEAST = 1.25, 1.8, 20.0
"""From where on a slide took longer than planned, and twice as long; at least by so many seconds."""
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class SlideRun:
    """A slide that was rehearsed: its number and title, and its seconds as planned, now and the last time.

    `spare` says that the talk holds without it.
    """

    piece: str
    number: int
    title: str
    planned: float
    took: float
    before: float | None = None
    spare: bool = False

    @property
    def over(self) -> bool:
        """Whether it took clearly longer than planned."""
        return self.took > max(OVER * self.planned, self.planned + LEAST)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rehearsal came to, in seconds: `slow` slides, `twice` if they all took twice as long, one to leave out."""

    planned: float
    took: float
    slow: tuple[SlideRun, ...]
    twice: bool
    spare: SlideRun | None


def slide_runs(
    slides: Sequence[PageSpec], took: Mapping[str, float], before: Mapping[str, float]
) -> tuple[SlideRun, ...]:
    """The slides that were rehearsed, one on several pages once, with the number of its first."""
    first: dict[str, int] = {}
    for number, slide in enumerate(slides, 1):
        first.setdefault(slide.piece, number)
    shown = ((piece, number, slides[number - 1]) for piece, number in first.items() if piece in took)
    return tuple(
        SlideRun(
            piece, number, page.info.title, 60.0 * minutes_for(page.info.notes), took[piece], before.get(piece),
            _can_go(page),
        )
        for piece, number, page in shown
    )  # fmt: skip


def judge(runs: Sequence[SlideRun]) -> Verdict:
    """Which slides took too long and, where the talk did, which single one would bring most of it back."""
    planned, took = sum(run.planned for run in runs), sum(run.took for run in runs)
    slow = sorted((run for run in runs if run.over), key=lambda run: run.planned - run.took)[:MOST_NAMED]
    spare = [run for run in runs if run.spare] if took - planned >= SLACK else []
    enough = [run for run in spare if run.took >= took - planned]
    wanted = min(
        enough, key=lambda run: (not run.over, run.took), default=max(spare, key=lambda run: run.took, default=None)
    )
    return Verdict(
        planned, took, tuple(sorted(slow, key=lambda run: run.number)),
        bool(slow) and all(run.took >= TWICE * run.planned for run in slow), wanted,
    )  # fmt: skip


def _can_go(page: PageSpec) -> bool:
    """Whether a slide can be left out: not one that opens the talk, protects people, or that the training builds on."""
    kept = (SECTION, CHECK, SCENARIO, DISCUSSION)
    objectives = page.template == OBJECTIVES and page.piece.endswith("/objectives")
    return page.template in pieces().new_slides() and page.template not in kept and not objectives
