"""Every training is read aloud by a voice, at the pace of a calm trainer, against the minutes of its guide.

python benchmarks/rehearsal.py              a row for each of the ten trainings
python benchmarks/rehearsal.py --slides     and one for each slide
python benchmarks/rehearsal.py --keep FOLDER    and what was said, as a WAV for each slide

What is said is taken from the finished slides and guide. It needs espeak-ng (https://github.com/espeak-ng/espeak-ng).
"""

from __future__ import annotations

import argparse
import datetime as dt
import io
import re
import shutil
import subprocess
import sys
import tempfile
import wave
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import pypdfium2
from pptx import Presentation

from htpm_studio.export.decks.duration import seconds_aloud
from htpm_studio.export.decks.spoken import spoken
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.prints.guide_pages import SessionSlide, session_slides
from htpm_studio.export.run.render_file import render_file
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.read_aloud import as_said
from tests.helpers.rehearsal import BETWEEN, is_discussion, turns

VOICES = {"en": "en-us", "es": "es-419"}
PACE = {"en": 130, "es": 125}
"""Words a minute of a calm trainer, pauses at punctuation included."""
PLAIN = re.compile(r"[^\d/(“+]+")
SLOWEST, FASTEST = 80, 200
DATE = dt.date(2026, 11, 25)


def main() -> None:
    """Rehearse and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--slides", action="store_true")
    parser.add_argument("--keep", type=Path)
    chosen = parser.parse_args()
    if shutil.which("espeak-ng") is None:
        sys.exit("The rehearsal needs espeak-ng: install it, then start again.")
    with tempfile.TemporaryDirectory() as scratch:
        _rehearse_all(chosen.keep or Path(scratch), every_slide=chosen.slides)


def _rehearse_all(folder: Path, *, every_slide: bool) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    print("| training | minutes | spoken | group | spare | estimate of the spoken |\n|---|---|---|---|---|---|")
    for language in VOICES:
        trainings = {week: _finished(week, language) for week in range(1, 6)}
        voice = Voice(language, folder).at_pace(trainings.values())
        for week, slides in trainings.items():
            rows = [_rehearsed(slide, voice, f"{language}-{week}-{slide.number:02}") for slide in slides]
            print(_row(f"{language}, week {week}", rows))
            for slide, row in zip(slides, rows if every_slide else (), strict=False):
                print(_row(f"- {slide.number}, {slide.title}", [row]))


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """Seconds of a slide: given to it, spoken, of the group, and what the program thinks that speaking takes."""

    given: float
    spoken: float
    group: float
    estimate: float


def _rehearsed(slide: SessionSlide, voice: Voice, name: str) -> Rehearsed:
    said = [one.said for one in turns(slide) if one.said]
    between, given = BETWEEN * len(said), 60.0 * slide.minutes
    aloud = voice.seconds("\n\n".join(as_said(text, voice.language) for text in said), name) + between
    group = given - aloud if is_discussion(slide) else sum(one.group for one in turns(slide))
    return Rehearsed(given, aloud, group, sum(map(seconds_aloud, said)) + between)


def _row(name: str, rows: Sequence[Rehearsed]) -> str:
    given, aloud, group, estimate = (sum(values) for values in zip(*map(astuple, rows), strict=True))
    clocks = [f"{value:.0f} s" if len(rows) == 1 else f"{value / 60:.1f} min"
              for value in (aloud, group, given - aloud - group, estimate)]  # fmt: skip
    return f"| {name} | {given / 60:.0f} | {' | '.join(clocks)} |"


# ------------------------------------------------------------------ what is said


def _finished(week: int, language: str) -> tuple[SessionSlide, ...]:
    """The slides with the notes of the finished deck and the minutes of the finished guide."""
    project = Project(Brand("Riverbend Coalition"), week, 2027, language=language)
    kit = build_kit(project, bundled_campaign(language), bundled_resources(), Options(), DATE)
    deck = Presentation(io.BytesIO(_file(kit, f"deck/week-{week}-training-deck.pptx")))
    notes = [slide.notes_slide.notes_text_frame.text.replace("\v", "\n") for slide in deck.slides]
    minutes = _minutes(_file(kit, "print/letter/facilitator-guide.pdf"), kit.campaign.words.print)
    return tuple(
        replace(slide, notes=spoken(said), minutes=minutes.get(slide.number, 0))
        for slide, said in zip(session_slides(kit), notes, strict=True)
    )


def _file(kit: Kit, path: str) -> bytes:
    return render_file(next(one for one in plan(kit) if one.path == path), kit, JobContext()).data


def _minutes(guide: bytes, words: Mapping[str, str]) -> dict[int, int]:
    label = re.compile(words["guide_slide_minutes"].replace("{n}", r"(\d+)").replace("{minutes}", r"(\d+)"))
    pdf = pypdfium2.PdfDocument(guide)
    try:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    finally:
        pdf.close()
    return {int(number): int(minutes) for number, minutes in label.findall(text)}


# ------------------------------------------------------------------ the voice


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice of espeak-ng with a speed, and where it puts what it says."""

    language: str
    folder: Path
    speed: int = SLOWEST

    def at_pace(self, trainings: Iterable[Sequence[SessionSlide]]) -> Voice:
        """The same voice with the speed at which plain sentences of the notes come out at the pace of a trainer."""
        every = [one.said for slides in trainings for slide in slides for one in turns(slide)]
        plain = "\n\n".join(text for text in every if len(text.split()) >= 20 and PLAIN.fullmatch(text))
        slow, fast = SLOWEST, FASTEST
        while fast - slow > 1:
            middle = (slow + fast) // 2
            seconds = replace(self, speed=middle).seconds(plain, f"{self.language}-pace")
            slow, fast = (middle, fast) if 60 * len(plain.split()) / seconds < PACE[self.language] else (slow, middle)
        return replace(self, speed=slow)

    def seconds(self, text: str, name: str) -> float:
        """How long it says a text, kept as a WAV of that name."""
        path = self.folder / f"{name}.wav"
        command = ["espeak-ng", "-v", VOICES[self.language], "-s", str(self.speed), "-w", str(path), "--stdin"]
        subprocess.run(command, input=text.encode(), check=True)
        with wave.open(str(path)) as sound:
            return float(sound.getnframes() / sound.getframerate())


if __name__ == "__main__":
    main()
