"""What the engine says, in the language of the window."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from htpm_studio import paths
from htpm_studio.errors import InputError, Message, Problems, StudioError, as_message, in_file, msg
from htpm_studio.export.disk.atomic_output import check_target
from htpm_studio.gui.i18n import explain, reason_of, translate, use_language
from htpm_studio.gui.widgets.dialogs import failure_of
from htpm_studio.project.pictures import load_logo, load_photo
from htpm_studio.project.store import open_project

FOLDER = paths.assets() / "translations"


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[None]:
    locale = QLocale()
    use_language(qapp, "es", FOLDER)
    yield
    use_language(qapp, "en", FOLDER)
    QLocale.setDefault(locale)


def test_a_saying_is_its_sentence_and_keeps_pattern_and_values() -> None:
    inner = msg("a GIF")
    saying = msg("{name} is {what}, which cannot be used here.", name="{x}.gif", what=inner)
    assert saying == "{x}.gif is a GIF, which cannot be used here."
    assert isinstance(dict(saying.values)["what"], Message)
    back = pickle.loads(pickle.dumps(saying))
    assert (back, back.template, back.values) == (saying, saying.template, saying.values)
    assert as_message(saying) is saying
    assert as_message("Plain {text}").values == ()
    assert translate(as_message("Plain {text}")) == "Plain {text}"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("logo.gif", b"GIF89a", "logo.gif es un GIF, que aquí no se puede usar."),
        ("logo.svg", b"<svg", "logo.svg no es un dibujo SVG completo."),
        ("logo.png", b"", "logo.png está vacío."),
    ],
)
def test_a_bad_logo_is_refused_in_spanish(spanish: None, tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError) as refused:
        load_logo(tmp_path / name)
    assert explain(refused.value).startswith(words)
    assert str(refused.value).startswith(name)
    assert "está" not in str(refused.value)


def test_a_photo_that_is_not_there_and_a_damaged_kit(spanish: None, tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        load_photo(tmp_path / "team.jpg")
    assert explain(refused.value) == "No se encontró team.jpg. Revise el nombre o si la unidad está conectada."
    (tmp_path / "kit.htpm").write_bytes(b"PK\3\4 and then nothing")
    with pytest.raises(InputError) as refused:
        open_project(tmp_path / "kit.htpm")
    assert explain(refused.value).startswith("kit.htpm está dañado o incompleto. Abra una copia de seguridad")


def test_hints_for_the_command_line_are_not_shown(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "kit").mkdir()
    with pytest.raises(InputError) as refused:
        check_target(tmp_path / "kit", force=False)
    assert "--out" in str(refused.value)
    assert "--" not in explain(refused.value)
    words = msg("The photo {name} has no record of consent. Keep one, or use --photo-record.", name="a.jpg")
    assert explain(StudioError(words)).endswith("Keep one.")


def test_several_mistakes_are_reported_line_by_line(spanish: None) -> None:
    error = Problems(
        "partners.csv", [in_file("partners.csv", 3, msg('"{text}" is not a date.', text="x"), "Shorten it.")]
    )
    assert explain(error) == "partners.csv tiene 1 error:\n  partners.csv:3: “x” no es una fecha. Acórtelo."
    assert reason_of(error) == "partners.csv tiene 1 error:"
    assert failure_of("t", error).why == explain(error)
    assert explain(ValueError("x")) == "ValueError"
