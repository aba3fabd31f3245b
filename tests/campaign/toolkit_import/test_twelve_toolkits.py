"""Toolkits of any form and subject: what they say is in its place, nothing is lost, and nothing is invented."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from hashlib import blake2b

import pytest

from htpm_studio import paths
from htpm_studio.campaign.pack_files import pack_texts
from htpm_studio.campaign.toolkit_import.base_pack import base_pack
from htpm_studio.campaign.toolkit_import.blocks import Source
from htpm_studio.campaign.toolkit_import.make_pack import make_pack
from htpm_studio.campaign.toolkit_import.observance import find_setting, refuse_open
from htpm_studio.campaign.toolkit_import.pdf_reader import TABLES, read_pdf
from htpm_studio.campaign.toolkit_import.purpose import Answers, Setting
from htpm_studio.campaign.toolkit_import.reading import read_document
from htpm_studio.campaign.toolkit_import.recognize import recognize
from htpm_studio.campaign.toolkit_import.report import report_text
from htpm_studio.campaign.toolkit_import.results import RecognizedToolkit, ToolkitItem
from htpm_studio.campaign.toolkit_import.shape import in_weeks
from htpm_studio.errors import InputError
from htpm_studio.processes.jobs import JobContext
from tests.helpers.bundled import bundled_campaign
from tests.helpers.toolkit_score import score
from tests.helpers.toolkits import FOLDER, Truth, toolkit_file, truths

Form = tuple[Truth, Source, RecognizedToolkit]
LEAST = 0.95
ANSWERS = Answers("Lantern Month", 5, "1-800-555-0100")
OURS = pack_texts(paths.assets() / "campaigns" / "htpm")
LABELS = set(re.findall(r"\w+", "theme lema our this year s is text https read share este año de"))
LABELS |= {str(number) for number in range(32)}


@pytest.fixture(scope="module", params=truths(), ids=lambda truth: str(truth.file))
def toolkit(request: pytest.FixtureRequest) -> Form:
    truth: Truth = request.param
    document = read_document(FOLDER / truth.file, JobContext())
    return truth, document, recognize(document)


def test_nearly_all_is_in_its_place_and_nothing_is_lost_or_invented(toolkit: Form) -> None:
    truth, _, found = toolkit
    result = score(found, truth)
    assert result.share >= LEAST, result.missed
    assert (result.lost, result.invented) == (0, 0), result.missed


def test_month_observance_and_language_are_found(toolkit: Form) -> None:
    truth, document, found = toolkit
    setting = find_setting(document.blocks, bundled_campaign(truth.language))
    assert (setting.month, setting.name.casefold()) == (truth.month, truth.observance.casefold())
    assert found.language == truth.language


def test_what_is_asked_is_answered_as_the_refusal_says(toolkit: Form) -> None:
    truth, document, _ = toolkit
    ours = bundled_campaign(truth.language)
    answers: dict[str, str] = {}
    for _ in range(3):
        month = int(answers.get("month", "0"))
        setting = find_setting(
            document.blocks, ours, Answers(answers.get("observance", ""), month, answers.get("helpline", ""))
        )
        if not setting.questions:
            return
        with pytest.raises(InputError) as refused:
            refuse_open(setting, truth.file)
        option, value = re.findall(r'--(\w+) "?([^".]+)', str(refused.value.hint))[0]
        assert option not in answers
        answers[option] = value
    pytest.fail(str(answers))


def test_labels_of_posts_are_data_and_not_words(toolkit: Form) -> None:
    truth, _, found = toolkit
    posts = {item.text: item for item in found.of("post")}
    for post in truth.posts:
        item = posts[post.text]
        assert item.platforms == ((post.platform,) if post.platform else ())
        assert item.files == ((post.file,) if post.file else ())


def test_every_line_of_the_document_is_listed(toolkit: Form) -> None:
    """But for the words of a label such as "Theme:" or "Facebook:", which say where the rest belongs."""
    _, document, found = toolkit
    links = " ".join(link.target for item in found.items for link in item.links)
    said_of = (f"{item.head} {item.text} {item.about} {' '.join(item.files)}" for item in found.items)
    listed = _words(f"{links} {' '.join(said_of)} {' '.join(name for item in found.items for name in item.platforms)}")
    for block in document.blocks:
        missing = _words(block.text) - listed - LABELS
        assert not missing, block


def test_lines_of_the_page_are_reported_and_not_used(toolkit: Form) -> None:
    truth, _, found = toolkit
    for line in truth.furniture:
        items = [item for item in found.items if line.split(".")[0] in item.text and item.kind == "aside"]
        assert items, line
        assert not any(item.use for item in items)


def test_each_toolkit_is_read_as_it_was(toolkit: Form, golden: Callable[[str, str], None]) -> None:
    """One line a part: what it is and where it belongs, how it begins and how long it is; below, its pack by file."""
    truth, document, found = toolkit
    found = in_weeks(replace(found, year=found.year or 2028))
    ours = bundled_campaign("es" if found.language == "es" else "en")
    setting = find_setting(document.blocks, ours)
    lines = [
        f"{found.year} | {found.language}", _setting(setting),
        f"{len(document.blocks)} blocks {_digest(repr(document.blocks))}",
        *(one.message for one in found.mistakes), *map(_line, found.items),
    ]  # fmt: skip
    if setting.questions:
        setting = find_setting(document.blocks, ours, ANSWERS)
        lines.append(_setting(setting))
    base = (ours, OURS)
    found = replace(found, setting=setting)
    if not setting.ours:
        base = base_pack(setting, found.year, OURS, paths.assets(), found.language)
    if found.of("post"):
        made = make_pack(found, *base)
        report = report_text(found, made.notes)
        lines += [*made.notes, f"import-report.txt {_digest(report)}"]
        lines += [_file(name, text) for name, text in made.texts if not name.endswith("/words.toml")]
    golden(f"toolkit/{truth.file.replace('.', '-')}", "\n".join((*lines, "")))


@pytest.mark.parametrize("name", ["top-bare", "top-ruled", "middle-bare", "middle-ruled"])
def test_labels_beside_words_need_no_drawn_lines(name: str) -> None:
    (truth,) = (one for one in truths() if one.file == "coalition.pdf")
    found = recognize(read_pdf("coalition.pdf", toolkit_file(f"coalition-{name}.pdf")))
    assert score(found, truth).missed == ()


def test_a_table_of_posts_is_read_cell_by_cell_where_it_has_drawn_lines_and_warned_about_where_it_has_none() -> None:
    found = recognize(read_pdf("posts.pdf", toolkit_file("posts-ruled.pdf")))
    assert [(item.text, item.platforms, item.files, item.dates) for item in found.of("post")] == [
        ("Respect is a language. Learn ten words of it: example.org/ten #TenWords", ("Facebook",), ("ten.png",),
         ((2, 1), (2, 1))),
        ("Ask a teen what a good friend does. Then listen to the list. #TenWords", ("Instagram",), ("list.png",),
         ((2, 3), (2, 3))),
        ("No is a full sentence. #TenWords", ("X",), ("no.png",), ((2, 5), (2, 5))),
    ]  # fmt: skip
    assert TABLES not in found.notes
    assert TABLES in recognize(read_pdf("posts.pdf", toolkit_file("posts-bare.pdf"))).notes


def _setting(setting: Setting) -> str:
    lines = [setting.helpline.hotline, *setting.others] if setting.helpline else []
    asked = [f"{one.about}: {one.sentence} {' / '.join(one.choices)}" for one in setting.questions]
    named = f"{setting.ours} {setting.name} {setting.month}/{setting.day} {setting.day_name} {setting.emergency}"
    numbers = " ".join(f"{one.number}/{one.text_number}/{one.text_keyword}/{one.name}" for one in lines)
    return " | ".join((named, numbers, *asked, _digest(setting.day_text + setting.about)))


def _line(item: ToolkitItem) -> str:
    links = " ".join(f"{link.text[:20]}>{link.target}" for link in item.links)
    place = f"{item.week} {item.kind} {item.group} {item.dates} {item.certainty} {item.use} {item.place}"
    words = (f"{text[:48]} ({len(text)})" for text in (item.head, item.text, item.about, item.reason) if text)
    return " | ".join(filter(None, (place, *words, *item.platforms, *item.files, links)))


def _file(name: str, text: str) -> str:
    """A file of a pack: what the toolkit says by its digest, what is mostly in our words by its designs and lines."""
    if not name.endswith(("-decks.toml", "-handouts.toml", "campaign.toml")):
        return f"{name} {_digest(text)}"
    designs = re.findall(r'"(?:deck|print)/([\w-]+)"', text)
    return " ".join((name, f"{len(text.splitlines())} lines", *designs))


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=4).hexdigest()


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
