"""The checks of a whole kit: a planted problem of each kind is found, its quick fix works, an export is safe."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import zipfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from PIL import Image

from htpm_studio import paths
from htpm_studio.campaign.model import Campaign
from htpm_studio.cli.commands import main
from htpm_studio.compose.compose_page import Composed, compose_page
from htpm_studio.errors import Cancelled, InputError
from htpm_studio.export.folder import kit_folder
from htpm_studio.export.folder.kit_texts import pages_of
from htpm_studio.export.kit.edits import FINE, PICTURE, changes_piece, social_piece
from htpm_studio.export.kit.kit import Kit, Options, Resources, build_kit
from htpm_studio.export.pages import page_builder
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import PageBuilder
from htpm_studio.export.preflight.hotline import lacks_hotline
from htpm_studio.export.preflight.hotline_gate import block_unsafe
from htpm_studio.export.preflight.kit import SHOWN_ADDRESSES, _waiting, lost_checks, photo_checks
from htpm_studio.export.preflight.model import Check, CheckReport, WebAddress, applied, called_fine, called_open
from htpm_studio.export.preflight.report import Tools, kit_place, make_safe, preflight
from htpm_studio.export.run.exporter import export_kit
from htpm_studio.export.texts.planned_posts import moved, network_field, planned_posts, spread_evenly
from htpm_studio.hotline.helpline import USUAL
from htpm_studio.pieces.sizes import Medium
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Consent, Edits, LostPicture, Photo, Project
from htpm_studio.project.pictures import load_photo
from htpm_studio.project.store import save_project
from tests.helpers.bundled import bundled_campaign, bundled_resources, bundled_tools
from tests.helpers.two_forms import campaign_in_two_forms

TODAY = dt.date(2026, 11, 25)
POST = "w2/social/w2-rules-protect"
HELP = "w2/social/w2-rights"
SLIDE = "w2/deck/training/5"
LONG = "A long text goes on and on. " * 15
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

    def kit(self, project: Project, options: Options | None = None) -> Kit:
        return build_kit(project, self.campaign, self.resources, options or Options(), TODAY)

    def report(self, project: Project, *media: Medium) -> CheckReport:
        """The report on the whole kit, or on some of its media."""
        return preflight(self.kit(project, Options(media) if media else None), self.tools, BUILDER)

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
    assert [check.code for check in plain.group("look")] == ["links-waiting"]
    assert plain.count == 1
    # Whoever is to open each address has to see all of them.
    sentence = str(plain.group("look")[0].sentence)
    assert sentence.startswith(f"Nobody has opened {sentence.count(',') + 1} addresses")


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


def test_a_missing_name_is_worth_a_look(make: Maker) -> None:
    project = replace(make.project(), brand=Brand(""))
    assert one(make.report(project, "background"), "name-missing").fixes[0].opens == "choices"


@pytest.mark.parametrize(("more", "tail"), [(0, "."), (1, " and 1 more.")])
def test_the_first_addresses_that_nobody_opened_are_named_and_the_others_counted(more: int, tail: str) -> None:
    links = tuple(WebAddress(f"place-{number}.org", "") for number in range(SHOWN_ADDRESSES + more))
    said = str(_waiting(links, "links-waiting").sentence)
    assert said.endswith(f"place-{SHOWN_ADDRESSES - 1}.org{tail}")
    assert f"place-{SHOWN_ADDRESSES}.org" not in said


# ---------------------------------------------------------------- posts


def test_a_long_post_keeps_the_short_form_where_it_does_not_fit_and_says_so(make: Maker) -> None:
    report = make.report(make.planted(POST, "caption", LONG), "social", "copy")
    assert not [check for check in report.checks if check.code == "too-long-for-network"]
    (stands,) = [check for check in report.checks if check.code == "short-stands-in"]
    assert stands.group == "look"
    assert str(stands.sentence).startswith(
        "Your post text is too long for X, Bluesky. The kit's short text is used there"
    )
    assert stands.field == network_field("x")


def test_a_long_text_of_one_network_can_be_its_short_form(make: Maker) -> None:
    project = make.planted(POST, network_field("x"), LONG)
    report = make.report(project, "copy")
    (over,) = [check for check in report.checks if check.code == "too-long-for-network"]
    assert over.title.rpartition(", ")[2] == "X"
    planted = make.planted("w2/social/w2-wear-blue", network_field("x"), LONG)
    blue = make.report(replace(planted, week=3), "copy")
    assert [check.title for check in blue.checks if check.code == "too-long-for-network"] == [
        "Wear blue. Start a conversation, X"
    ]
    assert str(over.sentence) == "420 characters, X allows 280."
    assert str(over.fixes[0].label).startswith("Use the short one, ")
    fixed = applied(project, over.fixes[0].changes)
    assert fixed.edits.text(POST, network_field("x")) == over.fixes[0].changes[0].text
    assert not [check for check in make.report(fixed, "copy").checks if check.code == "too-long-for-network"]


def test_posts_do_not_matter_to_a_kit_without_posts(make: Maker, tools: Tools) -> None:
    project = make.planted(POST, network_field("x"), LONG)
    assert make_safe(make.kit(project), tools)[1]
    assert not make_safe(make.kit(project, Options(("background",))), tools)[1]


def test_the_campaigns_own_posts_take_their_short_form_by_themselves(make: Maker, tools: Tools) -> None:
    posts = {post.piece: post for post in planned_posts(make.project(), campaign_in_two_forms())}
    post = posts[HELP]
    assert post.text(tools.networks.network("x")) == post.short
    assert post.text(tools.networks.network("facebook")) == post.caption


def test_posts_have_days_and_can_be_moved(make: Maker) -> None:
    project = make.project()
    post = next(post for post in planned_posts(project, make.campaign) if post.piece == HELP)
    blue = next(post for post in planned_posts(project, make.campaign) if post.fixed)
    assert blue.day == dt.date(2027, 1, 11)
    there = moved(project, post, dt.date(2027, 1, 9))
    assert next(p.day for p in planned_posts(there, make.campaign) if p.piece == HELP) == dt.date(2027, 1, 9)
    assert moved(there, post, post.suggested) == project
    off = moved(project, post, None)
    assert next(p.day for p in planned_posts(off, make.campaign) if p.piece == HELP) is None
    assert moved(project, blue, dt.date(2027, 1, 12)) == project
    assert moved(project, post, dt.date(2027, 2, 1)) == project
    bad = make.planted(HELP, "@day", "someday")
    assert next(p.day for p in planned_posts(bad, make.campaign) if p.piece == HELP) == post.suggested


def test_spreading_keeps_professional_posts_midweek_and_leaves_posted_ones(make: Maker) -> None:
    project = make.project({HELP: {"@day": "2027-01-10", "@posted": "yes"}})
    spread = planned_posts(spread_evenly(project, make.campaign), make.campaign)
    week = [post for post in spread if post.week == 2 and not post.fixed]
    assert next(post.day for post in week if post.piece == HELP) == dt.date(2027, 1, 10)
    days = Counter(post.day for post in week)
    assert None not in days
    assert max(days.values()) <= 2
    at_work = {social_piece(2, post) for post in make.campaign.week(2).posts if post.audience == "professional"}
    midweek = [post.day for post in week if post.piece in at_work]
    assert midweek
    assert all(day is not None and day.weekday() in {1, 2, 3} for day in midweek)
    again = spread_evenly(spread_evenly(project, make.campaign), make.campaign)
    assert again == spread_evenly(project, make.campaign)


# ---------------------------------------------------------------- photos


def photo(tmp_path: Path, **more: object) -> Photo:
    path = tmp_path / "garden.jpg"
    Image.radial_gradient("L").convert("RGB").resize((1200, 900)).save(path)
    return replace(Photo(load_photo(path), "garden.jpg", alt="A garden."), **more)  # type: ignore[arg-type]


def test_photos_and_their_records(make: Maker, tmp_path: Path) -> None:
    cases = {
        "consent": (photo(tmp_path, people="model"), "fix", "record"),
        "consent-unsaid": (photo(tmp_path), "look", "record"),
        "consent-soon": (
            photo(tmp_path, people="model", consent=Consent("Ana", TODAY + dt.timedelta(9), "desk", "signed")),
            "look", "record",
        ),
    }  # fmt: skip
    for code, (picture, group, opens) in cases.items():
        check = one(make.report(make.project(None, picture), "background"), code)
        assert (check.group, check.fixes[0].opens, check.target) == (group, opens, picture.source.key)
    ready = make.report(make.project(None, photo(tmp_path, people="nobody")), "background")
    assert "consent" not in {check.code for check in ready.checks}
    assert one(ready, "place-data").group == "fixed"


def test_a_photo_that_needs_a_record_is_called_at_the_piece_that_was_given_it(make: Maker, tmp_path: Path) -> None:
    model = photo(tmp_path, people="model")
    for edits, piece in (({}, ""), ({HELP: {PICTURE: "quiet-window"}, POST: {PICTURE: model.source.key}}, POST)):
        found = photo_checks(make.kit(make.project(edits, model)))
        assert [check.piece for check in found if check.code == "consent"] == [piece]


def test_a_small_photo_is_worth_a_look(make: Maker, tmp_path: Path) -> None:
    Image.new("RGB", (90, 60), "teal").save(tmp_path / "s.jpg")
    small = Photo(load_photo(tmp_path / "s.jpg"), "s.jpg", people="nobody")
    assert one(make.report(make.project(None, small), "background"), "photo-small").group == "look"


def test_what_a_photos_name_and_description_say_is_read(make: Maker, tmp_path: Path) -> None:
    named = replace(photo(tmp_path, people="nobody"), name="girl_hand-over_mouth.jpg")
    told = one(make.report(make.project(None, named)), "I1")
    assert (told.group, told.title, told.fixes[0].opens) == ("fix", named.name, "pictures")
    assert (told.target, told.suggest) == (named.source.key, "people connecting, and places in daylight")
    described = photo(tmp_path, people="nobody", alt="A faceless survivor.")
    report = make.report(make.project(None, described))
    assert [(check.code, check.group, check.title) for check in report.checks if check.code in {"I4", "W17"}] == [
        ("I4", "look", "garden.jpg"),
        ("W17", "look", "garden.jpg"),
    ]
    _, safer = make_safe(make.kit(make.project(None, named)), bundled_tools())
    assert [finding.code for finding in safer] == ["I1"]


def test_words_that_are_only_in_the_picture(make: Maker) -> None:
    project = make.project({POST: {"caption": "Read on.", "alt": "Blue and white."}})
    check = one(make.report(project, "social"), "W19")
    fixed = applied(project, check.fixes[0].changes)
    assert "A labor law protects people" in str(fixed.edits.text(POST, "alt"))
    assert "W19" not in {other.code for other in make.report(fixed, "social").checks}


def test_a_missing_description_can_take_the_words_of_the_piece(make: Maker) -> None:
    project = make.planted(POST, "alt", "")
    fixed = applied(project, one(make.report(project, "social"), "alt-missing").fixes[0].changes)
    assert "alt-missing" not in {check.code for check in make.report(fixed, "social").checks}


# ---------------------------------------------------------------- fine as it is


def test_what_is_called_fine_stays_away_until_it_changes(make: Maker) -> None:
    project = make.planted(POST, "sub", "Every victim counts.")
    check = one(make.report(project, "social"), "W5")
    assert check.asks_reason
    seen = called_fine(project, check, kit_place(make.kit(project)), "legal text")
    assert seen.edits.text(POST, FINE + check.id) == "legal text"
    report = make.report(seen, "social")
    assert "W5" not in {other.code for other in report.checks}
    assert report.fine == (check,)
    changed = replace(seen, edits=seen.edits.changed(POST, "sub", "A victim, another victim."))
    assert "W5" in {other.code for other in make.report(changed, "social").checks}


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


def test_marks_about_the_whole_kit_have_a_place(make: Maker, plain: CheckReport) -> None:
    links = one(plain, "links-waiting")
    seen = called_fine(make.project(), links, "w2/kit")
    assert [check.code for check in make.report(seen).checks if check.group == "look"] == []
    assert not any(changes_piece(edit.field) for edit in seen.edits.items)


def test_an_address_that_was_opened_is_not_asked_for_again_in_any_week(make: Maker, plain: CheckReport) -> None:
    links = one(plain, "links-waiting")
    first = links.links[0]
    assert first.url.startswith("https://")
    assert first.address in first.url
    seen = called_fine(make.project(), links, "w2/kit", marks=(first.mark,))
    later = make.report(seen)
    assert one(later, "links-waiting").links == links.links[1:]
    assert [check.links for check in later.fine] == [(first,)]
    elsewhere = called_fine(make.project(), links, "w5/kit")
    assert [check.code for check in make.report(elsewhere).checks if check.group == "look"] == []
    assert called_open(elsewhere, make.report(elsewhere).fine) == make.project()


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
    assert any("The safe version was used." in message for message in messages)
    page = (tmp_path / "week-2-labor-exploitation" / "START-HERE.html").read_text(encoding="utf-8")
    assert "Confront them" not in page
    assert "373-7889" not in page.replace("1-888-373-7889 is almost", "").replace("“1-888-373-7889”", "")


def test_unsafe_words_have_a_safe_version(make: Maker) -> None:
    project = make.project({POST: {"sub": "Confront them.", "caption": "Webinar on February 5, 2025. Stay safe."}})
    kit, findings = make_safe(make.kit(project), make.tools)
    assert str(kit.project.edits.text(POST, "sub")).startswith("For everyone’s safety, don’t confront anyone.")
    assert kit.project.edits.text(POST, "caption") == "Stay safe."
    assert [finding.code for finding in findings] == ["W9", "D1"]
    alone = make.planted(POST, "caption", "Webinar on February 5, 2025")
    assert make_safe(make.kit(alone), make.tools)[0].project.edits.text(POST, "caption") is None


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
        "template",
    }
    assert all("was left out" in finding.message for finding in findings)


def test_a_page_without_the_number_is_noticed() -> None:
    assert lacks_hotline(USUAL, "social", ["own/page"], [], "Read more.")
    assert not lacks_hotline(USUAL, "social", ["own/page"], [], "Call 1 (888) 373 7888.")
    assert not lacks_hotline(USUAL, "background", ["own/page"], [])


# ---------------------------------------------------------------- the command


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["check", *arguments])
    out, err = capsys.readouterr()
    return status, out, err


def test_check_reports_on_a_saved_kit(make: Maker, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save_project(make.project(), tmp_path / "good.htpm")
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
    assert rows[-1] == {"event": "checked", "kit": title, "to_check": 2, "must_fix": True}


@pytest.fixture
def folder(make: Maker, tmp_path: Path) -> Path:
    kit = make.kit(make.project(), Options(media=("background",)))
    return export_kit(kit, tmp_path, JobContext()).folder


def test_a_list_of_files_is_read_up_to_its_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = json.dumps({"format": kit_folder.FORMAT, "version": 1, "files": []}).encode()
    monkeypatch.setattr(kit_folder, "LARGEST", len(written))
    (tmp_path / "kit.json").write_bytes(written)
    assert kit_folder.read_manifest(tmp_path)["files"] == []
    (tmp_path / "kit.json").write_bytes(written + b" ")
    with pytest.raises(InputError, match="is not the list of a kit"):
        kit_folder.read_manifest(tmp_path)


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
    parts["ppt/slides/slide1.xml"] = first.replace(
        "Fair work in\xa0ten\xa0minutes", "Confront them: 1-888-373-7889"
    ).encode()
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


def test_check_repeats_what_was_noted_at_the_export(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "kit.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    document["findings"] = [{"level": "error", "code": "x", "message": "Something was left out."}, "odd"]
    document["files"].append({"path": "../../etc/passwd", "sha256": ""})
    path.write_text(json.dumps(document))
    status, out, _ = run(capsys, str(folder))
    assert status == 1
    assert "Something was left out." in out
    assert "../../etc/passwd: This file does not belong to the kit." in out


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"format": "htpm-studio-kit", "version": 99, "files": []}', "[" * 99999]
)
def test_a_damaged_or_newer_kit_ends_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    (tmp_path / "kit.json").write_text(text)
    status, out, err = run(capsys, str(tmp_path))
    assert (status, out) == (2, "")
    assert "kit.json" in err


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
def test_check_says_where_why_and_what_instead(make: Maker, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    planted = make.project({POST: {"sub": "Confront them.", "caption": "Trafficked women live here. #EndTrafficking"}})
    save_project(planted, tmp_path / "bad.htpm")
    status, out, _ = run(capsys, str(tmp_path / "bad.htpm"), "--week", "2", "--hints")
    assert status == 1
    place = "    A labor law protects people only if someone enforces it, "
    assert f"  Fix before you publish\n{place}Line below: Readers are asked to step in (“Confront”)." in out
    assert "      Why: It is dangerous for the person and for the one who steps in.\n" in out
    better = "For everyone’s safety, don’t confront anyone. Call 1-888-373-7888. In immediate danger, call 911."
    assert f"      Better: {better}\n" in out
    assert "      Better: Women who have experienced trafficking live here. #EndTrafficking\n" in out
    assert f"  Hints\n{place}Post text: #Partner2Prevent would come first among the hashtags." in out


@pytest.mark.slow
def test_check_reads_a_campaign_in_every_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = Path(shutil.copytree(paths.assets() / "campaigns" / "htpm", tmp_path / "pack"))
    posts = pack / "es" / "week-2-posts.toml"
    posts.write_text(posts.read_text("utf-8").replace("La gente trabaja mejor", "La víctima trabaja mejor"), "utf-8")
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


def test_check_refuses_a_week_that_is_not_there(
    make: Maker, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save_project(make.project(), tmp_path / "good.htpm")
    assert run(capsys, str(tmp_path / "good.htpm"), "--week", "9")[0] == 2


def test_a_lost_photo_is_added_among_the_pictures_and_all_else_on_the_page_of_the_brand(make: Maker) -> None:
    lost = (LostPicture("logo"), LostPicture("photo", "a.jpg"), LostPicture("font", "text"))
    checks = list(lost_checks(make.kit(replace(make.project(), lost=lost))))
    assert [(str(one.title), one.fixes[0].opens, one.fixes[1].fine) for one in checks] == [
        ("Your organization", "brand", True), ("a.jpg", "pictures", True), ("text", "brand", True),
    ]  # fmt: skip
