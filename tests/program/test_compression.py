from __future__ import annotations

import hashlib
import io
import random
import zipfile
import zlib

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from htpm_studio.render.compression import deflated, png_file, png_rows, zipped

WORDS = b"".join(random.Random(3).choice((b"help ", b"rights ", b"work ", b"call ")) for _ in range(4000))
WORDS_SUM = "4951577b88a67be95eba201bb0ad89f646bb655cac50c4c4d3f0863e22d28d6d"


def test_deflate_gives_the_bytes_that_it_gives_on_every_system() -> None:
    """The same sum was found on Linux and on Windows, with Python 3.11 and 3.13."""
    assert hashlib.sha256(deflated(WORDS)).hexdigest() == WORDS_SUM
    assert zlib.decompress(deflated(WORDS)) == WORDS


def test_a_png_file_has_the_pixels_and_chunks_it_was_given() -> None:
    image = Image.frombytes("RGBA", (97, 61), random.Random(1).randbytes(97 * 61 * 4))
    rows = b"".join(b"\0" + image.crop((0, y, 97, y + 1)).tobytes() for y in range(61))
    data = png_file(image.size, 6, deflated(rows), [(b"iTXt", b"XML:com.adobe.xmp" + bytes(5) + b"what it shows")])
    with Image.open(io.BytesIO(data)) as opened:
        opened.load()
        assert (opened.mode, opened.tobytes()) == ("RGBA", image.tobytes())
        assert opened.info["XML:com.adobe.xmp"] == "what it shows"
    assert png_rows(data) == deflated(rows)


@given(st.dictionaries(st.text("abcé/._-", min_size=1, max_size=40), st.tuples(st.binary(max_size=400), st.booleans())))
def test_a_zip_holds_what_was_put_in(members: dict[str, tuple[bytes, bool]]) -> None:
    data = zipped((name, content, pack) for name, (content, pack) in members.items())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert [info.filename for info in archive.infolist()] == list(members)
        assert {name: archive.read(name) for name in members} == {name: row[0] for name, row in members.items()}
        assert {info.date_time for info in archive.infolist()} <= {(1980, 1, 1, 0, 0, 0)}
