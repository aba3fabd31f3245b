"""A toolkit for one day is a day: its own date and name, posts on it or before it, and no word of weeks."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from htpm_studio import paths
from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.pack import languages, read_pack
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import compose, pages_of
from htpm_studio.export.sources.toolkit_import import pack_of, read_toolkit
from htpm_studio.export.texts.file_specs import with_words
from htpm_studio.export.texts.planned_posts import planned_posts
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from htpm_studio.scene.walk import texts
from tests.helpers.bundled import bundled_resources

ENGLISH = """# Water Safety Day, May 15, 2027

Water Safety Day is observed on May 15. It reminds families how to stay safe around water.

### Take action

- Sign up for a swim class at the city pool.
- Check that the fence around your pool closes by itself.

### Social media

Tonight we light the pier blue for Water Safety Day: example.org/pier #WaterSafetyDay

Life jackets save lives. Wear one on every boat: example.org/jackets #WaterSafetyDay

Learn to swim at any age: example.org/swim #WaterSafetyDay

## If you need help

Water Safety Helpline: 1-800-555-0100
"""
SPANISH = """# Día de la Seguridad en el Agua, 15 de mayo de 2027

El Día de la Seguridad en el Agua se conmemora el 15 de mayo. Recuerda a las familias cómo cuidarse en el agua.

### Qué puede hacer

- Inscríbase en una clase de natación en la piscina de la ciudad.
- Revise que la cerca de su piscina se cierre sola.

### Redes sociales

Esta noche iluminamos el muelle de azul: example.org/muelle #AguaSegura

Los chalecos salvan vidas. Use uno en cada bote: example.org/chalecos #AguaSegura

Aprenda a nadar a cualquier edad: example.org/nadar #AguaSegura

## Si necesita ayuda

Línea de Ayuda del Agua: 1-800-555-0100
"""
WEEK = re.compile(r"\bweeks?\b|\bsemanas?\b", re.IGNORECASE)


def campaign_of(text: str, folder: Path) -> Campaign:
    file = folder / "toolkit.md"
    file.write_text(text, encoding="utf-8")
    made = pack_of(read_toolkit(file, JobContext(), paths.assets()), paths.assets())
    return read_pack(made.texts, languages(made.texts)[0])


def kit_of(campaign: Campaign, year: int = 2027) -> Kit:
    project = Project(Brand("Harbor Library"), 1, year, language=campaign.language)
    return build_kit(project, campaign, bundled_resources(), Options(), dt.date(2027, 3, 1))


@pytest.mark.parametrize("text", [ENGLISH, SPANISH], ids=["en", "es"])
def test_a_day_has_its_date_and_its_name_and_no_word_of_weeks(text: str, tmp_path: Path) -> None:
    kit = kit_of(campaign_of(text, tmp_path))
    assert (kit.dates.first, kit.dates.last) == (dt.date(2027, 5, 15), dt.date(2027, 5, 15))
    assert kit.folder_name in ("water-safety-day", "dia-de-la-seguridad-en-el-agua")
    said = [kit.folder_name]
    for spec in with_words(kit, plan(kit)):
        said += [spec.path, spec.title, spec.alt, spec.caption, *(spec.words.said if spec.words else ())]
        once = spec.format in ("pdf", "png") and not spec.repeats and "a4" not in spec.path
        for page in pages_of(spec, kit.page_inputs) if once else ():
            said += [
                page.info.title,
                page.info.notes,
                *(block.text for block in texts(compose(page, kit.page_inputs).page)),
            ]
    assert [one for one in said if WEEK.search(one)] == []


@pytest.mark.parametrize(("year", "day"), [(2027, 15), (2029, 15)])
def test_posts_are_on_the_day_or_just_before_it_in_any_year(year: int, day: int, tmp_path: Path) -> None:
    kit = kit_of(campaign_of(ENGLISH, tmp_path), year)
    days = [post.day for post in planned_posts(kit.project, kit.campaign)]
    assert sorted(one for one in days if one) == [dt.date(year, 5, day - before) for before in (2, 1, 0)]
    first = next(post for post in planned_posts(kit.project, kit.campaign) if "light the pier" in post.caption)
    assert first.day == dt.date(year, 5, day)


def test_a_day_with_dated_parts_keeps_its_weeks(tmp_path: Path) -> None:
    parts = ENGLISH.replace("### Take action", "## Week 1: May 3-9\n\n### Take action")
    assert not campaign_of(parts, tmp_path).observance.single
