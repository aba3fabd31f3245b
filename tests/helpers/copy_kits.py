"""Kits of words alone, and every file of words as text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.run.render_file import render_file
from htpm_studio.export.texts.file_specs import with_words
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Edits, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.text_file_readers import paragraphs
from tests.helpers.two_forms import campaign_in_two_forms

CAMPAIGN = bundled_campaign()
RESOURCES = bundled_resources()
WORDS_ONLY, WITH_PICTURES = Options(("copy",)), Options(("social", "copy"))
RIGHTS = "w2/social/w2-rights"


def kit_of(
    week: int = 2,
    year: int = 2027,
    edits: Edits | None = None,
    options: Options = WORDS_ONLY,
    name: str = "Riverbend",
    *,
    two_forms: bool = False,
) -> Kit:
    """A kit of words; its posts have a text for each network where the campaign does, or a long and a short one."""
    project = Project(Brand(name), week, year, edits=edits or Edits())
    campaign = campaign_in_two_forms() if two_forms else CAMPAIGN
    return build_kit(project, campaign, RESOURCES, options, dt.date(2026, 11, 25))


class Texts(Mapping[str, str]):
    """Every file of words of a kit, as text, Word files by their paragraphs: each is made when it is asked for."""

    def __init__(self, kit: Kit) -> None:
        specs = with_words(kit, plan(kit))
        self._kit, self._specs = kit, {spec.path: spec for spec in specs if spec.words is not None}
        self._made: dict[str, str] = {}

    def __getitem__(self, path: str) -> str:
        if path not in self._made:
            made = render_file(self._specs[path], self._kit.inputs, JobContext())
            is_word = made.spec.format == "docx"
            lines = "\n".join(text for _, text in paragraphs(made.data)) if is_word else made.data.decode("utf-8-sig")
            self._made[path] = lines
        return self._made[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._specs)

    def __len__(self) -> int:
        return len(self._specs)


def texts(kit: Kit) -> Texts:
    """The files of words of a kit, the same for all tests that have the same kit."""
    return kit.cached("texts of the files of words", lambda: Texts(kit))
