"""The bundled campaign pack reads, and every mistake in a pack is reported at once with file and line."""

from __future__ import annotations

import errno
import re
import shutil
import tomllib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from htpm_studio.campaign.model import Campaign, Resource, Slide
from htpm_studio.campaign.pack import languages, read_pack
from htpm_studio.campaign.pack_files import MAX_FILES
from htpm_studio.campaign.post_length import bare_address
from htpm_studio.campaign.toolkit_import.make_decks import make_handouts
from htpm_studio.campaign.year_filter import for_year, left_out
from htpm_studio.decoding.source import syntax_problem
from htpm_studio.errors import InputError, Problems
from htpm_studio.pieces.declared import pieces
from tests.helpers.bundled import bundled_campaign

BUNDLED = Path(__file__).parents[2] / "assets" / "campaigns" / "htpm"


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    """The bundled pack in English."""
    return bundled_campaign()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the bundled pack that a test may spoil."""
    return Path(shutil.copytree(BUNDLED, tmp_path / "pack"))


def plant(pack: Path, file: str, old: str, new: str) -> tuple[str, int]:
    """Replace the first `old`, and tell in which file and on which line `new` begins."""
    path = pack / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {file}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return file, text.count("\n", 0, text.index(old)) + 1


def leave_weeks_out(pack: Path, file: str) -> None:
    """Leave all weeks but that of a file out of a pack, which is read sooner: all problems are reported at once."""
    week = "".join(re.findall(r"week-(\d)", file)) or "2"
    for other in pack.glob("*/week-*"):
        if f"week-{week}" not in other.name:
            other.unlink()


def reported(pack: Path) -> dict[tuple[str, int], str]:
    """All problems of a pack by file and line."""
    with pytest.raises(Problems) as caught:
        read_pack(pack, "en")
    found: dict[tuple[str, int], str] = {}
    for problem in caught.value.problems:
        place = (problem.file, problem.line)
        found[place] = f"{found.get(place, '')}{problem.message} {problem.hint}"
    return found


def resources(campaign: Campaign) -> list[Resource]:
    """The resources of the month and of every week."""
    return [*campaign.month.resources, *(one for week in campaign.weeks for one in week.resources)]


def test_week_two_is_complete(campaign: Campaign) -> None:
    week = campaign.week(2)
    assert week.deck("training").minutes == pytest.approx(60)
    used = {slide.layout for slide in week.deck("training").slides}
    varied = (
        "title", "notice", "agenda", "section", "bullets", "two_columns", "photo_text", "full_photo", "statistic",
        "steps", "checklist", "discussion", "resources", "help", "closing",
    )  # fmt: skip
    assert {f"deck/{name}" for name in varied} <= used <= {piece.id for piece in pieces().of("deck")}
    assert {post.graphic.template for post in week.posts} <= {name for name in pieces().fields if "social/" in name}
    assert week.handout("flyer").template == "print/flyer"
    assert {resource.status for resource in week.resources} == {"verified", "likely", "unknown"}
    assert not any(resource.url for resource in week.resources if not resource.linkable)


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_resource_has_an_address_or_a_site_to_search(language: str) -> None:
    found = resources(bundled_campaign(language))
    assert [one.id for one in found if not one.linkable and not one.search] == []
    assert {one.id: one.search for one in found} == {one.id: one.search for one in resources(bundled_campaign())}


def test_a_sheet_made_from_a_toolkit_names_the_site_to_search_where_no_address_is_known(campaign: Campaign) -> None:
    week = campaign.week(4)
    shown = tuple(week.resource(name) for name in ("take-it-down", "social-media-tip-sheet"))
    sheet = make_handouts(replace(week, resources=shown), week, campaign.words, "")[-1]
    items = sheet.fields["items"]
    assert isinstance(items, tuple)
    assert [{"url", "search"} & set(row) for row in items if isinstance(row, Mapping)] == [{"url"}, {"search"}]


SOAR_AUDIENCES = (
    "Child Welfare", "Disaster Management", "Health, Behavioral Health, and Public Health", "Procurement",
    "Social Workers", "School-Based", "Sexual Assault Nurse Examiners",
)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("audience", SOAR_AUDIENCES)
def test_each_audience_of_the_soar_training_finds_its_own(audience: str, language: str) -> None:
    trainings = [one for one in resources(bundled_campaign(language)) if one.kind == "training"]
    assert any(audience in one.title and (one.linkable or one.search) for one in trainings)


def test_training_deck_is_trauma_informed(campaign: Campaign) -> None:
    layouts = [slide.layout for slide in campaign.week(2).deck("training").slides]
    assert "deck/notice" in layouts[:3]
    assert layouts.index("deck/help") < 5
    assert layouts[-2:] == ["deck/help", "deck/closing"]


def test_posts_fit_and_belong_to_their_day(campaign: Campaign) -> None:
    posts = campaign.week(2).posts
    assert all(bool(post.hashtags) == (post.audience != "at-risk") for post in posts)
    assert [post.id for post in posts if post.only_day] == ["w2-wear-blue"]
    caption = next(post for post in posts if post.id == "w2-legal-businesses").caption()
    assert caption.count("\n\n") == 2, "the three parts of its thread"


def test_theme_of_a_year_falls_back_to_a_line_without_year(campaign: Campaign) -> None:
    assert campaign.theme(2025).short == "Connecting the dots"
    assert campaign.theme(2031).year is None


def test_fixed_words_come_in_english_and_spanish(campaign: Campaign) -> None:
    assert {"en", "es"} <= set(campaign.translations)
    assert campaign.words.call == "Call"
    assert campaign.translations["es"].call == "Llame"
    assert languages(BUNDLED) == tuple(sorted(campaign.translations))


def test_the_spanish_weeks_hold_what_the_english_ones_hold(campaign: Campaign) -> None:
    spanish = bundled_campaign("es")
    for ours, theirs in zip(campaign.weeks, spanish.weeks, strict=True):
        slides = [
            [[(slide.layout, slide.minutes) for slide in deck.slides] for deck in week.decks] for week in (ours, theirs)
        ]
        assert slides[0] == slides[1]
        for part in ("actions", "resources", "statistics", "handouts"):
            assert [one.id for one in getattr(ours, part)] == [one.id for one in getattr(theirs, part)]
        assert [(post.id, post.audience) for post in ours.posts] == [(post.id, post.audience) for post in theirs.posts]
        counted = [
            (len(week.talking_points), len(week.questions), [len(part.paragraphs) for part in week.connecting])
            for week in (ours, theirs)
        ]
        assert counted[0] == counted[1]
        titles = {one.title for one in (*ours.resources, *campaign.month.resources)}
        assert {text for text in _texts(ours) & _texts(theirs) if len(text) > 34} <= titles


def test_the_spanish_slides_say_what_the_english_ones_say(campaign: Campaign) -> None:
    spanish = bundled_campaign("es")
    pages = dict(zip(_addresses(campaign), _addresses(spanish), strict=True))
    for ours, theirs in zip(campaign.weeks, spanish.weeks, strict=True):
        for deck, other in zip(ours.decks, theirs.decks, strict=True):
            for number, (slide, told) in enumerate(zip(deck.slides, other.slides, strict=True), 1):
                assert _facts(slide, pages) == _facts(told), f"week {ours.number}, {deck.id}, slide {number}"


def _addresses(campaign: Campaign) -> list[str]:
    """The addresses of the hotline and of every resource."""
    known = (campaign.month.resources, *(week.resources for week in campaign.weeks))
    return [bare_address(campaign.hotline.web), *(bare_address(one.url) for rows in known for one in rows)]


def _facts(slide: Slide, pages: Mapping[str, str] | None = None) -> tuple[object, ...]:
    """What a translation keeps: pictures, lengths of lists, numbers, the parts of the notes, and addresses.

    `pages` are those that the other language has for some of them.
    """
    said = [text.replace("24/7", "24") for text in (*_all_texts(slide.fields), slide.notes)]
    numbers = {number.strip(".,-") for text in said for number in re.findall(r"[$\d][\d.,-]*", text)}
    addresses = {address for text in said for address in re.findall(r"\S+\.(?:gov|org|com)\S*", text)}
    addresses = {(pages or {}).get(address.rstrip("."), address.rstrip(".")) for address in addresses}
    kept = {name: slide.fields[name] for name in ("picture", "icon", "credit") if name in slide.fields}
    lists = {name: len(value) for name, value in slide.fields.items() if isinstance(value, tuple)}
    return (
        slide.layout,
        slide.illustrated,
        kept,
        lists,
        numbers,
        addresses,
        len(slide.notes.splitlines()),
        bool(slide.alt),
    )


def _all_texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple) else ()
    return [text for one in inner for text in _all_texts(one)]


def _texts(value: object) -> set[str]:
    """Every text of a week that is no address."""
    if isinstance(value, str):
        return set() if "/" in value else {line for line in value.splitlines() if line}
    if isinstance(value, Mapping):
        return set().union(*(_texts(one) for one in value.values()))
    if isinstance(value, tuple | list):
        return set().union(*(_texts(one) for one in value))
    if is_dataclass(value):
        return set().union(*(_texts(getattr(value, one.name)) for one in fields(value)))
    return set()


def test_a_week_without_content_is_refused(pack: Path) -> None:
    for part in ("posts", "decks", "handouts"):
        (pack / "en" / f"week-3-{part}.toml").unlink()
    announced = read_pack(pack, "en")
    with pytest.raises(InputError, match="no content yet") as caught:
        announced.week(3)
    assert "1, 2, 4, 5" in caught.value.hint
    assert not announced.announced_week(3).ready


@pytest.mark.parametrize("number", [0, 6])
def test_a_week_that_does_not_exist_is_refused(campaign: Campaign, number: int) -> None:
    with pytest.raises(InputError, match=f"no week {number}"):
        campaign.week(number)


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_every_week_is_complete_and_trauma_informed(campaign: Campaign, number: int) -> None:
    week = campaign.week(number)
    layouts = [slide.layout for slide in week.deck("training").slides]
    assert layouts[1:3] == ["deck/notice", "deck/help"]
    assert layouts[-2:] == ["deck/help", "deck/closing"]
    assert [deck.id for deck in week.decks] == ["training", "short", "loop"]
    assert [handout.id for handout in week.handouts] == ["flyer", "checklist", "resources", "poster"]
    assert len(week.posts) >= 5
    assert [post.id for post in week.posts] == [post.id for post in bundled_campaign("es").week(number).posts]
    assert week.talking_points
    assert week.questions
    assert not any(resource.url for resource in week.resources if not resource.linkable)


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_a_trainer_can_keep_to_the_clock(campaign: Campaign, number: int) -> None:
    """The agenda adds up section by section, each note says its slide's time, and the words fit into it."""
    for deck in campaign.week(number).decks:
        timed: dict[str, float] = {}
        for slide in deck.slides:
            timed[slide.section] = timed.get(slide.section, 0) + slide.minutes
            if deck.id == "loop":
                continue
            assert slide.notes.startswith(f"Time: {slide.minutes:g} minute{'s' * (slide.minutes > 1)}"), slide.title
            said = " ".join(row for row in slide.notes.splitlines() if row.startswith(("Say:", "Ask:")))
            assert len(said.split()) / 130 < slide.minutes, slide.title
        for agenda in (slide for slide in deck.slides if slide.layout == "deck/agenda"):
            rows = agenda.fields["rows"]
            assert isinstance(rows, tuple)
            assert [row["time"] for row in rows if isinstance(row, Mapping)] == [
                f"{one:g} min" for one in timed.values()
            ]
            assert f"{deck.minutes:g} minutes" in f"{agenda.fields['sub']}"
            assert f"{deck.minutes:g}-minute" in deck.about


