"""What a PDF says about itself: XMP metadata and the color space that its numbers mean."""

from __future__ import annotations

import re
from html import escape

from htpm_studio.scene.nodes import Document

PROGRAM = "HTPM Studio"
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UA_SCHEMA = (
    '<rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>'
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag>"
)
"""PDF/A requires a declaration of each name outside its own schemas, and that of PDF/UA is one."""


def clean(text: str) -> str:
    """The text without what neither UTF-16 nor XML can hold: half characters and control codes."""
    return _NOT_TEXT.sub("", text)


def xmp_packet(document: Document) -> bytes:
    """XMP metadata with the marks of PDF/UA-1 (ISO 14289-1, clause 5) and PDF/A-2a (ISO 19005-2, clause 6.6.4)."""
    rows = [
        ("dc:title", f'<rdf:Alt><rdf:li xml:lang="x-default">{_xml(document.title)}</rdf:li></rdf:Alt>'),
        ("dc:creator", document.author and f"<rdf:Seq><rdf:li>{_xml(document.author)}</rdf:li></rdf:Seq>"),
        (
            "dc:description",
            document.subject and f'<rdf:Alt><rdf:li xml:lang="x-default">{_xml(document.subject)}</rdf:li></rdf:Alt>',
        ),
        ("dc:language", f"<rdf:Bag><rdf:li>{_xml(document.language)}</rdf:li></rdf:Bag>"),
        ("pdf:Keywords", _xml(", ".join(document.keywords))),
        ("xmp:CreatorTool", PROGRAM),
        ("xmp:CreateDate", f"{document.date:%Y-%m-%dT%H:%M:%SZ}"),
        ("xmp:ModifyDate", f"{document.date:%Y-%m-%dT%H:%M:%SZ}"),
        ("pdfuaid:part", "1"),
        ("pdfaid:part", "2"),
        ("pdfaid:conformance", "A"),
        ("pdfaExtension:schemas", _UA_SCHEMA),
    ]
    body = "\n".join(f"<{tag}>{value}</{tag}>" for tag, value in rows if value)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
        ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'
        ' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
        ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
        ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\n'
        f"{body}\n"
        '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    ).encode()


def _xml(text: str) -> str:
    return escape(clean(text), quote=False)
