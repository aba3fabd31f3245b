"""The checks of a whole kit: a planted problem of each kind is found, its quick fix works, an export is safe."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from htpm_studio import paths
from htpm_studio.campaign.model import Campaign
from htpm_studio.cli.commands import main
from htpm_studio.compose.compose_page import Composed, compose_page
from htpm_studio.errors import Cancelled
from htpm_studio.export.folder.kit_texts import pages_of
from htpm_studio.export.kit.kit import Kit, Options, Resources, build_kit
from htpm_studio.export.pages import page_builder
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import PageBuilder
from htpm_studio.export.preflight.hotline_gate import block_unsafe
from htpm_studio.export.preflight.model import Check, CheckReport, applied, called_fine, called_open
from htpm_studio.export.preflight.report import Tools, preflight
from htpm_studio.export.run.exporter import export_kit
from htpm_studio.export.texts.planned_posts import network_field
from htpm_studio.pieces.sizes import Medium
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Edits, Photo, Project
from htpm_studio.project.store import save_project
from tests.helpers.bundled import bundled_campaign, bundled_resources, bundled_tools

TODAY = dt.date(2026, 11, 25)
POST = "w2/social/w2-rules-protect"
HELP = "w2/social/w2-rights"
SLIDE = "w2/deck/training/5"
BUILDER = PageBuilder()


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    return bundled_campaign()


@pytest.fixture(scope="module")
def resources() -> Resources:
    return bundled_resources()


@pytest.fixture(scope="module")
def tools() -> Tools:
    return bundled_tools()


class Maker:
    """Kits with planted edits, and the reports about them."""

    def __init__(self, campaign: Campaign, resources: Resources, tools: Tools) -> None:
        self.campaign, self.resources, self.tools = campaign, resources, tools

    def project(self, edits: Mapping[str, Mapping[str, str]] | None = None, *photos: Photo) -> Project:
        return Project(Brand("Riverbend Coalition"), 2, 2027, photos, edits=Edits.from_mapping(edits or {}))

    def kit(self, project: Project, options: Options | None = None, day: dt.date = TODAY) -> Kit:
        return build_kit(project, self.campaign, self.resources, options or Options(), day)

    def report(self, project: Project, *media: Medium, day: dt.date = TODAY) -> CheckReport:
        """The report on the whole kit, or on some of its media."""
        return preflight(self.kit(project, Options(media) if media else None, day), self.tools, BUILDER)

    def planted(self, piece: str, field: str, text: str) -> Project:
        return self.project({piece: {field: text}})


@pytest.fixture(scope="module")
def make(campaign: Campaign, resources: Resources, tools: Tools) -> Maker:
    return Maker(campaign, resources, tools)


@pytest.fixture(scope="module")
def plain(make: Maker) -> CheckReport:
    return make.report(make.project())


def one(report: CheckReport, code: str, field: str = "") -> Check:
    found = [check for check in report.checks if check.code == code and field in ("", check.field)]
    assert len(found) == 1, [(check.code, check.piece, str(check.sentence)) for check in report.checks]
    return found[0]


def test_our_own_kit_has_nothing_to_fix(plain: CheckReport) -> None:
    assert not plain.must_fix
    assert plain.group("look") == ()
    assert plain.count == 0


def test_addresses_are_asked_about_a_year_after_somebody_looked_for_them(make: Maker) -> None:
    due = make.campaign.info.addresses_due
    before = make.report(make.project(), "copy", day=due - dt.timedelta(days=1))
    assert "links-waiting" not in {check.code for check in before.checks}
    # Whoever is to open each address has to see all of them.
    sentence = str(one(make.report(make.project(), "copy", day=due), "links-waiting").sentence)
    assert sentence.startswith(f"Nobody has opened {sentence.count(',') + 1} addresses")
    assert replace(make.campaign.info, addresses_checked="").addresses_due < TODAY, "of a new toolkit at once"


# piece, field, text, code, group, label of the first button, its effect (None: follow the kit again)
PLANTED = [
    (POST, "sub", "Confront them at once. Then call.", "W9", "fix", "Use the safety line",
     "For everyone’s safety, don’t confront anyone. Call 1-888-373-7888. In immediate danger, call 911. Then call."),
    (POST, "sub", "83% are women. Read it.", "W11", "fix", "Remove the number", "Read it."),
    (POST, "sub", "Victims and victims.", "W5", "look", "Replace both",
     "People who have experienced trafficking and people who have experienced trafficking."),
    (POST, "caption", "Come on February 5, 2025. Stay.", "D1", "look", "Remove the line", "Stay."),
    (POST, "caption", "#Partner2Prevent #EndTrafficking #WearBlueDay", "W14", "look", "Keep the first two",
     "#Partner2Prevent #EndTrafficking"),
    (POST, "caption", "Call 1-888-373-7889.", "W15", "fix", "Put it back", "Call 1-888-373-7888."),
    (POST, "alt", "x " * 76, "alt-long", "look", "Edit", ""),
    (POST, "alt", "x " * 501, "alt-long", "fix", "Edit", ""),
    (SLIDE, "items.1", "Help every victim", "W5", "look", "Replace it",
     "Help every person who has experienced trafficking"),
    (SLIDE, "notes", "Say: this is a nightmare.", "W7", "look", "Edit", ""),
    (POST, "head", "Word " * 60, "too-long", "fix", "Back to the kit's text", None),
    (POST, "sub", "Go to unknown-place.org today", "link", "look", "Mark as checked", ""),
    (HELP, "hotline.number", "1-800-555-0100", "hotline", "fix", "Put it back", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("piece", "field", "text", "code", "group", "label", "better"),
    PLANTED,
    ids=[f"{row[3]}-{row[1]}" for row in PLANTED],
)
def test_a_planted_problem_is_found_with_its_way_out(
    make: Maker, piece: str, field: str, text: str, code: str, group: str, label: str, better: str | None
) -> None:
    project = make.planted(piece, field, text)
    place = field if code == "too-long" else ""
    medium = cast("Medium", piece.split("/")[1])
    check = one(make.report(project, medium), code, place)
    assert (check.group, check.piece) == (group, piece)
    assert check.title
    assert "{" not in str(check.sentence)
    assert str(check.fixes[0].label) == label
    if check.fixes[0].changes:
        fixed = applied(project, check.fixes[0].changes)
        assert fixed.edits.text(piece, field) == better
        assert code not in {other.code for other in make.report(fixed, medium).checks}


@pytest.mark.usefixtures("composed_anew")
def test_only_changed_pages_are_composed_again(make: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    composed: list[str] = []

    def listen(template: str, *rest: Any) -> Composed:
        composed.append(rest[-2].title)
        return compose_page(template, *rest)

    monkeypatch.setattr(page_builder, "compose_page", listen)
    builder = PageBuilder()
    preflight(make.kit(make.project(), Options(("background", "social"))), make.tools, builder)
    assert len(composed) > 30
    composed.clear()
    changed = make.kit(make.planted(POST, "sub", "Another line."), Options(("background", "social")))
    preflight(changed, make.tools, builder)
    assert set(composed) == {spec.title for spec in plan(changed) if spec.piece == POST}


def test_a_stopped_check_says_so(make: Maker) -> None:
    context = JobContext()
    context.cancel()
    with pytest.raises(Cancelled):
        preflight(make.kit(make.project()), make.tools, PageBuilder(), context)


# ---------------------------------------------------------------- fine as it is


def test_a_place_that_the_user_fills_in_is_named_with_its_network(make: Maker) -> None:
    planted = make.planted(POST, network_field("linkedin"), "We tried it with [product]. We learned: [one line].")
    check = one(make.report(planted), "to-fill-in")
    assert str(check.sentence).startswith("Fill in [product], [one line]; the text for LinkedIn")
    assert (check.group, check.field) == ("look", network_field("linkedin"))


def test_the_hotline_is_never_called_fine(make: Maker) -> None:
    project = make.planted(POST, "caption", "Call 1-888-373-7889.")
    check = one(make.report(project, "social"), "W15")
    assert check.blocked
    assert "W15" in {other.code for other in make.report(called_fine(project, check, "w2/kit"), "social").checks}


def test_an_address_that_was_opened_is_not_asked_for_again_in_any_week(make: Maker) -> None:
    due = make.campaign.info.addresses_due
    links = one(make.report(make.project(), "copy", day=due), "links-waiting")
    first = links.links[0]
    assert first.url.startswith("https://")
    assert first.address in first.url
    seen = called_fine(make.project(), links, "w2/kit", marks=(first.mark,))
    later = make.report(seen, "copy", day=due)
    assert one(later, "links-waiting").links == links.links[1:]
    assert [check.links for check in later.fine] == [(first,)]
    elsewhere = called_fine(make.project(), links, "w5/kit")
    assert "links-waiting" not in {check.code for check in make.report(elsewhere, "copy", day=due).checks}
    assert called_open(elsewhere, make.report(elsewhere, "copy", day=due).fine) == make.project()


# ---------------------------------------------------------------- export


def export(make: Maker, project: Project, out: Path) -> tuple[set[str], list[str], bool]:
    """What an export of the square graphics has, says, and whether it wants attention."""
    squares = make.kit(project, Options(media=("social",)))
    result = export_kit(squares, out, JobContext(), wanted=lambda spec: spec.path.startswith("social/square/"))
    manifest = json.loads((result.folder / "kit.json").read_text(encoding="utf-8"))
    paths_made = {row["path"] for row in manifest["files"]}
    return paths_made, [finding.message for _, finding in result.findings], result.needs_attention


def test_an_export_leaves_out_a_wrong_hotline_and_makes_the_rest_safe(make: Maker, tmp_path: Path) -> None:
    other = "w2/social/w2-healthy-workforce"
    wrong = {HELP: {"note": "Call 1-888-373-7889"}, POST: {"hotline.number": "5"}, other: {"caption": "Confront them."}}
    made, messages, attention = export(make, make.project(wrong), tmp_path)
    assert attention
    assert len(made) == 6
    assert not any("w2-rights" in path or "w2-rules-protect" in path for path in made)
    assert (
        "“You have the right to work safely” was left out. 1-888-373-7889 is almost the hotline's number." in messages
    )
    assert any("A labor law" in message and "was changed" in message for message in messages)
    assert any("The kit’s own words were used." in message for message in messages)
    page = (tmp_path / "week-2-labor-exploitation" / "START-HERE.html").read_text(encoding="utf-8")
    assert "Confront them" not in page
    assert "373-7889" not in page.replace("1-888-373-7889 is almost", "").replace("“1-888-373-7889”", "")


def test_one_slide_is_left_out_of_its_deck(make: Maker) -> None:
    kit = make.kit(make.planted(SLIDE, "items.0", "Text 233738 for help"))

    before = {spec.id: len(spec.pages) for spec in plan(kit)}
    kept, findings = block_unsafe(kit, plan(kit))
    after = {spec.id: len(spec.pages) for spec in kept}
    assert {name for name in after if before[name] != after[name]} == {"deck/training", "deck/training/pdf"}
    assert after["deck/training"] == before["deck/training"] - 1
    gone = {name.partition("/")[2] for name in before.keys() - after.keys()}
    assert gone == {
        *(f"facilitator-guide/{paper}" for paper in ("letter", "a4")),
        *(f"participant-handout{large}/{paper}" for large in ("", "-large-print") for paper in ("letter", "a4")),
        "facilitator-guide.docx",
    }
    assert all("was left out" in finding.message for finding in findings)


# ---------------------------------------------------------------- the command


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["check", *arguments])
    out, err = capsys.readouterr()
    return status, out, err


def test_check_reports_on_a_saved_kit(make: Maker, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save_project(replace(make.project(), brand=Brand("")), tmp_path / "good.htpm")
    status, out, _ = run(capsys, str(tmp_path / "good.htpm"), "--week", "2")
    assert status == 0
    assert "Week 2: Fair work keeps people safe. 1 to check, 0 to fix." in out
    assert "Worth a look" in out
    save_project(make.planted(POST, "sub", "Confront them."), tmp_path / "bad.htpm")
    status, out, _ = run(capsys, str(tmp_path / "bad.htpm"), "--week", "2", "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert status == 1
    assert (rows[0]["code"], rows[0]["group"], rows[0]["fixes"][0]) == ("W9", "fix", "Use the safety line")
    title = "Week 2: Fair work keeps people safe"
    assert rows[-1] == {"event": "checked", "kit": title, "to_check": 1, "must_fix": True}


@pytest.fixture
def folder(make: Maker, tmp_path: Path) -> Path:
    kit = make.kit(make.project(), Options(media=("background",)))
    return export_kit(kit, tmp_path, JobContext()).folder


def test_check_looks_at_a_made_kit_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, str(folder))[:2] == (0, f"{folder.name}. All checked.\n")
    first, second = sorted(folder.glob("backgrounds/*.jpg"))[:2]
    first.write_bytes(b"other")
    status, out, _ = run(capsys, str(folder.parent))
    assert status == 0
    assert "was changed after the export" in out
    second.unlink()
    status, out, _ = run(capsys, str(folder))
    assert status == 1
    assert f"backgrounds/{second.name}: The file is missing." in out


def test_check_reads_the_words_of_changed_files(
    make: Maker, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kit = make.kit(make.project(), Options(media=("deck",)))
    made = export_kit(kit, tmp_path, JobContext(), wanted=lambda spec: spec.piece == "w2/deck/short").folder
    assert run(capsys, str(made))[:2] == (0, f"{made.name}. All checked.\n")
    deck = made / "deck" / "week-2-short-deck.pptx"
    with zipfile.ZipFile(deck) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    first = parts["ppt/slides/slide1.xml"].decode()
    parts["ppt/slides/slide1.xml"] = first.replace("Fair work in ten minutes", "Confront them: 1-888-373-7889").encode()
    with zipfile.ZipFile(deck, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    status, out, _ = run(capsys, str(made))
    assert status == 1
    assert "week-2-short-deck.pptx: The file was changed after the export." in out
    assert "week-2-short-deck.pptx: “1-888-373-7889” is almost the hotline, but not quite." in out
    assert "Better: Confront them: 1-888-373-7888" in out
    assert out.count("deck/") == 3


@pytest.mark.parametrize(
    ("name", "data", "pages"),
    [
        ("a.txt", b"One.\nTwo.\n\nThree.", ("One.\nTwo.", "Three.")),
        ("a.html", b"<style>p{}</style><p>One &amp; two</p><script>x</script><li>Three", ("One & two", "Three")),
        ("a.csv", b"\xff\xfe", ("\ufffd\ufffd",)),
        ("a.pptx", b"PK broken", ()),
        ("a.docx", b"", ()),
        ("a.png", b"text", ()),
    ],
)
def test_what_is_seen_together_in_a_file(tmp_path: Path, name: str, data: bytes, pages: tuple[str, ...]) -> None:
    (tmp_path / name).write_bytes(data)
    assert pages_of(tmp_path / name) == pages
    assert pages_of(tmp_path / f"no-{name}") == ()


@pytest.mark.parametrize("name", ["none.htpm", "empty", "text.htpm"])
def test_what_cannot_be_checked_ends_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.htpm").write_text("hello")
    status, out, err = run(capsys, str(tmp_path / name))
    assert (status, out) == (2, "")
    assert name in err


@pytest.mark.slow
def test_check_reads_a_campaign_in_every_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = Path(shutil.copytree(paths.assets() / "campaigns" / "htpm", tmp_path / "pack"))
    posts = pack / "es" / "week-2-posts.toml"
    posts.write_text(posts.read_text("utf-8").replace("La gente trabaja mejor", "La víctima trabaja mejor"), "utf-8")
    known = (pack / "pack.toml").read_text("utf-8")
    (pack / "pack.toml").write_text(known.replace("addresses_checked", "# addresses_checked"), "utf-8")
    status, out, _ = run(capsys, str(pack), "--week", "2", "--year", "2027", "--hints", "--json")
    assert status == 0
    rows = [json.loads(line) for line in out.splitlines()]
    ends = [(row["kit"], row["to_check"], row["must_fix"]) for row in rows if row.get("event") == "checked"]
    assert ends == [
        ("Week 2: Fair work keeps people safe (en)", 1, False),
        ("Week 2: El trabajo justo protege (es)", 2, False),
    ]
    assert {row["code"] for row in rows if row.get("group") == "look"} == {"links-waiting", "W5-es"}
    assert "hint" not in {row.get("group") for row in rows}
    posts.write_text("[[posts", "utf-8")
    status, out, _ = run(capsys, str(pack))
    assert (status, out) == (2, "")
