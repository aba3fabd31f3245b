from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import shutil
import struct
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from htpm_studio.errors import InputError, Problems, StudioError
from htpm_studio.project import store
from htpm_studio.project.migrations import OWN, STEPS, VERSION, Document, Steps
from htpm_studio.project.model import Brand, Consent, Edits, LostPicture, Partner, Photo, Project
from htpm_studio.project.pictures import load_logo, load_photo
from htpm_studio.project.store import open_project, read_project, save_project
from tests.helpers.sweeps import in_turn

OLD = Path(__file__).parents[1] / "data" / "projects"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("pictures")
    Image.effect_noise((60, 40), 80).convert("RGB").save(folder / "team.jpg")
    Image.new("RGB", (30, 20), "#306090").save(folder / "logo.png")
    mark = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="3"/></svg>'
    (folder / "mark.svg").write_text(mark, encoding="utf-8")
    return Project(
        Brand(
            "Coalición Río",
            ("#0F5C5C", "#F5AE45"),
            load_logo(folder / "logo.png"),
            (Partner("Open Door", load_logo(folder / "mark.svg")), Partner("Eastside")),
            "example.org",
            "555-0100",
            "calm",
        ),
        2,
        2027,
        (
            Photo(
                load_photo(folder / "team.jpg"),
                "team.jpg",
                (0.25, 0.75),
                "A team\nat work",
                "Ana",
                Consent("Ana and Ben", date(2027, 1, 31), "folder 3"),
            ),
            Photo(load_logo(folder / "logo.png"), "logo.png"),
        ),
        "es",
        Edits.from_mapping({"week-2/deck": {"head": "Línea 1\nLínea 2"}, "week-1/flyer": {"lead": ""}}),
        (("board", '{"sizes": ["square"]}'),),
    )


@pytest.fixture
def saved(tmp_path: Path, project: Project) -> Path:
    path = tmp_path / "kit.htpm"
    save_project(project, path)
    return path


Members = dict[str, bytes]


def members_of(path: Path) -> Members:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewrite(path: Path, members: Members, method: int = zipfile.ZIP_STORED) -> None:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def change(path: Path, edit: Callable[[Any], object]) -> None:
    """Change project.json inside a project file."""
    members = members_of(path)
    document = json.loads(members["project.json"])
    edit(document)
    rewrite(path, {**members, "project.json": json.dumps(document).encode()})


# ------------------------------------------------------------------ saving


def test_what_is_saved_is_opened_again(saved: Path, project: Project) -> None:
    opened = read_project(saved)
    assert opened.project == project
    assert (opened.problems, opened.version) == ((), VERSION)
    assert open_project(saved) == project


def test_the_same_project_gives_the_same_bytes(saved: Path, project: Project, tmp_path: Path) -> None:
    first = saved.read_bytes()
    save_project(open_project(saved), tmp_path / "again.htpm")
    save_project(project, saved)
    assert (tmp_path / "again.htpm").read_bytes() == first == saved.read_bytes()
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["again.htpm", "kit.htpm"]


def test_the_file_says_nothing_about_when_and_where(saved: Path) -> None:
    with zipfile.ZipFile(saved) as archive:
        infos = archive.infolist()
    assert [info.filename for info in infos] == ["project.json", *sorted(info.filename for info in infos[1:])]
    assert {(info.date_time, info.create_system, info.extra) for info in infos} == {((1980, 1, 1, 0, 0, 0), 3, b"")}
    for name, data in members_of(saved).items():
        if name != "project.json":
            assert hashlib.sha256(data).hexdigest() in name
    document = json.loads(members_of(saved)["project.json"])
    assert (document["format"], document["version"]) == ("htpm-studio-project", VERSION)
    assert document["app"].startswith("HTPM Studio ")


