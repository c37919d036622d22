"""Commands on hostile texts: each listing, each act, and each way to be wrong."""

from __future__ import annotations

import json
from pathlib import Path

from cli_running import POSTING
from hostile_home import FRAMEWORK, NAME
from hostile_text import HARMLESS, HOSTILE

from sesbank.session import Session

WRONG = " ".join(HOSTILE[name] for name in ("title", "screen", "markup", "bidi", "c1", "bytes"))
WRONG = WRONG.replace("\0", "")
"""What no command, option, story or file is called."""


def commands(session: Session, folder: Path) -> list[list[str]]:
    """Return commands that look, act and are wrong, for a bank of hostile texts."""
    one, two, *_ = session.bank.stories
    vacancy = next(iter(session.bank.vacancies))
    requirement = session.bank.vacancies[vacancy].matched[-1].id
    acts = _acting(one, two, vacancy, requirement, folder)
    return [*looks(session, folder), *acts, *_wrong(one, vacancy)]


def looks(session: Session, folder: Path) -> list[list[str]]:
    """Return the commands that only look."""
    one = next(iter(session.bank.stories))
    vacancy = next(iter(session.bank.vacancies))
    requirement = session.bank.vacancies[vacancy].matched[-1].id
    posting = folder / f"{NAME} posting.txt"
    text = HOSTILE["screen"] + HOSTILE["title"] + HOSTILE["markup"]
    hidden = HOSTILE["c1"].encode() + HOSTILE["bidi"].encode()
    posting.write_bytes(POSTING.replace("directing", f"directing {text}").encode() + hidden)
    return _looking(one, vacancy, requirement, str(posting))


def _looking(one: str, vacancy: str, requirement: str, posting: str) -> list[list[str]]:
    return [
        ["list"],
        ["list", "a", "c0"],
        ["list", f"tag:{HOSTILE['markup'][:20]}"],
        ["show", one],
        ["lengths", one],
        ["number", one],
        ["history", one],
        ["map", one],
        ["searches"],
        ["check"],
        ["check", one],
        ["coverage"],
        ["coverage", "--framework", FRAMEWORK],
        ["read", posting],
        ["match", posting],
        ["match", vacancy],
        ["match", vacancy, "--framework", FRAMEWORK],
        ["mend", vacancy],
        ["learned"],
        ["vacancies"],
        ["prepare", vacancy],
        ["cue", vacancy, requirement],
        ["sheet", vacancy, "--preview"],
        ["ask", WRONG, "How did you direct a national grants program?"],
        ["questions"],
        ["rehearse", "--past"],
        ["rehearse", "--json"],
        ["rehearse", "--stories", "--list"],
        ["questions", "--framework", FRAMEWORK],
        ["where"],
        ["backup", "--list"],
        ["trash"],
        ["interviews"],
        ["drafts"],
        ["settings"],
        ["doctor"],
        ["export", "-"],
    ]


def _acting(one: str, two: str, vacancy: str, requirement: str, folder: Path) -> list[list[str]]:
    out = str(folder / NAME)
    return [
        ["export", f"{out}.csv"],
        ["export", f"{out}.md"],
        ["export", f"{out}.json"],
        ["export", f"{out}.txt"],
        *(["import", str(file), "--yes"] for file in _brought(folder)),
        ["import", f"{out}.md"],
        ["keep", str(folder / f"{NAME} posting.txt")],
        ["capture", WRONG, "--number", WRONG],
        ["new", "--set", f"title={WRONG}"],
        ["edit", one, "--set", f"action={WRONG}"],
        ["tag", one, "--add", WRONG],
        [
            *("rehearse", "--question", WRONG, "--story", one, "--seconds", "9"),
            *("--went", "fair", "--note", WRONG),
        ],
        ["number", one, "12 percent", "estimate", "--where", WRONG],
        ["searches", WRONG, "grants"],
        ["prepare", vacancy, "--panel", WRONG, "--place", WRONG, "--question", WRONG],
        ["cue", vacancy, requirement, "action", WRONG],
        ["pin", vacancy, requirement, one],
        ["release", vacancy, requirement],
        ["ban", vacancy, requirement, one],
        ["accept", vacancy],
        ["mend", vacancy, requirement, "--words", f"{HARMLESS} {WRONG}"],
        ["mend", vacancy, "--set", f"title={WRONG}"],
        ["sheet", vacancy, "-o", f"{out}.docx"],
        ["paper", "thank-you", vacancy, "-o", f"{out} thanks.docx"],
        ["retire", one],
        ["offer", one],
        ["merge", one, two],
        ["remove", two],
        ["trash"],
        ["undo"],
        ["redo"],
        ["discard", vacancy],
        ["backup"],
        ["history", one],
        ["forget", one],
    ]


def _brought(folder: Path) -> tuple[Path, Path]:
    """Return files to bring in, of stories that hold what is wrong."""
    story = {"id": "s-9", "title": WRONG, "action": WRONG, "tags": [WRONG], WRONG: WRONG}
    kept, table = folder / f"{NAME} brought.json", folder / f"{NAME}.csv"
    kept.write_text(json.dumps({"format": "sesbank-stories", "version": 1, "stories": [story]}))
    table.write_text(f'title,action\n"{HARMLESS}","{HOSTILE["formula"]}\x1b[31m"\n')
    return kept, table


def _wrong(one: str, vacancy: str) -> list[list[str]]:
    return [
        [WRONG],
        [f"--{WRONG}"],
        ["list", f"ecq:{WRONG}"],
        ["list", f"after:{WRONG}"],
        ["show", WRONG],
        ["read", WRONG],
        ["match", WRONG],
        ["map", one, WRONG],
        ["coverage", "--framework", WRONG],
        ["check", "--least", WRONG],
        ["check", "--waive", WRONG, one],
        ["sheet", vacancy, "--template", WRONG],
        ["sheet", vacancy, "-o", f"{WRONG}/x.docx"],
        ["paper", WRONG, vacancy, "-o", "x.docx"],
        ["prepare", vacancy, "--when", WRONG],
        ["prepare", vacancy, "--drop", WRONG],
        ["interviews", WRONG],
        ["drafts", WRONG],
        ["drafts", WRONG, "--take", "--set", f"title={WRONG}"],
        ["rehearse", WRONG],
        ["trash", "--restore"],
        ["settings", "theme", WRONG],
        ["settings", "paper", WRONG],
        ["settings", WRONG, WRONG],
        [WRONG],
        ["number", one, WRONG, "estimate"],
        ["restore", WRONG],
        ["import", f"{WRONG}.json"],
        ["export", WRONG],
        ["list", "--bank", f"{WRONG}/bank.json"],
        ["doctor", "--bank", f"{WRONG}/bank.json"],
    ]
