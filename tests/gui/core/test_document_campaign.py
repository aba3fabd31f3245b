"""The window speaks from the campaign that the kit carries, and from the built-in one after undo."""

from __future__ import annotations

from dataclasses import replace

from htpm_studio import paths
from htpm_studio.campaign.pack_files import pack_texts
from htpm_studio.gui.core.document import KitDocument


def other_pack() -> tuple[tuple[str, str], ...]:
    texts = dict(pack_texts(paths.assets() / "campaigns" / "htpm"))
    week = texts["en/week-2.toml"]
    title = next(line for line in week.splitlines() if line.startswith("title = "))
    texts["en/week-2.toml"] = week.replace(title, 'title = "Orchard work"', 1)
    return tuple(sorted(texts.items()))


def test_a_campaign_is_one_step_that_can_be_undone(document: KitDocument) -> None:
    before = document.campaign
    document.change("Use another campaign", replace(document.project, pack=other_pack()))
    assert document.kit(2).week.title == "Orchard work"
    document.stack.undo()
    assert document.campaign == before
    assert document.kit(2).week.title == before.week(2).title
    document.stack.redo()
    assert document.kit(2).week.title == "Orchard work"


def test_a_broken_one_leaves_the_built_in_one_and_says_so(document: KitDocument) -> None:
    told: list[str] = []
    document.pack_refused.connect(told.append)
    before = document.campaign
    document.change("Use another campaign", replace(document.project, pack=(("pack.toml", "schema = 1\n"),)))
    assert document.campaign == before
    assert "The campaign pack in this kit" in told[0]