def test_a_failed_save_leaves_the_old_file_and_nothing_else(
    saved: Path, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = saved.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("htpm_studio.project.store.os.fsync", full)
    with pytest.raises(StudioError, match="the disk is full") as caught:
        save_project(project, saved)
    assert "kit.htpm" in caught.value.message
    assert saved.read_bytes() == before
    assert list(saved.parent.iterdir()) == [saved]


def test_an_interrupted_save_leaves_nothing_behind(
    saved: Path, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("htpm_studio.project.store.os.fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        save_project(project, saved)
    assert list(saved.parent.iterdir()) == [saved]


def test_a_missing_folder_is_a_sentence(project: Project, tmp_path: Path) -> None:
    with pytest.raises(StudioError, match=r"kit\.htpm could not be saved"):
        save_project(project, tmp_path / "none" / "kit.htpm")


def test_a_photo_without_faces_is_saved_and_not_looked_at_again(project: Project, tmp_path: Path) -> None:
    photos = tuple(replace(photo, faces=()) for photo in project.photos)
    save_project(replace(project, photos=photos), tmp_path / "kit.htpm")
    assert [photo.faces for photo in open_project(tmp_path / "kit.htpm").photos] == [()] * len(photos)


def test_what_could_not_be_opened_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(Problems) as caught:
        save_project(Project(Brand("A", ("teal",)), 9, 2027), tmp_path / "kit.htpm")
    assert {problem.message.split()[0] for problem in caught.value.problems} == {"$.week", "$.brand.colors[0]"}
    assert list(tmp_path.iterdir()) == []


def test_a_name_may_still_be_missing(tmp_path: Path) -> None:
    save_project(Project(Brand(""), 1, 2026), tmp_path / "kit.htpm")
    assert open_project(tmp_path / "kit.htpm") == Project(Brand(""), 1, 2026)


def test_a_link_to_the_file_stays_a_link(saved: Path, project: Project) -> None:
    link = saved.with_name("link.htpm")
    with contextlib.suppress(OSError):
        link.symlink_to(saved)
    if not link.is_symlink():
        pytest.skip("no links here")
    save_project(project, link)
    assert link.is_symlink()
    assert open_project(saved) == project


# ------------------------------------------------------------------ missing and damaged pictures


def test_a_missing_picture_is_a_problem_and_the_rest_opens(saved: Path, project: Project) -> None:
    members = members_of(saved)
    gone = f"pictures/{project.photos[0].source.key}.jpg"
    del members[gone]
    rewrite(saved, members)
    opened = read_project(saved)
    assert [photo.name for photo in opened.project.photos] == ["logo.png"]
    assert opened.project.brand == project.brand
    assert [str(problem) for problem in opened.problems] == [
        "kit.htpm: Photo team.jpg is damaged or missing in the kit file and was left out. Add the photo again."
    ]


def test_what_was_lost_stays_known_until_it_is_replaced(saved: Path, project: Project) -> None:
    """The window saves soon after it opens; the file must not forget what it once held."""
    documents = members_of(saved)["project.json"]
    rewrite(saved, {"project.json": documents})
    opened = read_project(saved)
    lost = (
        LostPicture("logo"), LostPicture("partner", "Open Door"), LostPicture("photo", "team.jpg"),
        LostPicture("photo", "logo.png"),
    )  # fmt: skip
    assert opened.project.lost == lost
    assert len(opened.problems) == 4
    save_project(opened.project, saved)
    again = read_project(saved)
    assert again.project.lost == lost
    assert again.problems == ()
    brand = replace(again.project.brand, logo=project.brand.logo, partners=())
    mended = replace(again.project, brand=brand).with_photo(project.photos[0])
    save_project(mended, saved)
    assert read_project(saved).project.lost == (LostPicture("photo", "logo.png"),)


def test_a_changed_or_disguised_picture_is_a_problem(saved: Path, project: Project) -> None:
    members = members_of(saved)
    name = f"pictures/{project.photos[0].source.key}.jpg"
    rewrite(saved, {**members, name: members[name][:-40] + bytes(40)})
    assert "team.jpg is damaged or missing" in read_project(saved).problems[0].message
    hostile = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script/></svg>'
    for data, ending in ((hostile, "svg"), (members[name], "png"), (b"GIF89a", "png")):
        fresh = f"pictures/{hashlib.sha256(data).hexdigest()}.{ending}"
        document = json.loads(members["project.json"])
        document["brand"]["logo"] = fresh
        rewrite(saved, {**members, fresh: data, "project.json": json.dumps(document).encode()})
        opened = read_project(saved)
        assert opened.project.brand.logo is None
        assert len(opened.problems) == 1


def test_a_flipped_bit_in_a_picture_keeps_the_rest_usable(saved: Path, project: Project) -> None:
    data = bytearray(saved.read_bytes())
    at = data.find(project.photos[0].source.data)
    data[at + 300] ^= 255
    saved.write_bytes(data)
    opened = read_project(saved)
    assert len(opened.problems) == 1
    assert len(opened.project.photos) == 1


# ------------------------------------------------------------------ strict reading


def test_all_mistakes_are_listed_with_their_place(saved: Path) -> None:
    def spoil(document: Any) -> None:
        document["brand"]["organisation"] = "\u202e"
        document["brand"]["colors"] = ["#0F5C5C", "teal", "#000"]
        document["brand"]["partners"][0]["logo"] = "../../etc/passwd"
        document["brand"]["style"] = "neon"
        document["photos"][0]["focus"] = [0.5, 2]
        document["photos"][0]["consent"]["until"] = "soon"
        document["photos"][1] = 7
        document["week"] = True
        document["year"] = "2027"
        document["language"] = ["en"]
        document["edits"] = {"deck": {"head": 5}, "flyer": []}

    change(saved, spoil)
    with pytest.raises(Problems) as caught:
        read_project(saved)
    places = {problem.message.split(" ")[0] for problem in caught.value.problems}
    assert places >= {
        *("$.brand.organisation", "$.brand.colors", "$.brand.colors[1]", "$.brand.partners[0].logo"),
        "$.brand.style",
        *("$.photos[0].focus[1]", "$.photos[0].consent.until", "$.photos[1]", "$.week", "$.year", "$.language"),
        *("$.edits.deck.head", "$.edits.flyer"),
    }
    assert {problem.file for problem in caught.value.problems} == {"kit.htpm"}


@pytest.mark.parametrize(
    ("key", "value"),
    in_turn(
        ("brand", "photos", "week", "year", "language", "edits"),
        (None, 5, "x", [], {}, True, 1.5, [[]], {"a": {}}, -1, 10**30),
        3,
    ),
)
def test_any_value_anywhere_opens_or_is_a_problem(saved: Path, key: str, value: object) -> None:
    change(saved, lambda document: document.update({key: value}))
    try:
        problems = read_project(saved).problems
    except Problems as error:
        problems = error.problems
    assert all(problem.message.startswith(f"$.{key}") for problem in problems)


def test_unknown_keys_of_our_version_are_kept(saved: Path) -> None:
    change(saved, lambda document: document.update(later={"b": 1, "a": [True]}))
    save_project(open_project(saved), saved)
    assert json.loads(members_of(saved)["project.json"])["later"] == {"a": [True], "b": 1}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"{", "breaks off at line 1"),
        (b'{\n"format": 5,,}', "breaks off at line 2"),
        (b"\xff\xfe", "cannot be read"),
        (b'{"week": NaN}', "cannot be read"),
        (b'{"a": "\\ud800"}', "cannot be read"),
        (b"[" * 200_000, "cannot be read"),
        (b'{"a": ' + b"9" * 9_000 + b"}", "cannot be read"),
        (b"[]", "not an HTPM Studio project"),
        (b"{}", "not an HTPM Studio project"),
        (b'{"format": "other", "version": 1}', "not an HTPM Studio project"),
        (b'{"format": "htpm-studio-project"}', "no usable version"),
        (b'{"format": "htpm-studio-project", "version": true}', "no usable version"),
        (b'{"format": "htpm-studio-project", "version": 0}', "no usable version"),
    ],
)
def test_damaged_documents_get_different_messages(tmp_path: Path, text: bytes, words: str) -> None:
    path = tmp_path / "kit.htpm"
    rewrite(path, {"project.json": text})
    with pytest.raises(InputError, match=words) as caught:
        read_project(path)
    assert "kit.htpm" in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"hello", "not an HTPM Studio project"),
        (b"PK\x03\x04" + bytes(100), "damaged"),
        (b"PK\x05\x06" + bytes(18), "not an HTPM Studio project"),
        (b"PK\x05\x06" + bytes(4), "damaged"),
        (b"PK\x05\x06" + bytes(4) + b"\xff" * 12 + bytes(2), "too many"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "kit.htpm"
    path.write_bytes(data)
    with pytest.raises(InputError, match=words):
        read_project(path)


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="was not found"):
        read_project(tmp_path / "none.htpm")
    with pytest.raises(InputError, match="is a folder"):
        read_project(tmp_path)


