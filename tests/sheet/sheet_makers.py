"""Makers of sheet contents for tests: our own texts, plain ones and odd ones, seeded."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from sesbank.domain.interview import InterviewKind
from sesbank.domain.sheet import CueLine, SheetContent, SheetRow
from sesbank.domain.story import PARTS
from sesbank.domain.text import clean_line
from sesbank.domain.vacancy import AgencyNote

PageCounts = Callable[[Mapping[str, bytes]], dict[str, int]]


def _words(text: str) -> list[str]:
    return text.split()


WORDS = {
    "plain": _words(
        "cleared backlog regions budget moved staff claims audit finding closed program office "
        "grants leases union agreement pilot field $48M 212 41→19 31% inspectors directed "
        "negotiated saved rebuilt trust dashboard weekly across eleven states"
    ),
    "long": [
        "Donaudampfschifffahrtsgesellschaftskapitaen",
        "https://www.example.gov/programs/field-operations/2026/quarterly-report?id=482910",
        "intergovernmental-interoperability-framework",
        "counter-disinformation/counter-proliferation/nonproliferation",
        "moved",
        "of",
        "a",
    ],
    "accents": _words(
        "Žluťoučký Ελληνικά Российская façade naïve Übergröße São Łódź coöperate œuvre"
    ),
    "cjk": [
        "予算の見直しを行い、",
        "四十一日から",
        "十九日に短縮した。",
        "東京",
        "结果",
        "预算",
        "한국어",
    ],
    "rtl": ["ميزانية", "البرنامج", "מנהל", "תקציב", "31%", "audit"],
    "mixed": ["🚀", "👩\u200d💻", "हिन्दी", "ภาษาไทย", "☐", "→", "ﬁ", "e\u0301", "$1.2B", "ok"],
    "caps": _words("FITARA FISMA CDM OMB GAO NIST FEVS MWMW WWWW QRB"),
    "hostile": [
        "{{position}}",
        "{{row.title}}",
        "]]>",
        "<w:br/>",
        "&amp;",
        "\x1b[31mred\x1b[0m",
        "\u202eevil",
        "\ud800",
        "\x00",
        "\ufffe",
        "=1+1",
        "{%",
        "}}",
    ],
}


def text(rng: random.Random, words: int, kind: str = "plain") -> str:
    """Return a text of so many words of a kind."""
    return " ".join(rng.choice(WORDS[kind]) for _ in range(words))


def content(seed: int, *, rows: int | None = None, amount: float | None = None) -> SheetContent:
    """Return a random content: 1 to 20 requirements, scant to far too much, any script."""
    rng = random.Random(seed)
    kind = rng.choice([*WORDS, "plain", "plain", "plain"])
    size = rng.choice([0.5, 1, 1, 1.5, 2.5, 4]) if amount is None else amount
    count = rng.randint(1, 20) if rows is None else rows

    def some(words: float) -> str:
        return text(rng, max(1, round(words * size * rng.uniform(0.6, 1.4))), kind)

    return SheetContent(
        position=some(5),
        agency=some(6),
        announcement="DOT-SES-2026-014",
        when="Fri 20 Nov 2026, 10:00–11:00 a.m. ET",
        place=some(5),
        kind=rng.choice(list(InterviewKind)),
        panel=tuple(f"{some(2)} ({some(1)})" for _ in range(rng.randint(0, 5))),
        opening=some(12),
        rows=tuple(_row(rng, number, some) for number in range(count)),
        questions=tuple(some(10) for _ in range(rng.randint(0, round(4 * size)))),
        facts=tuple(AgencyNote(some(7), some(2), "2026-03") for _ in range(rng.randint(0, 4))),
        reminders=tuple(some(6) for _ in range(rng.randint(0, round(5 * size)))),
        thanks=some(10),
    )


def _row(rng: random.Random, number: int, some) -> SheetRow:
    cues = tuple(CueLine(part, some(8)) for part in PARTS if rng.random() > 0.1)
    if rng.random() < 0.12:
        return SheetRow(f"r{number}", f"TQ {number + 1}", some(4), gap=some(14))
    return SheetRow(
        f"r{number}",
        f"MTQ {number + 1}",
        some(5),
        title=some(6),
        cues=cues,
        keywords=tuple(some(1.4) for _ in range(rng.randint(0, 5))),
        backup=some(4) if rng.random() < 0.5 else "",
    )


def texts_of(content: SheetContent) -> list[str]:
    """Return every text of a content, cleaned as a sheet shows it."""
    top = [content.position, content.agency, content.announcement, content.when, content.place]
    found = [*top, *content.panel, content.opening, *content.questions, *content.reminders]
    found += [content.thanks, *(fact.text for fact in content.facts)]
    for row in content.rows:
        found += [row.label, row.name, row.title, row.backup, row.gap, *row.keywords]
        found += [cue.text for cue in row.cues]
    return [clean_line(text) for text in found if clean_line(text)]
