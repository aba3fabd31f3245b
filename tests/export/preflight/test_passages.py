"""Every text of a kit as a passage: what is read of a page, beside it, and to whom it speaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from htpm_studio.compose.compose_page import PageInfo
from htpm_studio.errors import msg
from htpm_studio.export.kit.content import shared_values
from htpm_studio.export.kit.edits import FINE
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.sentences import photo_words
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.export.preflight.model import Check, check_id
from htpm_studio.export.preflight.passages import PageText, kit_passages, page_texts
from htpm_studio.export.preflight.report import gather, make_safe, report, titles_of
from htpm_studio.project.model import Brand, Edits, Photo, Project
from htpm_studio.scene.nodes import PictureSource
from tests.helpers.bundled import bundled_campaign, bundled_resources, bundled_tools

PIECE = "w2/social/a"


@cache
def plain() -> Kit:
    project = Project(Brand("Riverbend"), 2, 2027)
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(("social",)), date(2026, 11, 28))


def having(own: Mapping[str, dict[str, str]], *photos: Photo) -> Kit:
    return replace(plain(), project=replace(plain().project, edits=Edits.from_mapping(own), photos=photos))


def page(template: str = "social/statement", name: str = "a", notes: str = "", **more: Any) -> PageSpec:
    content = {**shared_values(plain()), **more.pop("content", {})}
    return PageSpec(template, "square", content, PageInfo(name, "A", 2, notes=notes), **more)


def spec(*pages: PageSpec, piece: str = PIECE, medium: Any = "social", **more: Any) -> FileSpec:
    return FileSpec("a", medium, "The title", "a.png", "png", pages, piece=piece, **more)


def read(one: PageSpec) -> list[tuple[str, str, str]]:
    (found,) = page_texts(plain(), [spec(one)])
    return [(passage.field, passage.text, passage.role) for passage in found.passages]


def test_the_words_of_a_page_are_read_and_what_every_page_shares_or_nobody_reads_is_not() -> None:
    content = {"head": "Ask", "items": ("One", " "), "rows": ({"text": "Two", "url": "a.org"},), "icon": "hand",
               "url": "a.org", "caption": "Beside"}  # fmt: skip
    assert read(page(content=content)) == [
        ("head", "Ask", "text"), ("items.0", "One", "text"), ("rows.0.text", "Two", "text"),
    ]  # fmt: skip
    assert read(page(content={"month": "Another month"})) == [("month", "Another month", "text")]
    (found,) = page_texts(plain(), [spec(page(content=content))])
    assert {passage.block for passage in found.passages} == {"Ask\nOne\nTwo"}


def test_titles_of_others_and_legal_words_are_read_as_such_and_a_number_with_its_unit() -> None:
    assert read(page(content={"title": "A guide", "source": "A study"})) == [
        ("title", "A guide", "title"), ("source", "A study", "title"),
    ]  # fmt: skip
    assert read(page("print/proclamation", content={"head": "Whereas"})) == [("head", "Whereas", "legal")]
    number = {"number": "25%", "unit": "of people"}
    assert read(page(content=number))[0] == ("number", "25% of people", "text")
    assert read(page(content={"number": "25%", "unit": 3}))[0] == ("number", "25%", "text")
    assert read(page(part="en", content={"head": "Ask"})) == [("en.head", "Ask", "text")]


def test_the_rows_of_a_handout_that_shows_slides_are_read_with_the_slides() -> None:
    content = {"rows": ({"text": "Two"},), "head": "Ask"}
    assert [field for field, *_ in read(page(content=content))] == ["rows.0.text", "head"]
    assert [field for field, *_ in read(page(content=content, slides=(page(),)))] == ["head"]
    whole = page(content={"items": ("Two",)}, whole={"items": ("One", "Two")})
    assert [text for _, text, _ in read(whole)] == ["One", "Two"]


def test_the_same_words_in_another_size_are_read_once_and_in_another_slide_again() -> None:
    one = page(content={"head": "Ask"})
    assert len(page_texts(plain(), [spec(one), spec(replace(one, canvas="story"))])) == 1
    assert len(page_texts(plain(), [spec(one), spec(one, piece="w2/social/b")])) == 2
    assert len(page_texts(plain(), [spec(one), spec(replace(one, template="social/photo"))])) == 2
    slides = replace(one, piece="w2/deck/a/1"), page(name="b", content={"head": "Ask"}, piece="w2/deck/a/1")
    assert [text.piece for text in page_texts(plain(), [spec(*slides)])] == ["w2/deck/a/1"] * 2


def said(kit: Kit, *texts: PageText) -> dict[tuple[str, str], tuple[str, str]]:
    return {(one.piece, one.field): (one.role, one.audience) for one in kit_passages(kit, texts)}


def text(kit: Kit, one: PageSpec, **more: Any) -> PageText:
    (found,) = page_texts(kit, [spec(one, **more)])
    return found


def test_notes_and_descriptions_are_read_too() -> None:
    found = said(plain(), text(plain(), page(content={"head": "Ask"}, notes="Say."), alt="A field.", caption="Come."))
    roles = {field: role for (piece, field), (role, _) in found.items() if piece == PIECE}
    assert roles == {"head": "text", "notes": "notes", "alt": "alt"}, "what is posted is read with the posts"
    deck = said(plain(), text(plain(), page(content={"head": "Ask"}), medium="deck", caption="Come."))
    assert {field for piece, field in deck if piece == PIECE} == {"head"}


def test_a_description_is_read_without_that_of_the_photo_unless_the_user_wrote_it() -> None:
    photo = Photo(PictureSource("key", "jpeg", b"", (9, 9)), "a.jpg", alt="Two people plant a tree.")
    words = photo_words(having({}, photo), photo)

    def alt(kit: Kit, said: str) -> list[str]:
        texts = [text(kit, page(content={"head": "Ask"}), alt=said)]
        return [one.text for one in kit_passages(kit, texts) if (one.piece, one.field) == (PIECE, "alt")]

    assert alt(having({}, photo), f"Come. {words}") == ["Come."]
    assert alt(having({PIECE: {"alt": "x"}}, photo), f"Come. {words}") == [f"Come. {words}"]
    assert alt(having({}, photo), "Come.") == ["Come."]


def test_own_words_of_texts_without_pages_and_of_single_networks_are_read() -> None:
    post = f"w2/social/{plain().week.posts[0].id}"
    kit = having({"w2/copy/web": {"call": "Mine", "@fine.x": "yes"}, "w3/copy/web": {"call": "No"},
                  post: {"caption.x": "Here"}})  # fmt: skip
    found = said(kit)
    assert found["w2/copy/web", "call"][0] == "article"
    assert {piece for piece, _ in found}.isdisjoint({"w3/copy/web"})
    assert ("w2/copy/web", "@fine.x") not in found
    assert found[post, "caption.x"][0] == "post"
    names = {network.id for network in bundled_resources().networks.texts}
    assert {field for piece, field in found if piece == post} == {f"caption.{name}" for name in names}


def test_a_text_speaks_to_whom_its_template_its_post_or_its_deck_does() -> None:
    kit = plain()
    post = replace(kit.week.posts[0], audience="at-risk")
    talk, loop = kit.week.deck("training"), kit.week.deck("loop")
    kit = replace(kit, week=replace(kit.week, posts=(post,)))
    piece, slide, lobby = f"w2/social/{post.id}", "w2/deck/training/1", "w2/deck/loop/1"
    ask = page(content={"head": "Ask"})
    texts = [
        text(kit, ask, piece=piece),
        text(kit, replace(ask, piece=slide), piece="w2/deck/training", medium="deck"),
        text(kit, replace(ask, piece=lobby), piece="w2/deck/loop", medium="deck"),
        text(kit, ask, piece="w2/print/flyer", medium="print"),
    ]
    found = [said(kit, *texts)[name, "head"][1] for name in (piece, slide, lobby, "w2/print/flyer")]
    assert found == ["at-risk", talk.audience, loop.audience, "public"]
    assert talk.audience != loop.audience
    library = kit.resources.library
    at_risk = next(name for name, one in library.templates.items() if one.audience == "at-risk")
    assert said(kit, text(kit, page(at_risk, content={"head": "Ask"}), piece="w2/a"))["w2/a", "head"][1] == "at-risk"
    guide = {field.partition(".")[0]: who for (name, field), (_, who) in said(kit).items() if name == "w2/campaign"}
    assert {guide[name] for name in ("connecting", "week", "scenarios") if name in guide} == {"professional"}
    assert guide["month"] == "public"


# ------------------------------------------------------------------ one report of it


def test_a_list_that_goes_on_has_no_single_text_and_every_piece_has_a_name() -> None:
    first = page(name="slide 3", content={"head": "Ask"}, piece="w2/deck/a/1")
    second = replace(first, info=PageInfo("slide 4", "A", 2), content={**first.content, "head": "Then"})
    deck = spec(first, second, piece="w2/deck/a", medium="deck")
    assert gather(plain(), [deck]).fixed == {"w2/deck/a/1"}
    whole = replace(first, whole=first.content), replace(second, whole=first.content)
    assert gather(plain(), [spec(*whole, piece="w2/deck/a", medium="deck")]).fixed == frozenset()
    assert gather(plain(), [spec(first, piece="w2/deck/a", medium="deck")]).fixed == frozenset()
    titles = titles_of(plain(), [deck])
    assert (titles["w2/deck/a"], str(titles["w2/deck/a/1"])) == ("The title", "Slide 3, A")
    post = plain().week.posts[0]
    assert f"w2/social/{post.id}" in titles


def check(code: str, piece: str = "", group: Any = "look", **more: Any) -> Check:
    return Check(check_id(code), group, code, "A", msg("Said."), piece, **more)


def test_checks_are_in_the_order_of_their_groups_and_of_the_kit_and_those_called_fine_apart() -> None:
    specs = [spec(page(piece="w2/deck/a/1"), piece="w2/deck/a"), spec(page(), piece="w2/print/b")]
    rows = [
        check("f", "w2/print/b", "fixed"), check("c", "w2/print/b"), check("b", "w2/deck/a/1", at=9),
        check("a", "w2/deck/a/1", at=2), check("d"), check("h", "w2/print/b", "fix"),
        check("g", "w2/print/b", "fix", blocked=True),
    ]  # fmt: skip
    found = report(plain(), specs, [*rows, rows[0]])
    assert "".join(one.code for one in found.checks) == "ghabcdf"
    marks = having({"w2/print/b": {FINE + check_id(code): "yes" for code in "cg"}, "w2/x": {"head": "y"}})
    found = report(marks, specs, rows)
    assert "".join(one.code for one in found.checks) == "ghabdf"
    assert [one.code for one in found.fine] == ["c"]


def test_unsafe_words_are_exported_in_their_safe_version_and_that_is_said() -> None:
    post = f"w2/social/{plain().week.posts[0].id}"
    safe, findings = make_safe(having({post: {"sub": "Confront them at once. Then call."}}), bundled_tools())
    told = [one for one in findings if one.piece == post]
    assert [(one.severity, one.code, str(one.message).endswith("The kit’s own words were used.")) for one in told] == [
        ("error", "W9", True)
    ]
    assert "Confront" not in str(safe.project.edits.to_mapping()[post])
    kit = having({})
    assert make_safe(kit, bundled_tools())[0] is kit
