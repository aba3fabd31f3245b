from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from htpm_studio.errors import InputError, Problems
from htpm_studio.export.sources.kit_source import with_records
from htpm_studio.project.consent import status
from htpm_studio.project.model import Consent, Photo
from htpm_studio.project.records import PhotoRecord, read_photo_records
from htpm_studio.scene.nodes import PictureSource

TABLE = """file,who,consent,until,credit,alt
team.jpg,Ana and José,"signed form, folder 3",2027-01-31,Photo: José,Two people at a desk
street.jpg,,no,,,A street at dawn

"""
EXPECTED = (
    PhotoRecord(
        "team.jpg",
        Consent("Ana and José", date(2027, 1, 31), "signed form, folder 3"),
        "Photo: José",
        "Two people at a desk",
    ),
    PhotoRecord("street.jpg", None, "", "A street at dawn", refused=True),
)


def table(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "records.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("encoding", "separator"), [("utf-8", ","), ("utf-8-sig", ";"), ("cp1252", "\t"), ("utf-16", ",")]
)
def test_tables_are_read_as_spreadsheets_save_them(tmp_path: Path, encoding: str, separator: str) -> None:
    text = (
        TABLE
        if separator == ","
        else TABLE.replace('"signed form, folder 3"', "signed form@ folder 3").replace(",", separator)
    )
    assert read_photo_records(table(tmp_path, text.replace("@", ",").replace("\n", "\r\n"), encoding)) == EXPECTED


def test_columns_may_be_few_and_in_any_order(tmp_path: Path) -> None:
    path = table(tmp_path, " ALT , File \nA desk,C:\\photos\\Desk.JPG\nA hall,photos/hall.jpg\n")
    records = read_photo_records(path)
    assert records == (PhotoRecord("Desk.JPG", alt="A desk"), PhotoRecord("hall.jpg", alt="A hall"))
    assert records[0].belongs_to("desk.jpg")
    assert not records[0].belongs_to("hall.jpg")


def test_all_bad_rows_are_reported_at_once_with_their_lines(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "file,who,consent,until,credit,alt\n"
        "a.jpg,Ana,signed,31/01/2027,,\n"
        ",Ben,signed,,,\n"
        "b.jpg,,signed,,,\n"
        "A.JPG,,,,,\n"
        "c.jpg,,,,,one,two\n"
        f"d.jpg,,,,,{'x' * 1001}\n",
    )
    with pytest.raises(Problems) as caught:
        read_photo_records(path)
    lines = [(problem.line, problem.message) for problem in caught.value.problems]
    assert [line for line, _ in lines] == [2, 3, 4, 5, 6, 7]
    assert '"31/01/2027" is not a date.' in lines[0][1]
    assert "records.csv:2" in str(caught.value)
    assert all(problem.hint for problem in caught.value.problems)


def test_mistakes_in_the_head_are_reported_together(tmp_path: Path) -> None:
    with pytest.raises(Problems) as caught:
        read_photo_records(table(tmp_path, "photo,who,who\n"))
    assert len(caught.value.problems) == 3


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"\n\n", "is empty"),
        (b"PK\x03\x04" + bytes(20), "workbook"),
        (b"\x00\x01\x02" * 9, "not a text file"),
        (b"file\n" + b"x" * 2_000_001, "larger than 2 MB"),
        (b"file\n" + b"a\n" * 1_000, "more than 1,000 rows"),
        (b'file\n"' + b"x" * 140_000 + b'"\n', "not a table"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("htpm_studio.project.table_file.MAX_BYTES", 2_000_000)
    monkeypatch.setattr("htpm_studio.project.table_file.MAX_ROWS", 1_000)
    path = tmp_path / "records.csv"
    path.write_bytes(data)
    with pytest.raises(InputError, match=words) as caught:
        read_photo_records(path)
    assert "records.csv" in caught.value.message


def test_missing_tables_and_folders(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="was not found"):
        read_photo_records(tmp_path / "none.csv")
    with pytest.raises(InputError, match="is a folder"):
        read_photo_records(tmp_path)


@pytest.mark.parametrize("who", ["nobody", "Nobody recognizable", "nadie"])
def test_a_row_can_say_that_nobody_is_recognized(tmp_path: Path, who: str) -> None:
    (record,) = read_photo_records(table(tmp_path, f"file,who,consent,until,credit,alt\nroom.jpg,{who},,,,A room\n"))
    (photo,) = with_records((Photo(PictureSource("k", "png", b"", (1, 1)), "room.jpg"),), (record,))
    assert (record.consent, photo.people, status(photo, date(2027, 1, 4))) == (None, "nobody", "ready")
