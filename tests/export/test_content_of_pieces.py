"""Content is declared: each source with each way to lie on paper shows all that it has, or is refused with its line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from htpm_studio import paths
from htpm_studio.campaign.model import Handout
from htpm_studio.cli.commands import main
from htpm_studio.export.kit.kit import Kit, Options, build_kit, load_resources
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.page_builder import compose, first_sheet, on_sheet, page_count, pages_of
from htpm_studio.export.pages.selection import printed
from htpm_studio.export.prints.file_specs import content_for
from htpm_studio.export.prints.plan import print_plan
from htpm_studio.export.run.render_file import render_file
from htpm_studio.pieces.declared import Declarations, declarations, pieces, use
from htpm_studio.pieces.read_pieces import TAKES
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from htpm_studio.scene.nodes import Group, Page
from htpm_studio.scene.walk import texts, walk
from tests.helpers.bundled import bundled_campaign

NAMES = tuple(f"{first} Doe" for first in ("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal", "Ike"))
FOLDER = "print/name-tag"

SIZE = """schema = 1

[[size]]
id = "name-tag"
name = { en = "Name tag" }
medium = "print"
measure = "in"
width = 3.5
height = 2
unit = 2
scale = "card"
shape = "small"
"""

TAG = """schema = 1
order = 500
takes = { list = "names", each = "participant" }
hotline = false

[page.name-tag]
title = { en = "Name tag" }
[page.name-tag.content]
head = "{words.print.name_tag_head}"

[[file]]
name = "name-tags"
title = "{words.print.name_tag_title}"
pages = ["name-tag"]
letter = { size = "name-tag", sheet = "name-tag-8up" }
a4 = { size = "name-tag", sheet = "name-tag-8up" }

[words.en]
name_tag_head = "Hello, my name is"
name_tag_title = "Name tags, 8 on a sheet"

[[sheet]]
id = "name-tag-8up"
page = "letter"
unit = "in"
columns = 2
rows = 4
width = 3.5
height = 2.0
x0 = 0.75
y0 = 1.5
dx = 3.5
dy = 2.0
ruler = 1.0
"""

PAGE = """<template id="print/{name}" canvases="{sizes}" fields="{fields}">
<column padding="4" gap="1"><text style="title" max-lines="2" min="0.3" tag="H1">{{head}}</text>
<text style="body" max-lines="2" min="0.5" if="participant">{{participant}}</text>{more}
<text style="body" max-lines="1" min="0.6">{{hotline.number}}</text></column>
</template>
"""


def write(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def tag_folder(folder: Path, declared: str = TAG, *more: str) -> Path:
    """Name tags as a user's own piece: one folder and one size; `more` are further pages."""
    drawn = {
        f"{FOLDER}/{name}.xml": PAGE.format(name=name, sizes="name-tag", fields="head participant?", more="")
        for name in ("name-tag", *more)
    }
    return write(folder, {"sizes.toml": SIZE, f"{FOLDER}/piece.toml": declared, **drawn})


TWO_SIDED = TAG.replace('pages = ["name-tag"]', 'pages = ["name-tag", "name-tag-back"]').replace(
    "[[file]]",
    '[page.name-tag-back]\ntitle = { en = "Back" }\n[page.name-tag-back.content]\n'
    'head = "{words.print.name_tag_title}"\n[[file]]',
)


def kit_with(folder: Path, names: tuple[str, ...] = ()) -> Kit:
    campaign = bundled_campaign("en")  # kept for other tests, so without the words of pieces that are declared next
    resources = load_resources(replace(paths.folders(), own_templates=folder))
    options = Options(("print",), ("letter",), names=names)
    return build_kit(Project(Brand("Riverbend"), 2, 2027), campaign, resources, options, date(2027, 1, 3))


def mistakes(kit: Kit) -> list[str]:
    return [str(problem) for problem in kit.resources.library.problems]


def tags(kit: Kit) -> FileSpec:
    (spec,) = (one for one in printed(kit, "letter") if one.path.endswith("name-tags.pdf"))
    return spec


def sheets(kit: Kit, spec: FileSpec) -> tuple[Page, ...]:
    pages = tuple(compose(page, kit.page_inputs).page for page in pages_of(spec, kit.page_inputs))
    return on_sheet(spec, pages, kit.page_inputs) if spec.sheet else pages