def test_the_primary_hashtag_comes_first(campaign: Campaign) -> None:
    posts = [post for week in campaign.weeks for post in week.posts]
    assert {post.hashtags[0] for post in posts if post.hashtags} == {campaign.info.primary_hashtag}


def test_what_was_held_in_one_year_is_used_in_that_year_only(campaign: Campaign) -> None:
    then, now = for_year(campaign, 2025), for_year(campaign, 2027)
    gone = {post.id for post in then.week(5).posts} - {post.id for post in now.week(5).posts}
    assert gone == {"w5-meet-the-authors"}
    assert {one.id for one in then.week(5).resources} - {one.id for one in now.week(5).resources} == {"authors-webinar"}
    assert then == campaign
    assert left_out(campaign, 2025) == ()
    (only,) = left_out(campaign, 2027)
    names = "“Meet the authors”, “Meet the Authors Webinar registration”"
    assert only == f"{names} belong to 2025 and were left out."


def test_everything_may_be_limited_to_one_year_with_a_reason(pack: Path) -> None:
    dated = 'only_year = 2026\nonly_why = "It was for then."\n'
    plant(pack, WEEK, 'short = "Train all staff, on every shift"', dated + 'short = "Train all staff, on every shift"')
    plant(pack, WEEK, HEAD, dated + HEAD)
    plant(pack, WEEK, 'id = "list-of-goods"', dated + 'id = "list-of-goods"')
    plant(pack, MONTH, 'id = "awareness-day"', dated + 'id = "awareness-day"')
    campaign = read_pack(pack, "en")
    week = for_year(campaign, 2027).week(2)
    assert len(week.actions) == len(campaign.week(2).actions) - 1
    assert len(week.connecting) == len(campaign.week(2).connecting) - 1
    assert week.actions[0].resources == ("responsible-sourcing-tool",)
    assert for_year(campaign, 2027).month.events == ()
    only = next(sentence for sentence in left_out(campaign, 2027) if "2026" in sentence)
    assert only.count("“") == 4
    assert only.endswith(" belong to 2026 and were left out.")


