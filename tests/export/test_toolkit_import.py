"""Reading a toolkit tells how far it is, and writes a pack whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from htpm_studio import paths
from htpm_studio.errors import InputError
from htpm_studio.export.sources.toolkit_import import built_in, import_toolkit, read_toolkit
from htpm_studio.processes.jobs import JobContext, Progress

TEXT = """# Human Trafficking Prevention Month Toolkit 2028

## Week 2: January 3-9, 2028

### Posts

Ask the people who cook at night how they came to work here, and listen to them. #EndTrafficking
"""


@pytest.fixture
def toolkit(tmp_path: Path) -> Path:
    path = tmp_path / "toolkit.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_reading_is_two_steps_and_the_third_word_is_that_of_writing(toolkit: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    read_toolkit(toolkit, JobContext(told.append), paths.assets())
    assert [(one.done, one.total, one.label) for one in told] == [
        (0, 2, "Reading toolkit.md"),
        (1, 2, "Looking for weeks, posts and resources"),
    ]
    told.clear()
    import_toolkit(toolkit, tmp_path / "pack", JobContext(told.append), assets=paths.assets())
    assert [(one.done, one.total) for one in told[:3]] == [(0, 2), (1, 2), (2, 2)]


def test_a_folder_with_other_files_is_not_written_into_and_a_pack_only_when_asked(
    toolkit: Path, tmp_path: Path
) -> None:
    out = tmp_path / "pack"
    out.mkdir()
    (out / "letter.txt").write_text("Mine.", encoding="utf-8")
    for force in (False, True):
        with pytest.raises(InputError):
            import_toolkit(toolkit, out, JobContext(), assets=paths.assets(), force=force)
    assert [path.name for path in out.iterdir()] == ["letter.txt"]
    other = tmp_path / "other"
    import_toolkit(toolkit, other, JobContext(), assets=paths.assets())
    with pytest.raises(InputError):
        import_toolkit(toolkit, other, JobContext(), assets=paths.assets())
    assert import_toolkit(toolkit, other, JobContext(), assets=paths.assets(), force=True).folder == other


def test_a_language_that_the_built_in_campaign_lacks_is_answered_in_english() -> None:
    assert [built_in(paths.assets(), name).language for name in ("es", "xx")] == ["es", "en"]
