"""The smallest Word document that has styles and a link: its body is written as XML."""

from __future__ import annotations

import io
import zipfile

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
STYLES = """
<w:style w:styleId="H2"><w:name w:val="Heading 2"/></w:style>
<w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="O"><w:name w:val="Own"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>
<w:style w:styleId="O9"><w:name w:val="Body"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:styleId="B"><w:name w:val="Below"/><w:basedOn w:val="H2"/></w:style>
<w:style w:styleId="L"><w:name w:val="List Bullet"/></w:style>
<w:style w:styleId="N"><w:name w:val="Numbers"/><w:pPr><w:numPr/></w:pPr></w:style>
<w:style w:styleId="C"><w:name w:val="toc 1"/></w:style>
<w:style w:styleId="R"><w:name w:val="Round"/><w:basedOn w:val="R"/></w:style>
"""
LINKS = (
    '<Relationship Id="r1" Target="https://example.org/a" TargetMode="External"/>'
    '<Relationship Id="r2" Target="media/image1.png"/>'
)


def document(body: str, before: str = "") -> bytes:
    """A document with a body, and with what is before its root."""
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "document.xml": f"{before}<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "styles.xml": f"<w:styles {NAMES}>{STYLES}</w:styles>",
        "_rels/document.xml.rels": f'<Relationships xmlns="{relations}">{LINKS}</Relationships>',
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(f"word/{name}", text)
    return file.getvalue()


def paragraph(text: str, style: str = "", more: str = "") -> str:
    """A paragraph with a style and further properties."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
