"""What was tried with a download: each run leaves a record beside it, from which README's table is made."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from build import version

HERE = Path(__file__).resolve().parent
NAME = "tried.json"


def sentence(trial: Callable[..., Any]) -> str:
    """What a trial tries: the first line of what it says about itself."""
    first = (trial.__doc__ or "").strip().partition("\n")[0].removesuffix(".")
    return first[:1].lower() + first[1:]


def write(folder: Path, system: str, how: str, tried: Sequence[str]) -> None:
    """Note beside the downloads of a system that they were tried today, on what, and how."""
    row = {"version": version(), "date": date.today().isoformat(), "on": how, "tried": list(tried)}
    text = json.dumps({system: row}, indent=2, ensure_ascii=False) + "\n"
    (folder / NAME).write_text(text, encoding="utf-8", newline="\n")
