"""Packing: a .docx from its parts, byte for byte the same for the same content."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from sesbank.sheet.guard import Package, Relation, relation_type
from sesbank.sheet.wordml import DEFAULT_TAB
from sesbank.word_package import relations_of

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_KINDS = {
    "styles": _TYPES.format("styles"),
    "numbering": _TYPES.format("numbering"),
    "settings": _TYPES.format("settings"),
    "fontTable": _TYPES.format("fontTable"),
    "header": _TYPES.format("header"),
    "footer": _TYPES.format("footer"),
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
}
_PICTURES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
}
_WHEN = (1980, 1, 1, 0, 0, 0)
"""The time every part carries: the earliest a zip can name."""
DATED = "2000-01-01T00:00:00Z"
"""Created and changed, as the file's properties say: a fixed day tells nobody anything."""


def pack(package: Package, *, title: str, settings: str) -> bytes:
    """Return the .docx of a package, with properties and settings written anew."""
    parts = dict(package.parts)
    relations = dict(package.relations)
    parts["word/settings.xml"] = settings.encode()
    own = tuple(r for r in relations.get(package.main, ()) if r.kind != "settings")
    relations[package.main] = (
        *own,
        Relation(_free_id(own), "settings", "word/settings.xml"),
    )
    kinds = {r.target: r.kind for found in relations.values() for r in found if not r.external}
    for name, found in relations.items():
        if found:
            parts[relations_of(name)] = _rels(found)
    parts["docProps/core.xml"] = _core(title).encode()
    parts["docProps/app.xml"] = _APP.encode()
    parts["_rels/.rels"] = _top_rels(package.main).encode()
    parts["[Content_Types].xml"] = _content_types(package.main, kinds).encode()
    return _zipped(parts)


def settings_xml() -> str:
    """Return the settings part: today's Word, US English, no traces of editing."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    word = "http://schemas.microsoft.com/office/word"
    return (
        f"{_HEAD}<w:settings {space}>"
        f'<w:zoom w:percent="100"/><w:defaultTabStop w:val="{DEFAULT_TAB}"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{word}" w:val="15"/>'
        "</w:compat>"
        '<w:themeFontLang w:val="en-US"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    first = ["[Content_Types].xml", "_rels/.rels"]
    with zipfile.ZipFile(buffer, "w") as file:
        for name in [*first, *sorted(set(parts) - set(first))]:
            info = zipfile.ZipInfo(name, _WHEN)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            info.external_attr = 0
            file.writestr(info, parts[name], compresslevel=6)
    return buffer.getvalue()


def _free_id(relations: tuple[Relation, ...]) -> str:
    taken = {relation.id for relation in relations}
    return next(f"rIdS{n}" for n in range(len(taken) + 1) if f"rIdS{n}" not in taken)


def _rels(relations: tuple[Relation, ...]) -> bytes:
    lines = [
        f"<Relationship Id={quoteattr(r.id)} Type={quoteattr(relation_type(r.kind))} "
        f"Target={quoteattr(r.target if r.external else '/' + r.target)}"
        f"{' TargetMode=' + quoteattr('External') if r.external else ''}/>"
        for r in relations
    ]
    return (
        f"{_HEAD}<Relationships "
        f'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{''.join(lines)}</Relationships>"
    ).encode()


def _top_rels(main: str) -> str:
    package = "http://schemas.openxmlformats.org/package/2006"
    return (
        f'{_HEAD}<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="rId1" Type="{relation_type("officeDocument")}" Target="{main}"/>'
        f'<Relationship Id="rId2" Type="{package}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{relation_type("extended-properties")}" '
        'Target="docProps/app.xml"/></Relationships>'
    )


def _content_types(main: str, kinds: Mapping[str, str]) -> str:
    overrides = {
        main: _TYPES.format("document.main"),
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": (
            "application/vnd.openxmlformats-officedocument.extended-properties+xml"
        ),
        **{name: _KINDS[kind] for name, kind in kinds.items() if kind in _KINDS},
    }
    endings = sorted(
        {n.rpartition(".")[2].casefold() for n, kind in kinds.items() if kind == "image"}
    )
    lines = [f'<Default Extension="{e}" ContentType="{_PICTURES[e]}"/>' for e in endings]
    lines += [
        f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(kind)}/>"
        for name, kind in sorted(overrides.items())
    ]
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{''.join(lines)}</Types>"
    )


def _core(title: str) -> str:
    return (
        f"{_HEAD}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator></dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{DATED}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{DATED}</dcterms:modified>'
        "<dc:language>en-US</dc:language></cp:coreProperties>"
    )


_APP = (
    f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>sesbank</Application></Properties>'
)
