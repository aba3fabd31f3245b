"""A page is composed once a kit, however many files, previews and checks show it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from htpm_studio.compose.compose_page import Composed, compose_page
from htpm_studio.errors import StudioError
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.pages import page_builder
from htpm_studio.export.pages.backgrounds import background_specs
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import PageBuilder
from htpm_studio.export.run.exporter import export_kit
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources


@lru_cache(1)
def kit() -> Kit:
    options = Options(("deck", "background"))
    project = Project(Brand("Harbor Clinic", ("#0b6e69",)), 2, 2027)
    return build_kit(project, bundled_campaign(), bundled_resources(), options, dt.date(2026, 11, 25))


def page() -> PageSpec:
    return next(background_specs(kit())).pages[0]


@pytest.fixture
def composed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, str]]:
    """Template, page size and name of every page that is composed."""
    pages: list[tuple[str, str, str]] = []

    def listen(template: str, canvas: str, *rest: Any) -> Composed:
        pages.append((template, canvas, rest[-2].name))
        return compose_page(template, canvas, *rest)

    monkeypatch.setattr(page_builder, "compose_page", listen)
    return pages


def test_each_page_is_composed_once_a_kit(composed: list[tuple[str, str, str]], tmp_path: Path) -> None:
    export_kit(kit(), tmp_path, JobContext(), wanted=lambda spec: spec.group == "short")
    files = [spec for spec in plan(kit()) if spec.group == "short"]
    shown = sum(len(spec.pages) + len(spec.layouts) for spec in files)
    assert len(composed) == shown > 20, "a deck and its PDF are in other fonts"
    assert max(Counter(composed).values()) == 2


def test_whoever_asks_for_a_page_that_is_being_composed_waits_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on, times = Event(), Event(), []

    def slowly(*asked: Any) -> Composed:
        times.append(asked)
        begun.set()
        assert go_on.wait(10)
        return compose_page(*asked)

    monkeypatch.setattr(page_builder, "compose_page", slowly)
    builder = PageBuilder()
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(builder.compose, page(), kit().page_inputs)
        assert begun.wait(10)
        second = pool.submit(builder.compose, page(), kit().page_inputs)
        go_on.set()
        assert first.result() is second.result()
    assert len(times) == 1


def test_a_page_that_cannot_be_composed_is_tried_again(composed: list[tuple[str, str, str]]) -> None:
    builder, unknown = PageBuilder(), replace(page(), template="background/none")
    for _ in range(2):
        with pytest.raises(StudioError, match="background/none"):
            builder.compose(unknown, kit().page_inputs)
    assert len(composed) == 2


def test_other_words_another_look_and_other_templates_make_another_page(composed: list[tuple[str, str, str]]) -> None:
    builder, one = PageBuilder(), page()
    other = replace(one, content={**one.content, "head": "Other words"})
    blue = replace(kit(), look=replace(kit().look, organization="Somebody Else"))
    read_again = replace(kit(), resources=replace(kit().resources))
    for spec, of in ((one, kit()), (other, kit()), (one, kit()), (one, blue), (one, read_again), (one, read_again)):
        builder.compose(spec, of.page_inputs)
    assert len(composed) == 4


def test_only_the_newest_versions_of_a_page_are_kept(composed: list[tuple[str, str, str]]) -> None:
    builder, one = PageBuilder(), page()
    versions = [replace(one, content={**one.content, "head": f"Words {number}"}) for number in range(6)]
    for spec in (*versions, versions[-1], versions[0]):
        builder.compose(spec, kit().page_inputs)
    assert len(composed) == 7
