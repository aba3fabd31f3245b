"""post.html: the posts of a kit for a phone, whole in one file that asks nobody for anything."""

from __future__ import annotations

import base64
import datetime as dt
import io
import json
import re
from dataclasses import replace
from html import unescape

import pytest
from PIL import Image

from htpm_studio.export.folder.post_page import MOST_BYTES, post_page
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import RenderedFile
from htpm_studio.export.pages.social import social_specs
from htpm_studio.export.run.exporter import make_kit
from htpm_studio.export.texts.week_posts import ready_posts
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from htpm_studio.scene.quotes import typographic
from tests.helpers.bundled import bundled_campaign, bundled_resources

SIZES = {"portrait": (108, 135), "story": (108, 192), "landscape": (120, 63), "square": (108, 108)}


def kit_of(language: str = "en", name: str = "Riverbend Coalition") -> Kit:
    project = Project(Brand(name), 2, 2027, language=language)
    options = Options(("social",))
    return build_kit(project, bundled_campaign(language), bundled_resources(), options, dt.date(2026, 11, 28))


def drawn(kit: Kit, *sizes: str) -> list[RenderedFile]:
    """The pictures of the posts, each of one color."""
    made = []
    for spec in social_specs(kit):
        size = spec.pages[0].canvas
        if size in sizes and spec.format == "png":
            data = io.BytesIO()
            Image.new("RGB", SIZES[size], "#0F766E").save(data, "PNG")
            made.append(RenderedFile(spec, data.getvalue()))
    return made


def page_of(kit: Kit, *sizes: str) -> str:
    return post_page(kit, drawn(kit, *(sizes or ("portrait", "story", "landscape")))).decode()


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_post_has_its_texts_pictures_and_description_under_its_day(language: str) -> None:
    kit = kit_of(language)
    page = page_of(kit)
    posts = ready_posts(kit, [file.spec for file in drawn(kit, "portrait")])
    assert re.findall(r'<article id="([^"]+)"', page) == [post.post.piece.rpartition("/")[2] for post in posts]
    shown = [unescape(text) for text in re.findall(r'<div class="text" dir="auto">(.*?)</div>', page, re.DOTALL)]
    for post in posts:
        assert post.post.day is not None
        assert f'id="d{post.post.day.isoformat()}"' in page
        assert page.count(f'href="#d{post.post.day.isoformat()}"') == 1
        for version in post.versions:
            assert any(text in typographic(version.text, kit.own_names) for text in shown)
        assert unescape(page).count(f'<p class="alt">{post.alt}</p>') >= 1
    assert len(re.findall(r"<img ", page)) == 3 * len(posts)
    assert re.findall(r'data-shape="(\w+)"', page)[:3] == ["portrait", "story", "landscape"]


def test_a_kit_of_other_sizes_gives_its_own_and_one_without_pictures_has_no_page() -> None:
    kit = kit_of()
    page = page_of(kit, "square")
    assert set(re.findall(r'data-shape="(\w+)"', page)) == {"square"}
    assert 'class="opt"' not in page
    assert post_page(kit, []) == b""


def test_nothing_outside_the_page_is_asked_for() -> None:
    page = page_of(kit_of())
    assert "default-src 'none'" in page
    assert set(re.findall(r'(?:src|href)="(?!#)([^",:]+)[:,"]', page)) == {"data"}
    assert not re.search(r"(?:url\(|@import|fetch\(|XMLHttpRequest)", page)


def test_a_name_is_text_and_never_markup() -> None:
    page = page_of(kit_of(name='</title><script>alert(1)</script>"&'))
    assert "alert(1)</script>" not in page
    words = re.search(r'data-words="([^"]+)"', page)
    assert words is not None
    assert json.loads(unescape(words.group(1)))["copied"] == "Copied"


def test_the_pictures_of_a_post_go_through_a_chat_however_much_is_in_them() -> None:
    kit = kit_of()
    noise = Image.effect_noise((1080, 1350), 90).convert("RGB")
    data = io.BytesIO()
    noise.save(data, "PNG")
    made = [replace(file, data=data.getvalue()) for file in drawn(kit, "portrait")][:1]
    picture = re.search(r"base64,([^\"]+)", post_page(kit, made).decode())
    assert picture is not None
    assert len(picture.group(1)) <= 2 * MOST_BYTES, "the least quality that is still a picture"
    assert Image.open(io.BytesIO(base64.b64decode(picture.group(1)))).size == (1080, 1350)


def test_the_kit_has_the_page_and_its_start_page_leads_there() -> None:
    made = make_kit(kit_of(), JobContext(), wanted=lambda spec: spec.path.startswith("social/portrait/"))
    files = {file.path: file.data for file in made.files}
    assert b'href="post.html"' in files["START-HERE.html"]
    assert json.loads(files["kit.json"])["post.html"]["bytes"] == len(files["post.html"])
