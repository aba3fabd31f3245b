"""A helpline that is reached by a word sent to a number: the word and what is beside it have room on every page."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from htpm_studio import paths
from htpm_studio.export.preflight.run_checks import run_checks
from htpm_studio.export.sources.kit_source import KitSource
from htpm_studio.export.sources.toolkit_import import import_toolkit
from htpm_studio.processes.jobs import JobContext
from tests.helpers.sweeps import in_turn

TOOLKIT = {
    "en": """# Garden Awareness Month 2027

May 2027

Helpline: National Garden Helpline, 1-800-555-0100
Text: SEEDS to 55501
Chat: gardens.example.org

## Week 1: Light

Seeds need light.

### Actions

- Plant a seed.

### Social media

- Light is food. Text SEEDS to 55501 or visit gardens.example.org #Gardens
""",
    "es": """# Mes de la Prevención de la Sequía 2027

Mayo de 2027

Línea de ayuda: Línea Nacional del Jardín, 1-800-555-0100
Mensajes de texto: envíe SEMILLAS al 55501
Chat: jardin.example.org

## Semana 1: Luz

Las semillas piden luz.

### Acciones

- Plante una semilla.

### Redes sociales

- La luz es comida. #Jardines
""",
}


@pytest.mark.parametrize(("language", "family"), in_turn(tuple(TOOLKIT), ("common-thread", "broadside", "quilt"), 1))
def test_a_word_to_be_texted_has_room(tmp_path: Path, language: str, family: str) -> None:
    file = tmp_path / "toolkit.md"
    file.write_text(TOOLKIT[language], encoding="utf-8")
    import_toolkit(file, tmp_path / "pack", JobContext(), assets=paths.assets())
    source = KitSource(dt.date(2026, 12, 1), tmp_path / "pack", year=2027, family=family)
    (checked,) = run_checks(source, JobContext(), folders=paths.folders())
    assert [check.sentence for check in checked.report.checks if "does not fit" in check.sentence] == []
    assert checked.title == f"Week 1: {'Light' if language == 'en' else 'Luz'} ({language})"
