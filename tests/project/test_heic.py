"""What a HEIC file must have to be whole: every part of the picture, none cut off, none with a hole."""

from __future__ import annotations

import struct
from collections.abc import Sequence

import pytest

from htpm_studio.project import heic
from htpm_studio.project.heic import check_complete


def box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(body), kind) + body


def wide_box(kind: bytes, body: bytes) -> bytes:
    """The same with its length in 8 bytes."""
    return struct.pack(">I4sQ", 1, kind, 16 + len(body)) + body


def units(*bodies: bytes, size: int = 4) -> bytes:
    return b"".join(len(body).to_bytes(size, "big") + body for body in bodies)


Item = tuple[int, bytes, bytes]
"""The number of an item, its kind and its data."""


def reference(source: int, to: Sequence[int], size: int) -> list[tuple[int, int]]:
    """The numbers of a reference, each with its bytes."""
    return [(source, size), (len(to), 2), *((one, size) for one in to)]


def picture(
    items: Sequence[Item], parts: dict[int, list[int]] | None = None, primary: int = 1, *, version: int = 0,
    length_size: int = 4, inside: bool = False, cut: int = 0, whole_box: bool = False, open_end: bool = False,
) -> bytes:  # fmt: skip
    """A file with these items; `version` 2 has wide numbers, `inside` puts the data of items into the head."""
    wide = version == 2
    size = 4 if wide else 2
    ahead = box(b"ftyp", b"heic")
    types = b"".join(
        box(b"infe", bytes([3 if wide else 2]) + bytes(3) + number.to_bytes(size, "big") + bytes(2) + kind + b"name\0")
        for number, kind, _ in items
    )
    count = len(items).to_bytes(size, "big")
    rows = b"".join(
        box(b"dimg", b"".join(part.to_bytes(length, "big") for part, length in reference(source, to, size)))
        for source, to in (parts or {}).items()
    )
    hvcc = box(b"hvcC", bytes(21) + bytes([0xFC | length_size - 1]) + bytes(3))
    head = [
        box(b"free", b""),
        box(b"pitm", bytes([1 if wide else 0]) + bytes(3) + primary.to_bytes(size, "big") + b"more"),
        box(b"iinf", bytes([1 if wide else 0]) + bytes(3) + count + types),
        box(b"iprp", box(b"ipco", box(b"ispe", bytes(30)) + box(b"hvcC", bytes(21)) + hvcc)),
        box(b"iref", bytes([1 if wide else 0]) + bytes(3) + rows),
    ]
    data = b"".join(body for _, _, body in items)
    if inside:
        head.append((wide_box if whole_box else box)(b"idat", data))

    def places(start: int) -> bytes:
        at, found = start, b""
        for number, _, body in items:
            found += number.to_bytes(size, "big")
            if version:
                found += struct.pack(">H", 1 if inside else 0)
            found += struct.pack(">HIH", 0, at // 2, 1) + (bytes(4) if wide else b"")
            found += struct.pack(">II", at - at // 2, 0 if open_end else len(body))
            at += len(body)
        sizes = struct.pack(">H", 0x4444)
        return box(b"iloc", bytes([version]) + bytes(3) + sizes + count + found)

    length = len(ahead) + len(box(b"meta", bytes(4) + b"".join(head) + places(0))) + 8
    meta = box(b"meta", bytes(4) + b"".join(head) + places(0 if inside else length))
    return (ahead + meta + box(b"mdat", b"" if inside else data))[: -cut or None]


GOOD = units(b"abc", b"de")
ONE: list[Item] = [(1, b"hvc1", GOOD)]
TILES: list[Item] = [(1, b"grid", bytes([0, 0, 0, 1, 0, 0, 0, 0])), (2, b"hvc1", GOOD), (3, b"hvc1", GOOD)]


@pytest.mark.parametrize("version", [0, 2])
@pytest.mark.parametrize("size", [1, 2, 4])
def test_a_whole_picture_is_whole(version: int, size: int) -> None:
    check_complete(picture([(1, b"hvc1", units(b"abc", b"de", size=size))], version=version, length_size=size))
    check_complete(picture(TILES, {1: [2, 3]}, version=version))
    high = 0x12345678 if version else 0x1234
    check_complete(picture([(high, b"iden", b""), *ONE], {high: [1]}, high, version=version, length_size=4))
    check_complete(picture(ONE, version=version, open_end=True))


def test_data_in_the_head_is_found_there() -> None:
    check_complete(picture(ONE, version=2, inside=True))
    check_complete(picture(ONE, version=2, inside=True, whole_box=True))
    with pytest.raises(ValueError, match="damaged"):
        check_complete(picture([(1, b"hvc1", GOOD[:-1])], version=2, inside=True))


@pytest.mark.parametrize("version", [0, 2])
def test_what_is_missing_is_noticed(version: int) -> None:
    with pytest.raises(ValueError, match="no data"):
        check_complete(picture([(2, b"hvc1", GOOD)], primary=2, version=version).replace(b"iloc", b"free"))
    with pytest.raises(ValueError, match="no picture"):
        check_complete(box(b"ftyp", b"heic"))
    with pytest.raises(ValueError, match="a part is missing"):
        check_complete(picture(ONE, primary=2, version=version))
    with pytest.raises(ValueError, match="a tile is missing"):
        check_complete(picture(TILES, {1: [2]}, version=version))
    with pytest.raises(ValueError, match="a part is missing"):
        check_complete(picture(TILES, {1: [2, 9]}, version=version))
    with pytest.raises(ValueError, match="cut off"):
        check_complete(picture(ONE, version=version, cut=1))
    with pytest.raises(ValueError, match="cut off"):
        check_complete(picture(TILES, {1: [2, 3]}, version=version, cut=1))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (GOOD[:-1], "damaged"),  # a unit longer than what there is
        (GOOD + b"\0", "damaged"),
        (units(b"ab", b"c"), "damaged"),  # a unit of one byte
        (units(b"ab" + bytes(4_000)), "a hole"),
        (units(bytes(4_000)), "a hole"),
        (bytes(4_000) + GOOD, "damaged"),
    ],
)
def test_units_are_followed_to_the_end(body: bytes, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        check_complete(picture([(1, b"hvc1", body)]))


def test_pictures_that_contain_each_other_end_and_so_do_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    check_complete(picture([(1, b"iden", b""), (2, b"iden", b"")], {1: [2], 2: [1]}))
    monkeypatch.setattr(heic, "MAX_ITEMS", 3)
    many: list[Item] = [(number, b"iden", b"") for number in range(1, 5)]
    check_complete(picture(many[:3], {1: [2, 3]}))
    with pytest.raises(ValueError, match="too many parts"):
        check_complete(picture(many))
    monkeypatch.setattr(heic, "MAX_NALS", 2)
    check_complete(picture([(1, b"hvc1", units(b"abc", b"de"))]))
    with pytest.raises(ValueError, match="damaged"):
        check_complete(picture([(1, b"hvc1", units(b"abc", b"de", b"fg"))]))