def said(page: Page) -> Counter[str]:
    return Counter(block.text.replace("\xa0", " ") for block in texts(page))


def names_on(page: Page) -> list[str]:
    return [name for name in said(page).elements() if name in NAMES]


def cards(page: Page) -> list[Group]:
    return [node for node in page.nodes if isinstance(node, Group) and node.name.startswith(("outside", "inside"))]


# ------------------------------------------------------------------ name tags


@pytest.mark.parametrize(("count", "filled"), [(1, [1]), (5, [5]), (8, [8]), (9, [8, 1])])
def test_each_name_has_one_tag_and_the_last_sheet_is_filled_up(tmp_path: Path, count: int, filled: list[int]) -> None:
    kit = kit_with(tag_folder(tmp_path), NAMES[:count])
    assert mistakes(kit) == []
    made = sheets(kit, tags(kit))
    assert [names_on(page) for page in made] == [
        list(NAMES[:8][: filled[0]]),
        *([list(NAMES[8:])] if filled[1:] else []),
    ]
    assert [len(cards(page)) for page in made] == filled, "the places that are left stay empty"
    assert page_count(tags(kit), kit.page_inputs) == len(made)
    assert len(first_sheet(tags(kit), kit.page_inputs)) == filled[0]
    (line,) = print_plan(kit, [tags(kit)], 40)
    assert (line.pieces, line.sheets, line.sides) == (count, len(made), 1)


def test_a_screen_reader_hears_every_name_and_a_sheet_of_one_side_says_so(tmp_path: Path) -> None:
    kit = kit_with(tag_folder(tmp_path), NAMES[:5])
    (page,) = sheets(kit, tags(kit))
    assert [(card.tag, card.decorative) for card in cards(page)] == [("Sect", False)] * 5
    assert said(page)["Print on one side."] == 1
    assert not [text for text in said(page) if "Side" in text or "edge" in text]
    file = render_file(tags(kit), kit.inputs, JobContext())
    assert file.findings == ()
    assert b"DuplexFlip" not in file.data


def test_without_names_a_sheet_has_equal_tags_to_fill_in(tmp_path: Path) -> None:
    kit = kit_with(tag_folder(tmp_path))
    (page,) = sheets(kit, tags(kit))
    assert said(page)["Hello, my name is"] == len(cards(page)) == 8
    assert not tags(kit).private


def test_tags_with_a_back_have_it_behind_each_front(tmp_path: Path) -> None:
    kit = kit_with(tag_folder(tmp_path, TWO_SIDED, "name-tag-back"), NAMES)
    assert mistakes(kit) == []
    made = sheets(kit, tags(kit))
    assert [len(cards(page)) for page in made] == [8, 8, 1, 1]
    for front, back in zip(made[::2], made[1::2], strict=True):
        behind = {(round(612 - card.box.right), round(card.box.y)): card for card in cards(back)}
        for card in cards(front):
            other = behind[round(card.box.x), round(card.box.y)]
            assert names_in(card) == names_in(other) != []
    assert [sum(said(page)[text] for page in made) for text in NAMES] == [2] * 9
    (line,) = print_plan(kit, [tags(kit)], 40)
    assert (line.sheets, line.sides, page_count(line.spec, kit.page_inputs)) == (2, 2, 4)
    assert any("Flip on the long edge" in text for text in said(made[1]))
    assert b"DuplexFlipLongEdge" in render_file(tags(kit), kit.inputs, JobContext()).data


def names_in(card: Group) -> list[str]:
    return [node.text for node in walk((card,)) if getattr(node, "text", "").replace("\xa0", " ") in NAMES]


def test_a_name_that_is_left_out_takes_its_back_with_it(tmp_path: Path) -> None:
    only_fronts = tag_folder(tmp_path, TWO_SIDED, "name-tag-back")
    back = only_fronts / FOLDER / "name-tag-back.xml"
    text = back.read_text(encoding="utf-8").replace(
        '<text style="body" max-lines="2" min="0.5" if="participant">', "<!--"
    )
    back.write_text(text.replace("{participant}</text>", "-->"), encoding="utf-8")
    kit = kit_with(only_fronts, (*NAMES[:2], "1-888-373-7889", NAMES[2]))
    made = render_file(tags(kit), kit.inputs, JobContext())
    assert [finding.code for finding in made.findings] == ["hotline-slide"]
    with pypdfium2.PdfDocument(made.data) as document:
        front, behind = (page.get_textpage().get_text_range() for page in document)
    assert [front.count(name) for name in NAMES[:3]] == [1, 1, 1]
    assert behind.count("Name tags, 8 on a sheet") == 3


