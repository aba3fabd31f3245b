"""What files of words are called: a screen reader says the title of a file before anything in it."""

from __future__ import annotations

import datetime as dt

from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.texts.file_specs import with_words
from htpm_studio.project.model import Brand, Project
from htpm_studio.scene.writing import Writing
from tests.helpers.bundled import bundled_campaign, bundled_resources


def test_each_file_of_running_text_is_titled_by_its_own_heading() -> None:
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",)), 2, 2027)
    options = Options(("copy",))
    kit = build_kit(project, bundled_campaign(), bundled_resources(), options, dt.date(2026, 11, 25))
    titles: dict[str, tuple[str, list[str]]] = {}
    for spec in with_words(kit, plan(kit)):
        if isinstance(spec.words, Writing):
            heads = [block.text for block in spec.words.blocks if block.kind == "title"]
            titles[spec.path] = spec.words.title, heads
    proclaimed = {path for path in titles if "proclamation" in path}
    assert len(titles) > len(proclaimed) == 2
    for path, (title, heads) in titles.items():
        if path in proclaimed:
            assert heads == [kit.campaign.words.copy.proclamation], "the title says what is proclaimed"
            assert title.startswith("National Human Trafficking Prevention Month")
        else:
            assert heads == [title], path
