"""A bank in which every text a person can write is an odd one."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from sesbank.domain.figures import Figure, FigureKind
from sesbank.domain.interview import Interview
from sesbank.domain.mapping import Mapping
from sesbank.domain.retellings import LENGTHS
from sesbank.domain.story import PARTS, Status, Story
from sesbank.domain.text import clean_line
from sesbank.domain.vacancy import AgencyNote, Choice, Cue, Lesson, SheetMade, Vacancy
from sesbank.session import Session, retellings, searches, stories, telling, vacancies

ODD = {
    "hebrew": "שלום עולם (2023) עברית",
    "arabic": "مرحبا بالعالم ٢٠٢٣",
    "overrides": "a\u202eb\u2066c\u2069d\u202c \u200e\u200f\u061cmarks",
    "family": "👨\u200d👩\u200d👧\u200d👦 family",
    "work": "👩🏽\u200d💻 coder 🏳\ufe0f\u200d🌈 🏴\u200d☠\ufe0f",
    "flags": "🇺🇸🇩🇪 🇫 flags 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "skin": "👍🏽👋🏿 tones",
    "variation": "❤\ufe0f ☎\ufe0e ✈\ufe0f 1\ufe0f\u20e3 ©\ufe0f ⚠\ufe0f signs",
    "wide": "世界を変えた計画と、その後の物語 ＡＢＣ ｱｲｳ",
    "zalgo": "Z\u0351\u036b\u0343a\u0328\u0322l\u0316\u0317g\u0330o\u0362 e\u0301",
    "mark first": "\u0301\u0308acute first \u20e0",
    "unseen": "in\u200bvis\u2060i\u00adble\u200c \ufeff\u180e\u115fx",
    "spaces": "no\u00a0break\u2003em\tTab\u3000wide\u202fnarrow",
    "long": "x" * 10_000,
    "markup": "[bold]x[/] [@click=app.quit]y[/] [link=http://e]z [/nope] [",
    "braces": "\\[x] $primary {0} %s {{ }} `",
    "codes": "A\x1b]52;c;aGk=\x07B\x1b[31mC\x9b2JD\x1b]0;t\x1b\\E\x00F\x7fG",
    "formula": "=cmd|' /C calc'!A0 +1 @SUM(1) -2",
    "path": "../../etc/passwd C:\\x CON /tmp/../x",
    "surrogate": "half \ud83d pair",
    "indic": "क्\u200dष नमस्ते ไทย ခမြန်",
    "new": "\U0001fae9\U0001fadf \U0001f6d8 \ue000\uf8ff\U000f0001 ⸻ ﷽ 𒐫",
    "lines": "one\r\ntwo\u2028three\u2029four\x0bfive\x85six",
}
"""Texts that terminals, widgets and files stumble over, by what is odd in them."""


def fill(session: Session, texts: Iterable[str], posting: str) -> None:
    """Keep stories, vacancies and a search for each text, in which every field holds it.

    `posting` asks for "Demonstrated experience directing" something; the text comes in there.
    """
    for text in texts:
        story = _story(session, text)
        stories.add(session, title=f"{text} second", action=f"I led {text}", tags=(text, "b"))
        if clean_line(text):
            stories.capture(session, f"{text} captured")
            searches.save(session, clean_line(text)[:40], f"org:{clean_line(text)[:30]} s")
        vacancies.keep(session, _vacancy(session, text, story, posting))
        telling.log(session, story.id, clean_line(text)[:60] or "panel", text)
    session.settings = dataclasses.replace(session.settings, name=clean_line(" ".join(texts)))


def _story(session: Session, text: str) -> Story:
    story = stories.add(
        session,
        title=f"{text} story",
        challenge=f"{text} challenge {text}",
        context=text,
        action=f"I directed {text} a national grants program with financial controls. {text}",
        result=f"{text}\n{text}\n\n\t{text} 12 percent",
        lesson=text,
        role=text,
        organisation=text,
        grade_at_time=text,
        ended="2023",
        tags=(text, f"{text} tag"),
        figures=(Figure(FigureKind.MONEY, text, text, where=text),),
        mappings=(Mapping("opm-2025", "AR"),),
        status=Status.READY,
    )
    for length in LENGTHS:
        story = retellings.retold(session, story, length, f"{text} told. {text}")
    return stories.save(session, story)


def _vacancy(session: Session, text: str, story: Story, posting: str) -> Vacancy:
    line = clean_line(text)
    asking = posting.replace("Demonstrated experience directing", f"{text} experience directing")
    vacancy = vacancies.read(session, asking)
    wanted = vacancy.matched[-1].id
    return vacancy.edit(
        title=f"{line} Director",
        agency=line,
        announcement=line,
        locations=(line, line),
        notes=(AgencyNote(line, line, "2026-11-01"),),
        questions=(line, f"{line}?"),
        opening=line,
        interviews=(
            Interview("i1", when="2026-12-01T10:00", zone=line, place=line, panel=(line, line)),
        ),
        pins=(Choice(wanted, story.id),),
        cues=tuple(Cue(wanted, story.id, part, line) for part in PARTS),
        sheets=(SheetMade(f"{line}.docx", "2026-11-20"),),
        lessons=(Lesson(line, "drop"), Lesson(line, "duty")),
    )