def test_files_cut_off_anywhere_are_refused(saved: Path) -> None:
    data = saved.read_bytes()
    for part in range(1, 16):
        saved.write_bytes(data[: len(data) * part // 16])
        with pytest.raises(InputError):
            read_project(saved)


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "/etc/passwd",
        "C:\\evil",
        "pictures/../x.png",
        "pictures/a.png",
        "project.json/",
        "extra.txt",
        "pictures/",
    ],
)
def test_what_the_document_does_not_name_is_not_looked_at(saved: Path, project: Project, name: str) -> None:
    """A kit packed again by hand may hold folders and files of the system; none of them is unpacked."""
    rewrite(saved, {**members_of(saved), name: b"x"})
    assert read_project(saved).project == project
    assert not (saved.parent.parent / "evil.txt").exists()


def test_zip_bombs_are_refused(saved: Path) -> None:
    document = members_of(saved)["project.json"]
    rewrite(saved, {"project.json": document + b" " * 9_000_000}, zipfile.ZIP_DEFLATED)
    assert saved.stat().st_size < 100_000
    with pytest.raises(InputError, match="not in the form that HTPM Studio saves"):
        read_project(saved)


def bombs(saved: Path, count: int, *, named: bool) -> None:
    """A small file whose pictures unpack to megabytes of nothing."""
    document = json.loads(members_of(saved)["project.json"])
    names = [f"pictures/{number:064x}.png" for number in range(count)]
    if named:
        document["photos"] = [{"picture": name, "name": name} for name in names]
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.json", json.dumps(document))
        for name in names:
            archive.writestr(name, bytes(8_000_000))


