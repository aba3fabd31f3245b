"""What a kit says about itself: neither a file of the user's by its name, nor a wrong number once more."""

from __future__ import annotations

import datetime as dt
import io

from PIL import Image

from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.run.exporter import make_kit
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Edits, Photo, Project
from htpm_studio.project.pictures import read_picture
from tests.helpers.bundled import bundled_campaign, bundled_resources

WRONG, NAME = "1-888-373-7889", "ana-tied-1-888-373-7889.jpg"
PIECE = "w2/social/w2-rights"


def test_no_file_of_the_users_and_no_wrong_number_is_in_what_a_kit_says_about_itself() -> None:
    data = io.BytesIO()
    Image.effect_noise((1200, 1200), 90).save(data, "JPEG")
    photo = Photo(read_picture(NAME, data.getvalue()), NAME, alt=f"Someone at a table, {WRONG}")
    edits = Edits.from_mapping({PIECE: {"head": f"Call {WRONG}"}})
    project = Project(Brand("Riverbend"), 2, 2027, photos=(photo,), edits=edits)
    kit = build_kit(project, bundled_campaign(), bundled_resources(), Options(), dt.date(2026, 11, 25))
    made = make_kit(kit, JobContext(), wanted=lambda spec: spec.path in ("copy/hashtags.txt", "copy/posts.txt"))
    owner = "\n".join(finding.message for finding in made.general)
    assert NAME in owner
    assert WRONG in owner
    said = [(one.path, one.data.decode()) for one in made.files]
    assert {"START-HERE.html", "kit.json"} <= {path for path, _ in said}
    assert [path for path, text in said if NAME in text or "7889" in text or "ana-tied" in text] == []