def test_a_year_needs_its_reason_and_a_reason_its_year(pack: Path) -> None:
    plant(pack, WEEK, 'short = "Train all staff, on every shift"', 'only_year = 2026\nshort = "Train all staff"')
    plant(pack, WEEK, HEAD, f'only_why = "It is over."\n{HEAD}')
    found = " ".join(reported(pack).values())
    assert "only_year has no reason" in found
    assert "a reason but no year" in found


def test_unknown_deck_handout_and_resource_are_refused(campaign: Campaign) -> None:
    week = campaign.week(2)
    with pytest.raises(InputError, match="training, short, loop"):
        week.deck("long")
    with pytest.raises(InputError, match="banner"):
        week.handout("banner")
    with pytest.raises(InputError, match="nothing"):
        week.resource("nothing")
    assert week.resource("construction-prevalence").status == "verified"


@pytest.mark.parametrize("language", ["de", "xx", "../en", ""])
def test_other_languages_are_refused_by_name(language: str) -> None:
    with pytest.raises(InputError, match="Available: en"):
        bundled_campaign(language)


def test_folders_that_are_no_pack_are_refused(tmp_path: Path, pack: Path) -> None:
    with pytest.raises(InputError, match="no campaign pack at"):
        read_pack(tmp_path / "missing", "en")
    with pytest.raises(InputError, match="is not a campaign pack"):
        read_pack(tmp_path, "en")
    for number in range(MAX_FILES):
        (pack / f"{number}.txt").touch()
    with pytest.raises(InputError, match="more than 200 files"):
        read_pack(pack, "en")


