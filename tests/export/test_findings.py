"""The same finding in many files is one sentence."""

from __future__ import annotations

import datetime as dt
import html
import json
from pathlib import Path

import pytest

from htpm_studio.errors import Diagnostic, Message, msg
from htpm_studio.export.folder.kit_folder import check_folder
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.preflight.findings import notes_of
from htpm_studio.export.run.exporter import export_kit, make_kit
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Edits, Project
from htpm_studio.scene.quotes import typographic
from tests.helpers.bundled import bundled_campaign, bundled_resources

POST, OTHER = "w2/social/w2-rights", "w2/social/w2-healthy-workforce"


def test_a_warning_of_a_hundred_files_is_one_sentence_with_a_count() -> None:
    same = Diagnostic("warning", "a", msg("The name is long."))
    private = Diagnostic("error", "b", msg("Photo {name} is small.", name="Jane.jpg"), shared="Photo 1 is small.")
    found = [("", private), *((f"social/{number}.png", same) for number in range(100)), ("", private)]
    assert [str(note.sentence) for note in notes_of(found)] == [
        "Photo Jane.jpg is small.", "social/0.png and 99 more files: The name is long.",
    ]  # fmt: skip
    public = notes_of(found, public=True)[0]
    assert (public.diagnostic.severity, public.sentence) == ("error", "Photo 1 is small.")
    (two,) = notes_of([("a.png", same), ("b.png", same), ("a.png", same)])
    assert two.sentence == "a.png and b.png: The name is long."
    assert isinstance(two.sentence, Message)
    (one,) = notes_of([("a.png", same)])
    assert (one.diagnostic.severity, one.sentence) == ("warning", "a.png: The name is long.")


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_makers_list_says_what_kit_json_says_and_the_start_page_nothing(tmp_path: Path, language: str) -> None:
    # One finding about the whole kit, one about a piece that is left out, one about single files.
    edits = Edits.from_mapping({POST: {"head": "1-888-373-7889"}, OTHER: {"head": "Long words " * 40}})
    project = Project(Brand("Riverbend 🌊"), 2, 2027, language=language, edits=edits)
    kit = build_kit(project, bundled_campaign(language), bundled_resources(), Options(), dt.date(2026, 11, 25))
    made = export_kit(kit, tmp_path, JobContext(), wanted=lambda spec: spec.path.startswith("social/square/"))
    document = json.loads((made.folder / "kit.json").read_text(encoding="utf-8"))
    page = (made.folder / "START-HERE.html").read_text(encoding="utf-8")
    rows = (made.folder / "review.txt").read_text(encoding="utf-8").splitlines()[2:]
    assert len(rows) >= 3
    assert all(row.startswith("* ") and html.escape(row[2:]) not in page for row in rows)
    assert document["review.txt"]["bytes"] == (made.folder / "review.txt").stat().st_size
    assert [typographic(note["message"]) in row for note, row in zip(document["findings"], rows, strict=True)] == [
        True
    ] * len(rows)
    assert ("was left out" in "\n".join(rows)) is (language == "en")
    assert not any("findings" in file for file in document["files"])
    noted = [check.sentence for check in check_folder(made.folder).checks]
    assert sorted(noted) == sorted(note["message"] for note in document["findings"])


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    ("piece", "field"),
    [(POST, "caption"), (POST, "head"), ("w2/copy/newsletter", "paragraphs.0"), ("w2/print/poster", "head")],
)
@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [("Need help? Text 233734.", "233734", "233733"), ("Call 1-888-373-7889.", "7889", "1-888-373-7888")],
)
def test_a_wrong_number_is_named_to_its_writer_and_in_no_file_of_the_kit(
    language: str, piece: str, field: str, text: str, wrong: str, right: str
) -> None:
    project = Project(Brand("Riverbend"), 2, 2027, language=language, edits=Edits.from_mapping({piece: {field: text}}))
    options = Options(("copy",) if "poster" not in piece else ("print",))
    kit = build_kit(project, bundled_campaign(language), bundled_resources(), options, dt.date(2026, 11, 25))
    names = ("posts", "newsletter", "poster", "START")
    made = make_kit(kit, JobContext(), wanted=lambda spec: any(name in spec.path for name in names))
    files = {file.path: file.data.decode("utf-8", "ignore") for file in made.files}
    assert [path for path, data in files.items() if wrong in data] == []
    told = [note for note in json.loads(files["kit.json"])["findings"] if right in note["message"]]
    assert told
    assert all(note["message"] in files["review.txt"].replace("’", "'") for note in told)
    assert any(wrong in finding.message for finding in made.general)