@pytest.mark.slow
@pytest.mark.parametrize(("count", "sheets_made"), [(5, 1), (9, 2)])
def test_the_command_makes_a_tag_for_each_name_of_a_list(tmp_path: Path, count: int, sheets_made: int) -> None:
    tag_folder(paths.own_templates())
    (tmp_path / "names.csv").write_text("\n".join(("Name", *NAMES[:count])), encoding="utf-8")
    asked = ["export", "--week", "2", "--org", "R", "--only", "print", "--paper", "letter", "--year", "2027"]
    assert main([*asked, "--certificate-names", str(tmp_path / "names.csv"), "--out", str(tmp_path / "kit")]) == 0
    (made,) = (tmp_path / "kit").glob("*/print/letter/name-tags.pdf")
    with pypdfium2.PdfDocument(made.read_bytes()) as document:
        shown = " ".join(page.get_textpage().get_text_range() for page in document)
        assert len(document) == sheets_made
    assert [shown.count(name) for name in NAMES[:count]] == [1] * count


# ------------------------------------------------------------------ every source, every way

ONE, BOTH = ("front",), ("front", "back")
WAYS = {
    "page": (ONE, "", 1), "pages": (BOTH, "", 1), "cards": (ONE, "card-8up", 1), "two-sided": (BOTH, "card-8up", 1),
    "tent": (ONE, "tent-fold", 1), "columns": (BOTH, "card-8up", 2), "one-sided-columns": (ONE, "card-8up", 2),
}  # fmt: skip
SIZES = {"": "letter", "card-8up": "card", "tent-fold": "tent"}
SOURCES: tuple[str, ...] = TAKES["print"]
POSSIBLE: dict[str, set[str]] = {
    "words": set(WAYS), "handout": {"page"}, "names": {"page", "pages", "cards", "two-sided"},
    **{source: {"page", "cards", "tent"} for source in SOURCES if source not in ("words", "handout", "names")},
}  # fmt: skip
LISTS = "".join(f'<for each="{name}" as="it"><text style="micro">{name} row</text></for>' for name in ("rows", "items"))
LISTS += '<for each="clauses" as="it"><text style="micro">clauses row</text></for>'


def declared(source: str, way: str) -> Iterator[tuple[str, str]]:
    """The files of a piece that takes this source and lies on paper in this way."""
    sides, sheet, languages = WAYS[way]
    name = f"{source}-{way}"
    takes = {"names": '{ list = "names", each = "participant" }', "handout": '{ entry = "handout" }'}.get(
        source, f'{{ {"text" if source in ("words", "evaluation", "proclamation") else "list"} = "{source}" }}'
    )
    pages = [f"{name}-{side}" for side in sides]
    laid = f'size = "{SIZES[sheet]}"' + (f', sheet = "{sheet}"' if sheet else "")
    again = f'size = "{SIZES[sheet]}-a4"'.replace("letter-a4", "a4") + (f', sheet = "{sheet}-a4"' if sheet else "")
    head = "words.print.eval_head"
    yield (
        f"print/{name}/piece.toml",
        f'schema = 1\norder = 500\ntakes = {takes}\nlanguages = {languages}\none = "it"\nhotline = false\n'
        + "".join(
            f'[page.{page}]\ntitle = {{ en = "A" }}\n[page.{page}.content]\nhead = "{{{head}}}"\n' for page in pages
        )
        + f"[[file]]\npages = {pages}\nletter = {{ {laid} }}\na4 = {{ {again} }}\n".replace("'", '"'),
    )
    sizes = "letter a4 card card-a4 tent tent-a4"
    fields = "head participant? rows[]? items[]? clauses[]?"
    for page in pages:
        yield f"print/{name}/{page}.xml", PAGE.format(name=page, sizes=sizes, fields=fields, more=LISTS)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Kit, Declarations]:
    """A kit with a user's piece for each source and way, as far as they are not refused, and what is then declared."""
    files = dict(file for source in SOURCES for way in WAYS for file in declared(source, way))
    kit = kit_with(write(tmp_path_factory.mktemp("own"), files), NAMES)
    handouts = (Handout("mine", "print/handout-page-front", {"head": "Said by the handout"}),)
    return replace(kit, week=replace(kit.week, handouts=handouts)), declarations()