def test_a_pack_that_the_system_does_not_show_is_refused_with_the_reason(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shut(_folder: Path) -> list[Path]:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", shut)
    with pytest.raises(InputError, match="cannot be read: you may not read it"):
        read_pack(pack, "en")


DATA = Path(__file__).parents[1] / "data"
MISTAKES: list[list[str]] = tomllib.loads((DATA / "pack-mistakes.toml").read_text(encoding="utf-8"))["mistakes"]
POSTS, DECKS, SESSION, WEEK, MONTH, WORDS = (
    "en/week-2-posts.toml",
    "en/week-2-decks.toml",
    "en/week-2-session.toml",
    "en/week-2.toml",
    "en/campaign.toml",
    "en/words.toml",
)
HEAD = 'head = "Step by step, with many places to interrupt it"'


def test_a_row_may_name_a_site_to_search_in_place_of_an_address(pack: Path) -> None:
    plant(pack, DECKS, 'url = "dol.gov/agencies/whd"', 'search = "dol.gov"')
    assert read_pack(pack, "en").week(2).deck("training").slides


@pytest.mark.parametrize(("file", "old", "new", "part"), MISTAKES)
def test_each_mistake_is_found_on_its_line(pack: Path, file: str, old: str, new: str, part: str) -> None:
    place = plant(pack, file, old, new)
    if "resource" not in part:  # These are looked for in whole packs alone.
        leave_weeks_out(pack, file)
    found = reported(pack)
    assert part in found.get(place, ""), f"{place} is not among {found}"


def test_many_mistakes_in_many_files_are_reported_at_once(pack: Path) -> None:
    planted = [
        plant(pack, POSTS, 'sms = "Starting', 'smss = "Starting'),
        plant(pack, POSTS, 'hashtags = ["Partner2Prevent", "WearBlueDay"]', 'hashtags = ["One", "Two", "Three"]'),
        plant(pack, DECKS, "1-888-373-7888", "1-888-373-7808"),
        plant(pack, DECKS, 'head = "Put it to work"', 'head = "Keep learning"'),
        plant(pack, WEEK, 'resources = ["wear-blue-day"]', 'resources = ["wear-blue"]'),
        plant(pack, MONTH, 'hashtag = "WearBlueDay"', 'hashtag = "wearblueday"'),
        plant(pack, "pack.toml", 'tty = "711"', 'tty = "712"'),
        plant(pack, "es/words.toml", 'call = "Llame"', 'cal = "Llame"'),
    ]
    assert set(planted) <= set(reported(pack))


def test_items_after_a_broken_one_keep_their_lines(pack: Path) -> None:
    plant(pack, DECKS, 'layout = "deck/title"', 'layuot = "deck/title"')
    place = plant(pack, DECKS, 'head = "Put it to work"', 'head = "Keep learning"')
    assert "titled" in reported(pack)[place]


def test_a_broken_resource_does_not_blame_the_slides_that_name_it(pack: Path) -> None:
    place = plant(pack, WEEK, 'kind = "tool"', 'kind = "tol"')
    assert set(reported(pack)) == {place}


@pytest.mark.parametrize("broken", ["a = ", "[[", "a = 'b", 'a = "\\ud800"', 'a = "\x07"'])
def test_one_mistake_in_the_month_is_not_hidden_among_others(pack: Path, broken: str) -> None:
    """Weeks that name a resource of the month are right; that its file cannot be read is the one mistake."""
    path = pack / MONTH
    path.write_text(path.read_text(encoding="utf-8") + f"{broken}\n", encoding="utf-8")
    (said,) = reported(pack).values()
    assert said.startswith("This is not valid TOML")
    assert "Expected" not in said
    assert "character" not in said or "cannot be seen" in said


def test_a_number_without_source_or_year_is_refused(pack: Path) -> None:
    plant(pack, WEEK, "year = 2022\n", "")
    plant(pack, MONTH, 'source = "Office on Trafficking in Persons, 2025"\n', "")
    texts = [text for text in reported(pack).values() if "needs its source and year" in text]
    assert any("key year is missing" in text for text in texts)
    assert any("key source is missing" in text for text in texts)


def test_a_deck_without_help_notice_or_notes_is_refused(pack: Path) -> None:
    path = pack / DECKS
    text = path.read_text(encoding="utf-8")
    first = text.index("[[decks.slides]]", text.index('layout = "deck/title"'))
    last = text.index("[[decks.slides]]", text.index('layout = "deck/notice"', first))
    path.write_text(text[:first] + text[last:], encoding="utf-8")
    assert any("content notice by slide 3" in text for text in reported(pack).values())


def test_a_theme_for_any_year_is_needed(pack: Path) -> None:
    plant(pack, MONTH, 'title = "Strong connections make us safer."', 'title = "Strong connections"\nyear = 2026')
    assert any("must have no year" in text for text in reported(pack).values())


def test_syntax_errors_name_their_line(pack: Path) -> None:
    place = plant(pack, POSTS, 'section = "practice"', 'section = "practice')
    assert "not valid TOML" in reported(pack)[place]


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"title = " + b"[\n" * 1500 + b"]" * 1500, "nested too deeply"),
        (b"a" + b".a" * 900 + b" = 1", "line is too long"),
        (b"# " + b"x" * 3000, "line is too long"),
        (b"#\n" * 600_000, "larger than"),
        (b'number = 2\nslug = "\xff"', "not UTF-8"),
        (b"\n".join(b"key%d = 1" % index for index in range(5000)), "no key"),
        (b'number = 2\nslug = "a\\tb"', "control character"),
        (b'idea = "{"', "single brace"),
        (b"[[number]]\n[slug]\n[[idea]]", "must be"),
    ],
)
def test_hostile_files_end_in_sentences(pack: Path, data: bytes, part: str) -> None:
    leave_weeks_out(pack, WEEK)
    (pack / WEEK).write_bytes(data)
    assert any(part in text for (file, _), text in reported(pack).items() if file == WEEK)


