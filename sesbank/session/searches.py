"""Searches: what a search line can ask of this bank, and the searches a person keeps by name."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from sesbank.domain.bank import Bank
from sesbank.domain.completion import Value, Values
from sesbank.domain.filters import NEVER, Asked
from sesbank.domain.story import Status, Story
from sesbank.domain.text import clean_line, shorten
from sesbank.domain.vacancy import RequirementKind
from sesbank.errors import InputError, NotFoundError
from sesbank.files import Place, look_at, read_text, write_new
from sesbank.session.opened import Session

LONGEST_NAME = 40
"""Characters of the name of a search."""

_LABEL_WIDTH = 60


def asked_of(bank: Bank) -> Asked:
    """Return by story the technical qualifications it is pinned to or chosen for."""
    asked: dict[str, list[str]] = {}
    for vacancy in bank.vacancies.values():
        wanted = {r.id: f"{r.label} {r.text}" for r in vacancy.of_kind(RequirementKind.TQ)}
        for choice in (*vacancy.pins, *vacancy.chosen):
            if choice.requirement in wanted:
                line = f"{wanted[choice.requirement]} {vacancy.title}"
                asked.setdefault(choice.story, []).append(line)
    return {story: tuple(dict.fromkeys(lines)) for story, lines in asked.items()}


def values(session: Session) -> Values:
    """Return the values a search line can be completed with, the commonest in the bank first."""
    stories = session.bank.stories.values()
    years = Counter(s.ended[:4] for s in stories if s.ended)
    by_year = sorted(_counted(years), key=lambda value: value.text, reverse=True)
    return {
        "ecq": _ecqs(session),
        "comp": _counted(_stories_with(stories, lambda s: (m.competency for m in s.mappings))),
        "tq": _tqs(session.bank),
        "tag": _counted(Counter(tag for s in stories for tag in s.tags)),
        "status": _counted(Counter({status.value: 0 for status in Status} | _statuses(session))),
        "org": _counted(Counter(s.organisation for s in stories)),
        "told": (
            *_counted(_stories_with(stories, lambda s: (t.panel for t in s.told))),
            Value(NEVER, "told to nobody yet"),
        ),
        "before": by_year,
        "after": by_year,
    }


def tags(session: Session, ids: Iterable[str]) -> tuple[tuple[Value, ...], tuple[Value, ...]]:
    """Return the tags that some of these stories lack, of the whole bank, and those they have."""
    meant = [session.bank.stories[each] for each in ids]
    here = Counter(tag for story in meant for tag in story.tags)
    known = Counter(tag for story in session.bank.stories.values() for tag in story.tags)
    lacking = Counter({tag: n for tag, n in known.items() if here[tag] < len(meant)})
    return _counted(lacking), _counted(here)


def _statuses(session: Session) -> Counter[str]:
    return Counter(story.status.value for story in session.bank.stories.values())


def _stories_with(
    stories: Iterable[Story], named: Callable[[Story], Iterable[str]]
) -> Counter[str]:
    """Return how many stories have each name, however often one story has it."""
    return Counter(name for story in stories for name in dict.fromkeys(named(story)))


def _counted(counts: Counter[str]) -> tuple[Value, ...]:
    named = [(text, count) for text, count in counts.most_common() if text.strip()]
    return tuple(Value(text, stories=count) for text, count in named)


def _ecqs(session: Session) -> tuple[Value, ...]:
    """Return the ECQs of the framework in use, then those that only older mappings name."""
    stories = session.bank.stories.values()
    counts = _stories_with(stories, lambda s: (m.ecq for m in s.mappings))
    ours = {ecq.code: ecq.name for ecq in session.framework.ecqs if not ecq.fundamental}
    every = [ecq for framework in session.frameworks.frameworks for ecq in framework.ecqs]
    names = {ecq.code: ecq.name for ecq in reversed(every)} | ours
    codes = [*ours, *(code for code, _ in counts.most_common() if code not in ours)]
    return tuple(Value(code, names.get(code, ""), counts[code]) for code in codes)


def _tqs(bank: Bank) -> tuple[Value, ...]:
    labels = {
        tq.label: shorten(clean_line(tq.text), _LABEL_WIDTH)
        for vacancy in bank.vacancies.values()
        for tq in vacancy.of_kind(RequirementKind.TQ)
    }
    return tuple(Value(label, text) for label, text in labels.items())


def saved(session: Session) -> dict[str, str]:
    """Return the lines of the searches kept, by name in the order they are kept in.

    Raises InputError when their file cannot be read.
    """
    path, old = _file(session), _file_of_old(session)
    if look_at(path) is Place.NOTHING:
        if look_at(old) is Place.NOTHING:
            return {}
        path = old
    try:
        kept = json.loads(read_text(path))
    except (ValueError, RecursionError):
        kept = None
    if not isinstance(kept, dict):
        raise InputError(f"the saved searches in {path.name} cannot be read: mend or move the file")
    return {clean_line(str(name)): clean_line(str(line)) for name, line in kept.items()}


def save(session: Session, name: str, line: str) -> str:
    """Keep a search under a name, durable when this returns; return the name as kept.

    A search of that name is replaced where it stands; another one comes last. Raises InputError
    for an empty name or line.
    """
    tidy, asked = tidy_name(name), clean_line(line)
    if not asked:
        raise InputError("a search needs something it looks for")
    _write(session, (saved(session) | {tidy: asked}).items())
    return tidy


def replaced(session: Session, name: str, line: str) -> str:
    """Return the search that keeping another one under its name would lose, empty for none."""
    there = saved(session).get(clean_line(name), "")
    return "" if there == clean_line(line) else there


def other_name(session: Session, name: str, to: str) -> str:
    """Return what a search could be called instead; raises InputError where it cannot."""
    tidy = tidy_name(to)
    if tidy != name and tidy in saved(session):
        raise InputError(f"a search is kept as “{tidy}” already: take another name")
    return tidy


def rename(session: Session, name: str, to: str) -> str:
    """Give a search another name, in its place; return the name as kept.

    Raises NotFoundError where none has the old name, InputError where another has the new one.
    """
    kept, tidy = saved(session), other_name(session, name, to)
    _check_kept(kept, name)
    _write(session, [(tidy if each == name else each, line) for each, line in kept.items()])
    return tidy


def place(session: Session, name: str, at: int) -> int:
    """Put a search in another place, counted from 1; return the place it has then.

    Beyond the last place it comes last. Raises NotFoundError where none has that name.
    """
    kept = saved(session)
    _check_kept(kept, name)
    order = [each for each in kept if each != name]
    order.insert(max(at - 1, 0), name)
    _write(session, [(each, kept[each]) for each in order])
    return order.index(name) + 1


def tidy_name(text: str) -> str:
    """Return the name of a search as it is kept; raises InputError for none and a long one."""
    tidy = clean_line(text)
    if not tidy:
        raise InputError("a search needs a name: a few words")
    if len(tidy) > LONGEST_NAME:
        raise InputError(f"a name of at most {LONGEST_NAME} characters will do")
    return tidy


def _check_kept(kept: Mapping[str, str], name: str) -> None:
    if name not in kept:
        known = ", ".join(kept) or "none yet"
        raise NotFoundError(f"no search is kept as {name!r}: there are {known}")


def line_of(session: Session, name: str) -> str:
    """Return the line of a search. Raises NotFoundError with the names there are."""
    kept = saved(session)
    _check_kept(kept, name)
    return kept[name]


def drop(session: Session, name: str) -> None:
    """Keep a search no longer; where none has that name nothing happens."""
    _write(session, [(each, line) for each, line in saved(session).items() if each != name])


def _write(session: Session, lines: Iterable[tuple[str, str]]) -> None:
    text = json.dumps(dict(lines), ensure_ascii=False, indent=1)
    write_new(_file(session), text.encode("utf-8"), overwrite=True)


def _file(session: Session) -> Path:
    bank = session.path
    return bank.with_name(f"{bank.stem if bank.suffix == '.json' else bank.name}.searches.json")


def _file_of_old(session: Session) -> Path:
    """Return where an earlier sesbank kept them, which named none by its bank's ending."""
    bank = session.path
    if bank.with_suffix(".json").exists():  # It is the other bank's.
        return _file(session)
    return bank.with_name(f"{bank.stem}.searches.json")