@pytest.fixture
def every(made: tuple[Kit, Declarations]) -> Kit:
    use(made[1])
    return made[0]


def test_each_way_that_would_drop_content_is_refused_with_its_line(every: Kit) -> None:
    refused = {line.split("/")[1]: line for line in mistakes(every)}
    for source in SOURCES:
        for way in WAYS:
            name = f"{source}-{way}"
            assert (name in refused) == (way not in POSSIBLE[source]) == (f"print/{name}" not in pieces().by_id), name
            assert re.match(r"print/[\w-]+/piece\.toml:[1-9]\d*: ", refused.get(name, f"print/{name}/piece.toml:1: "))


@pytest.mark.parametrize("source", SOURCES)
def test_each_way_that_is_possible_shows_all_that_the_source_has(every: Kit, source: str) -> None:
    for way in POSSIBLE[source]:
        piece = pieces().by_id[f"print/{source}-{way}"]
        group = "mine" if source == "handout" else piece.name
        (spec,) = (one for one in printed(every, "letter") if one.group == group)
        shown = sum(map(said, sheets(every, spec)), Counter[str]())
        dropped = [
            finding
            for page in pages_of(spec, every.page_inputs)
            for finding in compose(page, every.page_inputs).findings
        ]
        content = content_for(every, piece.spec.takes)
        assert content is not None
        for name, value in {**content.values, "rows": content.rows or content.values.get("rows")}.items():
            if name in ("rows", "items", "clauses") and isinstance(value, tuple):
                assert shown[f"{name} row"] >= len(value) or dropped, f"{piece.id} drops {name}"
        wanted = {str(name): spec.sides for row in content.each for name in row.values()}
        assert {name: shown[name] for name in wanted} == wanted, piece.id
        usual = "Said by the handout" if source == "handout" else "How was this session?"
        assert shown[str(content.values.get("head", usual))], piece.id
        assert shown["¿Qué le pareció la sesión?"] or piece.spec.languages == 1


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ('{ list = "names", each = "participant" }', '"certificate"',
         'takes must be a table, not "certificate". Write takes = { list = "names", each = "participant", training'),
        ('{ list = "names", each = "participant" }', '"words"', 'not "words". Write takes = { text = "words" }.'),
        (', each = "participant"', "", "3: A list of names says in each which field a name fills"),
        ('list = "names"', 'text = "words"', "3: A list of names says in each which field a name fills"),
        ('list = "names"', 'list = "tally"', "3: A list of names says in each which field a name fills"),
        ('list = "names", each = "participant"', 'text = "words", training = true', "3: A list of names says in each"),
        ('list = "names"', 'list = "nmaes"', '3: list cannot be "nmaes". Did you mean names?'),
        ('list = "names"', 'list = "names", text = "words"', "3: A piece takes a text, a list or an entry, one of the"),
        ('"participant"', '"who"', "14: No page of this file has a field who, so no name would be shown."),
        ("hotline = false", 'flow = "rows"', "4: What goes on to further pages has one page in one language, no sheet"),
        ("hotline = false", "languages = 2", "4: A piece that takes names is in one language."),
        ('sheet = "name-tag-8up" }\n\n', 'sheet = "tent-fold" }\n\n', "Both sides of the tents on the sheet tent-fold"),
        ('{ list = "names", each = "participant" }', '{ text = "words" }\nlanguages = 3',
         "The sheet name-tag-8up has fewer columns than the piece has languages."),
    ],
)  # fmt: skip
def test_a_wrong_source_is_named_with_its_line_and_what_to_write(
    tmp_path: Path, old: str, new: str, mistake: str
) -> None:
    assert old in TAG
    kit = kit_with(tag_folder(tmp_path, TAG.replace(old, new, 1)))
    assert mistake in "\n".join(mistakes(kit))
    assert "print/name-tag" not in pieces().by_id


def test_a_field_that_only_names_fill_may_be_empty(tmp_path: Path) -> None:
    folder = tag_folder(tmp_path)
    page = folder / FOLDER / "name-tag.xml"
    page.write_text(page.read_text(encoding="utf-8").replace("participant?", "participant"), encoding="utf-8")
    assert any("Write participant? in its fields" in line for line in mistakes(kit_with(folder)))
