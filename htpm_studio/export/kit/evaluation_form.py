"""The slide at the end of a training that leads to the evaluation form of the organization, where it has one online."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from htpm_studio.campaign.model import Campaign, Deck, Slide
from htpm_studio.compose.context import Value
from htpm_studio.errors import InputError, msg
from htpm_studio.languages.declared import known_language
from htpm_studio.project.model import Project

EVALUATION, TRAINING, NAME = "deck/evaluation", "training", "evaluation"
MOST_ADDRESS, MOST_SHOWN = 500, 56
NO_ADDRESS = msg("This is no web address, so the training has no slide for it.")


def form_address(text: str) -> str:
    """The whole address of a form as somebody wrote it, with https where nothing is said; "" for what is none."""
    text = text.strip()
    whole = text if "://" in text else f"https://{text}"
    try:
        parts = urlsplit(whole)
        host = parts.hostname or ""
    except ValueError:
        return ""
    written = whole.isascii() and whole.isprintable() and " " not in whole and len(whole) <= MOST_ADDRESS
    return whole if written and parts.scheme in ("http", "https") and "." in host.strip(".") else ""


def checked_form(text: str) -> str:
    """The address of a form as it was given; raises InputError for what is none."""
    if text.strip() and not form_address(text):
        raise InputError(
            msg('"{text}" is no web address.', text=text.strip()[:60]), "Give one such as forms.example.org/a1."
        )
    return text.strip()


def form_values(project: Project) -> Mapping[str, Value]:
    """The address behind the code, and what stands below it: the address, or its host where it is long."""
    url = form_address(project.brand.evaluation)
    shown = url.partition("://")[2].removesuffix("/")
    return {"url": url, "address": shown if len(shown) <= MOST_SHOWN else shown.partition("/")[0]}


def with_form(project: Project, campaign: Campaign) -> Campaign:
    """The campaign with the slide at the end of each training, where there is an address."""
    if not form_address(project.brand.evaluation):
        return campaign
    words, labels = campaign.words.print, known_language(campaign.language)
    fields = {"head": words["eval_head"], "lead": words["eval_lead"], "care": words["eval_care"]}
    notes = f"{labels.notes.say}: {words['eval_slide_say']}\n{labels.notes.do}: {words['eval_slide_do']}"

    def extended(deck: Deck) -> Deck:
        last = deck.slides[-1]
        if deck.id != TRAINING or NAME in deck.named:
            return deck
        slide = Slide(EVALUATION, fields, last.section, 1, notes, name=NAME)
        return replace(deck, slides=(*deck.slides, slide))

    weeks = (replace(week, decks=tuple(map(extended, week.decks))) for week in campaign.weeks)
    return replace(campaign, weeks=tuple(weeks))