def test_pictures_that_nothing_names_cost_nothing(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bombs(saved, 12, named=False)
    read: list[int] = []
    monkeypatch.setattr(zipfile.ZipExtFile, "read", counting(zipfile.ZipExtFile.read, read))
    assert len(read_project(saved).project.lost) == 4
    assert sum(read) < 100_000


def test_pictures_that_unpack_to_far_more_than_the_file_are_refused(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bombs(saved, 12, named=True)
    read: list[int] = []
    monkeypatch.setattr(zipfile.ZipExtFile, "read", counting(zipfile.ZipExtFile.read, read))
    with pytest.raises(InputError, match=r"kit\.htpm would unpack to much more"):
        read_project(saved)
    assert sum(read) < 30_000_000


def counting(read: Callable[..., bytes], sizes: list[int]) -> Callable[..., bytes]:
    def counted(*arguments: Any) -> bytes:
        data = read(*arguments)
        sizes.append(len(data))
        return data

    return counted


def test_a_drive_that_fails_loses_no_picture(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window would save the kit without the pictures that could not be read just then."""
    real = zipfile.ZipFile.open

    def failing(self: zipfile.ZipFile, member: Any, *rest: Any) -> Any:
        if getattr(member, "filename", "").startswith("pictures/"):
            raise OSError(errno.EIO, "Input/output error")
        return real(self, member, *rest)

    monkeypatch.setattr(zipfile.ZipFile, "open", failing)
    with pytest.raises(InputError, match=r"kit\.htpm cannot be read: the drive does not answer"):
        read_project(saved)


def test_encrypted_duplicate_and_exotic_members_are_refused(saved: Path) -> None:
    members = members_of(saved)
    rewrite(saved, members, zipfile.ZIP_BZIP2)
    with pytest.raises(InputError, match="not in the form that HTPM Studio saves"):
        read_project(saved)
    rewrite(saved, members)
    data = bytearray(saved.read_bytes())
    struct.pack_into("<H", data, data.find(b"PK\x01\x02") + 8, 1)
    saved.write_bytes(data)
    with pytest.raises(InputError, match="not in the form that HTPM Studio saves"):
        read_project(saved)
    with zipfile.ZipFile(saved, "w") as archive:
        archive.writestr("project.json", members["project.json"])
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("project.json", b"{}")
    with pytest.raises(InputError, match="not in the form that HTPM Studio saves"):
        read_project(saved)


# ------------------------------------------------------------------ versions


def pretend_steps() -> Steps:
    """A version 2 in which the week became a list: only for these tests."""
    steps = Steps()

    @steps.to(2)
    def weeks_become_a_list(old: Document) -> Document:
        return {**{key: value for key, value in old.items() if key != "week"}, "weeks": [old["week"]]}

    return steps


def test_newer_files_are_refused_with_the_program_that_reads_them(saved: Path) -> None:
    change(saved, lambda document: document.update(version=9, app="HTPM Studio 4.0"))
    with pytest.raises(InputError, match=rf"written by HTPM Studio 4\.0; this is HTPM Studio {OWN}"):
        read_project(saved)
    change(saved, lambda document: document.update(app="x\n" * 400))
    with pytest.raises(InputError, match="written by a newer HTPM Studio"):
        read_project(saved)


def test_steps_make_new_documents_and_leave_the_old_one() -> None:
    old = {"format": "htpm-studio-project", "version": 1, "week": 2}
    before = json.dumps(old)
    assert pretend_steps().upgrade("a", old, 2) == {"format": "htpm-studio-project", "version": 2, "weeks": [2]}
    assert json.dumps(old) == before
    with pytest.raises(InputError, match="version 1 to 2"):
        pretend_steps().upgrade("a", {"format": "htpm-studio-project", "version": 1}, 2)


def test_gaps_and_doubles_stop_the_program() -> None:
    with pytest.raises(RuntimeError, match="do not lead from 1 to 3"):
        pretend_steps().check(3)
    with pytest.raises(RuntimeError, match="two steps lead to version 2"):
        pretend_steps().to(2)(lambda old: old)
    STEPS.check(VERSION)


def test_an_old_file_opens_through_its_steps(saved: Path) -> None:
    steps = Steps()
    for number in range(2, VERSION + 1):
        steps.to(number)(lambda old: old)
    steps.to(VERSION + 1)(lambda old: {**old, "week": old["week"] + 1})
    opened = read_project(saved, steps, VERSION + 1)
    assert (opened.version, opened.project.week) == (VERSION, 3)


def test_own_words_for_the_post_of_newcomers_follow_it_to_its_name(tmp_path: Path) -> None:
    copy = tmp_path / "kit.htpm"
    shutil.copy(OLD / "v1" / "newcomers.htpm", copy)
    edits = open_project(copy).edits.to_mapping()
    assert edits == {"w3/social/w3-newcomers": {"head": "Just arrived? You have rights."}}
    change(copy, lambda document: document.update(pack={"en/week-3-posts.toml": 'id = "w3-from-ukraine"\n'}))
    document = json.loads(members_of(copy)["project.json"])
    assert STEPS.upgrade("kit", document, VERSION)["pack"] == {"en/week-3-posts.toml": 'id = "w3-newcomers"\n'}


def test_the_first_save_after_an_upgrade_keeps_the_old_file(saved: Path, project: Project) -> None:
    before = saved.read_bytes()
    save_project(project, saved, newest=VERSION + 1)
    backup = saved.with_name(f"kit.htpm.v{VERSION}.bak")
    assert backup.read_bytes() == before
    backup.write_bytes(b"the first copy stays")
    save_project(project, saved, newest=VERSION + 1)
    assert backup.read_bytes() == b"the first copy stays"


def test_a_current_or_foreign_file_needs_no_copy(saved: Path, project: Project) -> None:
    save_project(project, saved)
    saved.write_bytes(b"some other file")
    save_project(project, saved)
    assert list(saved.parent.iterdir()) == [saved]


@pytest.mark.parametrize("path", sorted(OLD.glob("v*/*.htpm")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_files_of_every_version_open_and_say_the_same(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    shutil.copy(path, copy)
    opened = read_project(copy)
    assert opened.problems == ()
    assert f"v{opened.version}" == path.parent.name
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    save_project(opened.project, copy)
    written = json.loads(members_of(copy)["project.json"])
    assert {**written, "app": ""} == {**expected, "app": ""}
    assert open_project(copy) == opened.project


def test_there_is_a_file_of_every_version() -> None:
    assert {path.parent.name for path in OLD.glob("v*/*.htpm")} == {f"v{number}" for number in range(1, VERSION + 1)}


def test_old_drawings_become_the_nearest_scenes_and_lose_their_crops() -> None:
    old: dict[str, Any] = {
        "format": "htpm-studio-project", "version": 1, "photos": [],
        "edits": {
            "w2/print/flyer": {"@picture": "hands", "@focus": "0.5 0.5", "@zoom.square": "2", "head": "Ours"},
            "w2/background/photo-wall": {"@picture.1": "dawn", "alt": "A sun.", "@described": "dawn"},
            "w2/social/w2-rights": {"@focus.square": "0.1 0.2", "@locked": "yes"},
        },
    }  # fmt: skip
    new = STEPS.upgrade("a", old, 3)["edits"]
    assert new == {
        "w2/print/flyer": {"@picture": "crowd", "head": "Ours"},
        "w2/background/photo-wall": {"@picture.1": "morning-walk", "alt": "A sun.", "@described": "dawn"},
        "w2/social/w2-rights": {"@locked": "yes"},
    }
    photos = {**old, "photos": [{"name": "team.jpg"}]}
    assert STEPS.upgrade("a", photos, 3)["edits"]["w2/social/w2-rights"] == old["edits"]["w2/social/w2-rights"]


def test_a_file_that_names_what_there_is_no_more_says_so_until_it_is_saved(tmp_path: Path) -> None:
    copy = tmp_path / "kit.htpm"
    shutil.copy(OLD / "v3" / "replaced.htpm", copy)
    project = open_project(copy)
    assert [str(one.sentence) for one in project.replaced] == [
        "The style bold is no longer in the program; the kit is now in classic.",
        "The background quiet-field is no longer in the program; your changes to it are now on frame.",
    ], "of the other background it says only that it is left out"
    save_project(project, copy)
    assert open_project(copy).replaced == ()


def test_the_smallest_document_of_version_one_opens(tmp_path: Path) -> None:
    document = {"format": "htpm-studio-project", "version": 1, "brand": {"organisation": "A"}, "week": 1, "year": 2026}
    rewrite(tmp_path / "kit.htpm", {"project.json": json.dumps(document).encode()})
    assert open_project(tmp_path / "kit.htpm") == Project(Brand("A"), 1, 2026)


def test_links_in_a_circle_do_not_stop_a_save(tmp_path: Path) -> None:
    one, other = tmp_path / "kit.htpm", tmp_path / "other.htpm"
    try:
        one.symlink_to(other)
        other.symlink_to(one)
    except OSError:
        pytest.skip("links cannot be made here")
    save_project(Project(Brand("Kit"), 3, 2027), one)
    assert open_project(one).brand.organization == "Kit"


def test_a_kit_has_so_many_parts_at_most(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(saved) as archive:
        count = len(archive.infolist())
        names = sum(len(one.filename) + 46 for one in archive.infolist())
    monkeypatch.setattr(store, "MAX_MEMBERS", count)
    assert names <= 512 * count
    assert read_project(saved).problems == ()
    monkeypatch.setattr(store, "MAX_MEMBERS", count - 1)
    with pytest.raises(InputError, match="too many files"):
        read_project(saved)


@pytest.mark.parametrize(("space", "words"), [(16, "too many files"), (0, "too many files"), (17, "damaged")])
def test_a_second_directory_for_very_many_parts_is_refused_right_before_the_first(
    saved: Path, space: int, words: str
) -> None:
    data = saved.read_bytes()
    at = data.rfind(b"PK\5\6")
    saved.write_bytes(data[:at] + b"PK\6\7" + b"x" * space + data[at:])
    with pytest.raises(InputError, match=words):
        read_project(saved)


@pytest.mark.parametrize(("spare", "opens"), [(0, True), (-1, False)])
def test_the_document_of_a_kit_has_so_many_bytes_at_most(
    saved: Path, spare: int, opens: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(saved) as archive:
        monkeypatch.setattr(store, "MAX_JSON", archive.getinfo("project.json").file_size + spare)
    if opens:
        assert read_project(saved).problems == ()
        return
    with pytest.raises(InputError, match="not in the form"):
        read_project(saved)


def test_what_a_kit_unpacks_to_is_bounded_by_its_own_size(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(saved) as archive:
        total = sum(one.file_size for one in archive.infolist() if one.filename.startswith("pictures/"))
    assert total < saved.stat().st_size, "pictures are packed already"
    for most, growth, small, opens in (
        (total, 4, total, True), (total - 1, 4, total, False), (4 * total, 1, 0, True), (4 * total, 0, total, True),
        (4 * total, 0, total - 1, False),
    ):  # fmt: skip
        for name, value in (("MAX_TOTAL", most), ("MAX_GROWTH", growth), ("MAX_SMALL", small)):
            monkeypatch.setattr(store, name, value)
        if opens:
            assert read_project(saved).problems == ()
        else:
            with pytest.raises(InputError, match="unpack to much more"):
                read_project(saved)


def test_a_picture_that_is_too_large_or_packed_in_another_way_is_lost(
    saved: Path, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = f"pictures/{project.photos[0].source.key}.jpg"
    with zipfile.ZipFile(saved) as archive:
        size = archive.getinfo(photo).file_size
        members = {one.filename: archive.read(one) for one in archive.infolist()}
    lost = (LostPicture("photo", "team.jpg"),)
    for most, found in ((size, ()), (size - 1, lost)):
        monkeypatch.setattr(store, "MAX_MEMBER", most)
        assert read_project(saved).project.lost == found
    monkeypatch.setattr(store, "MAX_MEMBER", size)
    with zipfile.ZipFile(saved, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data, zipfile.ZIP_BZIP2 if name == photo else zipfile.ZIP_DEFLATED)
    assert read_project(saved).project.lost == lost
