"""The rows of facilitator guide and participant handout, taken from the training deck."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from htpm_studio.campaign.model import Deck, Scenario
from htpm_studio.campaign.placeholders import fill
from htpm_studio.compose.context import Value
from htpm_studio.export.decks.duration import minutes_for
from htpm_studio.export.decks.file_specs import slides_of
from htpm_studio.export.decks.plain_words import words_in_layout
from htpm_studio.export.decks.spoken import Spoken, spoken
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.frozen import dataclass

Row = Mapping[str, Value]

TRAINING = "training"
LEAST_BESIDE, BESIDE_PICTURE = 210, 360
"""About how many letters of notes fit beside the picture of a slide; what follows may go on to a further page."""

STATEMENTS, QUESTIONS = 5, 3
OPINIONS = (3, 5)
"""The statements of the evaluation that stay where a session has its own: was it safe, and would one invite others."""

SHORT_LABEL = 22
SHOWN_ONLY = frozenset({"title", "section", "agenda", "full_photo", "closing"})
"""Slides that only guide through the talk, without room for notes. A section that is all of its part says it."""

SECTION = "section"

NOTICE, HELP, DISCUSSION, RESOURCES = "notice", "help", "discussion", "resources"
CHECK, SCENARIO = "check", "scenario"
SHORT, LONG = 2, 4
LINES: Mapping[int, tuple[str, ...]] = {count: ("_",) * count for count in (SHORT, LONG)}
"""Lines to write on, at least; a page that has room left has more."""

CHECKS = ("guide_before_1", "guide_before_2", "guide_before_3", "guide_before_4")
TALLIED = ("given", "back", "written", "done", "partly", "time", "money", "leave", "fear")
DEBRIEF = ("practice_debrief_1", "practice_debrief_2", "practice_debrief_3")


@dataclass(frozen=True, slots=True)
class SessionSlide:
    """A slide of the session with its number from 1, its notes in parts, and minutes; a continued one has neither."""

    number: int
    page: PageSpec
    notes: tuple[Spoken, ...]
    minutes: int

    @property
    def title(self) -> str:
        """What it is called."""
        return self.page.info.title


def training_of(kit: Kit) -> Deck | None:
    """The talk that a session is led with; None when the week has none."""
    return next((deck for deck in kit.week.decks if deck.id == TRAINING), None)


def training_slides(kit: Kit) -> tuple[PageSpec, ...]:
    """The slides of the training, in order; none without one."""
    deck = training_of(kit)
    return slides_of(kit, deck) if deck else ()


def session_slides(kit: Kit) -> tuple[SessionSlide, ...]:
    """The slides of the training with what is said to them."""
    return kit.cached("session slides", lambda: _session_slides(kit))


def _session_slides(kit: Kit) -> tuple[SessionSlide, ...]:
    found: list[SessionSlide] = []
    for number, page in enumerate(training_slides(kit), 1):
        goes_on = bool(found) and found[-1].page.piece == page.piece
        notes = () if goes_on else spoken(page.info.notes)
        found.append(SessionSlide(number, page, notes, 0 if goes_on else minutes_for(page.info.notes)))
    return tuple(found)


def guide_rows(kit: Kit) -> Iterator[Row]:
    """The guide from its first row to its last: the session at a glance, each slide with its notes, scenarios."""
    words, slides = kit.campaign.words.print, session_slides(kit)
    sections = sections_of(slides)
    session = kit.week.session
    yield {"facts": tuple(_facts(words, slides))}
    yield {"head": words["guide_glance"]}
    yield {"parts": tuple(_part(words, name, part, at) for at, (name, part) in enumerate(sections))}
    yield {"checks": tuple(words[name] for name in CHECKS), "lines": ("_",)}
    if session is not None:
        yield {"listed": session.opening.head, "items": tuple(_filled(kit, session.objectives))}
    whats = tuple(
        {"text": note.label, "slide": slides_named(words, slide.number, slide.number)}
        for slide in slides
        for note in slide.notes
        if note.what_if
    )
    if whats:
        yield {"head": words["guide_what_if"]}
        yield {"whats": whats}
    for name, part in sections:
        yield {"head": fill(words["guide_section"], {"title": name, "n": str(_minutes(part))})}
        for slide in part:
            yield from _slide_rows(words, slide)
    if kit.week.scenarios:
        yield {"head": words["practice"]}
        yield {"lead": f"{words['practice_lead']} {words['practice_begin']}"}
        yield from (_scenario(kit, scenario) for scenario in kit.week.scenarios)
        yield {"listed": words["practice_debrief"], "items": tuple(words[name] for name in DEBRIEF)}


def handout_rows(kit: Kit) -> Iterator[Row]:
    """What participants take home: the slides with their points and room for notes, scenarios, a next step.

    The scenarios follow the discussion, also the one that a slide tells in short. Checks stay with the trainer, who has
    their answers.
    """
    session, scenarios = kit.week.session, tuple(_handed_out(kit, scenario) for scenario in kit.week.scenarios)
    told = session is not None and session.practice.scenario in {scenario.id for scenario in kit.week.scenarios}
    counted = Counter(slide.page.info.section for slide in session_slides(kit))
    for slide in session_slides(kit):
        name, section = slide.page.template.rpartition("/")[2], slide.page.info.section
        guides = name in SHOWN_ONLY and not (name == SECTION and counted[section] == 1)
        whole = name == SCENARIO and told
        if guides or whole or name == CHECK or (name == HELP and section == _last_section(kit)):
            continue
        yield _points(kit, slide, name)
        if name == DISCUSSION:
            yield from scenarios
            scenarios = ()
    yield from scenarios
    yield {"next": True, "lines": LINES[LONG]}


def evaluation_values(kit: Kit) -> Mapping[str, Value]:
    """The statements and questions of the evaluation form: with a session what it was for, before and now."""
    words, session = kit.campaign.words.print, kit.week.session
    if session is None:
        return {
            "items": tuple(words[f"eval_item_{number}"] for number in range(1, STATEMENTS + 1)),
            "questions": tuple(words[f"eval_question_{number}"] for number in range(1, QUESTIONS + 1)),
        }
    return {
        "items": tuple(words[f"eval_item_{number}"] for number in OPINIONS),
        "gains": tuple(_filled(kit, session.evaluation)),
        "questions": (words["eval_step"], words["eval_question_2"]),
        "later": words["eval_later"],
    }


def tally_rows(kit: Kit) -> tuple[Row, ...]:
    """The rows to count thirty days after a session: steps, then a question for each objective; none without one."""
    session, words = kit.week.session, kit.campaign.words.print
    if session is None:
        return ()
    return (
        {"head": words["tally_steps"]},
        *({"count": words[f"tally_{name}"]} for name in TALLIED),
        {"head": words["tally_gains"], "means": True},
        *({"mean": text} for text in _filled(kit, session.evaluation)),
    )


def _filled(kit: Kit, texts: Iterable[str]) -> Iterator[str]:
    return (fill(text, kit.values) for text in texts)


def session_minutes(kit: Kit) -> str:
    """How long the session takes, in words."""
    return fill(kit.campaign.words.print["guide_minutes"], {"n": str(_minutes(session_slides(kit)))})


def sections_of(slides: Sequence[SessionSlide]) -> tuple[tuple[str, tuple[SessionSlide, ...]], ...]:
    """The slides by their section."""
    return tuple((name, tuple(part)) for name, part in groupby(slides, lambda slide: slide.page.info.section))


def scenario_form(kit: Kit, scenario: Scenario) -> str:
    """What kind of trafficking a scenario is about."""
    return kit.campaign.words.print[f"practice_{scenario.form}"]


def slides_named(words: Mapping[str, str], first: int, last: int) -> str:
    """One slide or several as words, such as "slides 4–6"."""
    if first == last:
        return fill(words["guide_slide"], {"n": str(first)})
    return fill(words["guide_slides"], {"first": str(first), "last": str(last)})


def slide_label(words: Mapping[str, str], slide: SessionSlide) -> str:
    """The caption of a picture, such as "Slide 4, 5 min"; a continued slide has no minutes of its own."""
    if not slide.minutes:
        label = fill(words["guide_slide"], {"n": str(slide.number)})
        return label[:1].upper() + label[1:]
    return fill(words["guide_slide_minutes"], {"n": str(slide.number), "minutes": str(slide.minutes)})


def facts_of(words: Mapping[str, str], slides: Sequence[SessionSlide]) -> tuple[tuple[str, str], ...]:
    """Time, group and what is needed, each with its label."""
    return (
        (words["guide_time"], fill(words["guide_minutes"], {"n": str(_minutes(slides))})),
        (words["guide_group"], words["guide_group_size"]),
        (words["guide_need"], words["guide_need_list"]),
    )


def _facts(words: Mapping[str, str], slides: Sequence[SessionSlide]) -> Iterator[Row]:
    shares = (1, 1, 2)
    for share, (label, text) in zip(shares, facts_of(words, slides), strict=True):
        yield {"label": label, "text": text, "share": str(share)}


def _minutes(slides: Sequence[SessionSlide]) -> int:
    return sum(slide.minutes for slide in slides)


def _part(words: Mapping[str, str], name: str, part: Sequence[SessionSlide], at: int) -> Row:
    minutes = _minutes(part)
    return {
        "text": name,
        "minutes": str(minutes),
        "time": fill(words["guide_part"], {"n": str(minutes)}),
        "slides": slides_named(words, part[0].number, part[-1].number),
        "fill": "tint-3" if at % 2 else "panel",
    }


def _slide_rows(words: Mapping[str, str], slide: SessionSlide) -> Iterator[Row]:
    """A slide with the beginning of its notes beside its picture, then each further paragraph by itself."""
    notes, beside, letters = list(slide.notes), 0, 0
    while beside < len(notes) and (letters < LEAST_BESIDE or letters + len(notes[beside].text) <= BESIDE_PICTURE):
        letters += len(notes[beside].text)
        beside += 1
    yield {
        "slide": str(slide.number),
        "label": slide_label(words, slide),
        "title": slide.title,
        "says": tuple(map(_say, notes[:beside])),
    }
    for paragraph in notes[beside:]:
        yield {"rest": True, "says": (_say(paragraph),)}


def _say(note: Spoken) -> Row:
    short = note.label if len(note.label) <= SHORT_LABEL and not note.what_if else ""
    return {"short": short, "label": note.label, "text": note.text}


def _last_section(kit: Kit) -> str:
    return training_slides(kit)[-1].info.section


def _points(kit: Kit, slide: SessionSlide, name: str) -> Row:
    """A slide with its points: resources with their codes, and lines to write on."""
    content = words_in_layout(slide.page.template, slide.page.content, slide.title)
    row: dict[str, Value] = {
        "slide": str(slide.number),
        "label": slides_named(kit.campaign.words.print, slide.number, slide.number).capitalize(),
        "title": content.title,
    }
    if name == RESOURCES:
        return row | {"codes": slide.page.content.get("items"), "lines": ()}
    words = kit.campaign.words.print
    parts: list[Row] = [{"text": f"{words['practice_note']} {words['practice_opt_out']}"}] if name == SCENARIO else []
    for at, block in enumerate(content.blocks):
        if at < len(content.heads):
            parts.append({"head": content.heads[at]})
        for bullet, run in groupby(block, lambda paragraph: paragraph.bullet):
            texts = tuple(paragraph.text for paragraph in run)
            parts += [{"points": texts}] if bullet else [{"text": text} for text in texts]
    row["parts"] = tuple(parts)
    if name in (NOTICE, HELP) or slide.page.piece.endswith("/objectives"):  # nothing to write down there
        return row
    return row | {"lines": LINES[LONG if name in (DISCUSSION, SCENARIO) else SHORT]}


def _handed_out(kit: Kit, scenario: Scenario) -> Row:
    """A scenario without the good answers."""
    row = {name: value for name, value in _scenario(kit, scenario).items() if name not in ("listen", "same")}
    return row | {"lines": LINES[LONG]}


def _scenario(kit: Kit, scenario: Scenario) -> Row:
    return {
        "scenario": scenario.head,
        "form": scenario_form(kit, scenario),
        "same": _told_in_short(kit, scenario),
        "text": fill(scenario.text, kit.values),
        "questions": scenario.questions,
        "listen": scenario.listen,
    }


def _told_in_short(kit: Kit, scenario: Scenario) -> str:
    """Which slide tells a scenario in short, as words; empty when none does."""
    session = kit.week.session
    if session is None or session.practice.scenario != scenario.id:
        return ""
    numbers = (slide.number for slide in session_slides(kit) if slide.page.template.endswith(f"/{SCENARIO}"))
    number = next(numbers, None)
    return fill(kit.campaign.words.print["practice_same"], {"n": str(number)}) if number else ""