def test_missing_and_misnamed_files_are_reported(pack: Path) -> None:
    (pack / WEEK).rename(pack / "en" / "week2.toml")
    found = reported(pack)
    assert "cannot be read" in found[WEEK, 0]
    assert "Did you mean week-2.toml?" in found["en/week2.toml", 0]


def test_windows_line_ends_and_byte_order_mark_are_fine(pack: Path, campaign: Campaign) -> None:
    for path in pack.rglob("*.toml"):
        text = path.read_text(encoding="utf-8")
        path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert read_pack(pack, "en").week(2) == campaign.week(2)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('a = "x', "quotes are not closed"), ('a = "x\n"', "quotes are not closed"), ("a = [1", "a list is not closed"),
        ("a = {b = 1", "a table is not closed"), ("a", "no = after a key"), ("[a", "a heading is not closed"),
        ("a = 1 b", "something after a value"), ("a = tru", "a value cannot be read"), ("= 1", "there is no key"),
        ("a = 1\na = 2", "a key appears twice"), ("[a]\n[a]", "a heading appears twice"),
        ('a = "\\q"', "a single \\ in quotes"),
    ],
)  # fmt: skip
def test_what_is_no_toml_is_reported_in_plain_words(text: str, words: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as caught:
        tomllib.loads(text)
    assert words in syntax_problem("a.toml", text, str(caught.value)).message


def test_what_is_kept_for_an_edition_of_its_own_fits_into_its_week_and_is_in_no_kit(pack: Path) -> None:
    before = {language: read_pack(pack, language).week(2) for language in languages(BUNDLED)}
    for language, week in before.items():
        kept = sorted((pack / "editions" / "health-care" / language).glob("*.toml"))
        for file in kept:
            own = pack / language / file.name
            first, deck, rest = own.read_text(encoding="utf-8").partition('[[decks]]\nid = "short"')
            added = "\n" + file.read_text(encoding="utf-8") + "\n"
            own.write_text(first + added + deck + rest, encoding="utf-8")
        joined = read_pack(pack, language).week(2)
        assert [post.id for post in joined.posts[len(week.posts) :]] == ["w2-train-buyers", "w2-forced-labor-health"]
        assert len(joined.deck("training").slides) == len(week.deck("training").slides) + 1
        assert len(joined.actions) == len(week.actions) + 1
