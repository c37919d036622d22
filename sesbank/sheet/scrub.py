"""Scrub: nothing of a template's past gets onto a sheet, and nothing that cannot be measured.

Tracked changes are accepted; comments, hidden text, bookmarks, notes, fields' plumbing and the
marks of editing sessions go. What a page cannot be fitted with is taken out and named.
"""

from __future__ import annotations

from collections.abc import Iterator

from sesbank.sheet.wordml import (
    BR,
    COMPATIBILITY,
    DRAWING,
    NAMESPACE,
    PPR,
    RELATIONS,
    RPR,
    SECT,
    Element,
    R,
    remove,
    switched_on,
    unwrap,
    w,
)

_GONE = tuple(
    w(name)
    for name in (
        *("del", "moveFrom", "delText", "delInstrText", "rPrChange", "pPrChange", "tblPrChange"),
        *("tcPrChange", "trPrChange", "sectPrChange", "tblGridChange", "numberingChange"),
        *("tblPrExChange", "cellIns", "cellDel", "cellMerge"),
        *("bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd"),
        *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
        *("footnoteReference", "endnoteReference", "altChunk", "subDoc", "object", "pict"),
        *("lastRenderedPageBreak", "sdtPr", "sdtEndPr", "fldChar", "instrText", "ruby"),
        *("customXmlPr", "smartTagPr", "framePr", "pageBreakBefore", "vMerge", "textDirection"),
        *("divId", "cnfStyle", "webHidden"),
    )
)
_WRAPPERS = tuple(
    w(name) for name in ("ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "fldSimple")
)
_EXTENSIONS = "{http://schemas.microsoft.com/office/word/"
_KEPT_SECTION = frozenset(
    w(name) for name in ("headerReference", "footerReference", "pgSz", "pgMar", "titlePg")
)


def scrub(root: Element) -> Iterator[str]:
    """Clean a part's tree in place; yields one line for each kind of thing that was taken out."""
    yield from _drop_unmeasurable(root)
    for element in list(root.iter(*_GONE)):
        remove(element)
    for wrapper in list(root.iter(*_WRAPPERS)):
        if not _numbers_pages(wrapper):
            unwrap(wrapper)
    for run in list(root.iter(R)):
        if switched_on(run.find(RPR), "vanish"):
            remove(run)
    drop_session_marks(root)


def _numbers_pages(wrapper: Element) -> bool:
    """Whether an element is a field for the number of the page, the only field that is kept."""
    return (wrapper.get(w("instr")) or "").strip() in {"PAGE", "NUMPAGES"}


def _drop_unmeasurable(root: Element) -> Iterator[str]:
    alternates = list(root.iter(f"{{{COMPATIBILITY}}}AlternateContent"))
    boxes = list(root.iter(w("txbxContent")))
    anchors = list(root.iter(f"{{{DRAWING}}}anchor"))
    if boxes:
        yield "text boxes cannot be measured and were left out: use a paragraph or a table"
    if anchors:
        yield "pictures beside the text were left out: set them in line with the text"
    for element in (*alternates, *(anchor.getparent() for anchor in anchors)):
        remove(element)
    yield from _breaks(root)
    yield from _sections(root)


def _breaks(root: Element) -> Iterator[str]:
    breaks = [found for found in root.iter(BR) if found.get(w("type")) in {"page", "column"}]
    if breaks or next(root.iter(w("pageBreakBefore")), None) is not None:
        yield "page breaks were left out: a sheet is one page"
    for found in breaks:
        remove(found)


def _sections(root: Element) -> Iterator[str]:
    inner = [section for section in root.iter(SECT) if section.getparent().tag == PPR]
    if inner:
        yield "section breaks were left out: a sheet has one section"
    for section in inner:
        remove(section)
    for section in root.iter(SECT):
        columns = section.find(w("cols"))
        if columns is not None and columns.get(w("num"), "1") not in {"0", "1"}:
            yield "newspaper columns were left out: use a table"
        for child in list(section):
            if child.tag not in _KEPT_SECTION or child.get(w("type")) == "even":
                section.remove(child)


def drop_session_marks(root: Element) -> None:
    """Take out what tells who edited when, comments of the file, and Word's later extensions."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag.startswith(_EXTENSIONS):
            remove(element)
    plain = (f"{{{NAMESPACE}}}", f"{{{RELATIONS}}}")
    for element in root.iter():
        for name in list(element.attrib):
            foreign = name.startswith("{") and not name.startswith(plain) and "XML/1998" not in name
            if foreign or name.rpartition("}")[2].startswith("rsid"):
                del element.attrib[name]
