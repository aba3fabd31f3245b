"""What a user may keep in the templates folder: page sizes, a printed piece and a design for posts."""

from __future__ import annotations

from pathlib import Path

SIZES = """schema = 1

[[size]]
id = "my-banner"
name = { en = "Banner", es = "Franja" }
medium = "social"
width = 1500
height = 500
unit = 9
scale = "social"
shape = "wide"
picture = { photo = "jpg", flat = "png", most = 976_000 }

[[size]]
id = "my-tag"
name = { en = "Name tag" }
medium = "print"
measure = "in"
width = 3.5
height = 2
unit = 2
scale = "card"
shape = "small"
"""

SHEET = """
[[sheet]]
id = "{id}"
page = "{page}"
unit = "{unit}"
columns = 2
rows = 4
width = {width}
height = {height}
x0 = 0.5
y0 = 0.5
dx = {width}
dy = {height}
bleed = 0
ruler = 1
"""

PIECE = """schema = 1
order = 500
takes = { text = "words" }
one = "my-tag"

[page.my-tag-front]
title = { en = "Name tag", es = "Gafete" }
[page.my-tag-front.content]
head = "{words.print.my_tag_head}"

[page.my-tag-back]
title = { en = "Name tag, back", es = "Gafete, reverso" }
[page.my-tag-back.content]
head = "{words.print.my_tag_back}"

[[file]]
name = "my-tags"
title = "{words.print.my_tag_title}"
pages = ["my-tag-front", "my-tag-back"]
letter = { size = "my-tag", sheet = "my-tag-8up" }
a4 = { size = "my-tag", sheet = "my-tag-8up-a4" }
[file.amount]
each = 1.0
least = 1
why = { en = "one for everybody" }

[words.en]
my_tag_head = "My name is"
my_tag_back = "Need help?"
my_tag_title = "Name tags"
[words.es]
my_tag_head = "Me llamo"
my_tag_back = "¿Necesita ayuda?"
my_tag_title = "Gafetes"
""" + SHEET.format(id="my-tag-8up", page="letter", unit="in", width="3.5", height="2.0") + SHEET.format(
    id="my-tag-8up-a4", page="a4", unit="mm", width="88.9", height="50.8"
)  # fmt: skip

PAGE = """<template id="print/{name}" canvases="my-tag" fields="head">
<column padding="4" gap="2"><text style="title" max-lines="2" min="0.6" tag="H1">{{head}}</text>
<text style="body" max-lines="1" min="0.6">{{hotline.number}}</text></column>
</template>
"""

DESIGN = """schema = 1
order = 500
takes = { entry = "post" }
grounds = ["panel", "deep"]
[page.hello]
title = { en = "Hello", es = "Hola" }
[page.hello.fields]
head = { limit = 60 }
sub = { limit = 33, needed = false }
"""

HELLO = """<template id="social/hello" canvases="square tall wide" fields="head sub?">
<column ground="deep"><column grow="1" padding="6"><text style="title" max-lines="5" min="0.5" tag="H1">{head}</text>
<text style="body" max-lines="4" drop="1">{sub}</text></column><foot-band/></column>
</template>
"""


def write_own_folder(folder: Path) -> Path:
    """Write all of it below the folder."""
    files = {
        "sizes.toml": SIZES,
        "print/my-tag/piece.toml": PIECE,
        "print/my-tag/my-tag-front.xml": PAGE.format(name="my-tag-front"),
        "print/my-tag/my-tag-back.xml": PAGE.format(name="my-tag-back"),
        "social/hello/piece.toml": DESIGN,
        "social/hello/hello.xml": HELLO,
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
