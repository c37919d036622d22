"""Form saving: what the bank holds for a form draft by now, and how the draft gets there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sesbank.domain.mending import FACTS
from sesbank.domain.rehearsal import PartTime, Rehearsal
from sesbank.domain.story import PARTS, Status, Story
from sesbank.domain.telling_course import WHOLE
from sesbank.domain.text import clean, clean_line, fold, shorten, whole_number
from sesbank.domain.vacancy import Vacancy
from sesbank.errors import ChangedMeanwhileError, NotFoundError, UsageError
from sesbank.session import cues, interview_form, mending, rehearsing, stories
from sesbank.session.form_drafts import Form, FormDraft, as_told, field_named
from sesbank.session.opened import Session

_LONGEST_TITLE = 60
_LINES = ("line", "number", "day")
_ANSWER = ("question", "day", "seconds", "parts", "went")
_DAY = 24 * 60 * 60


def standing(session: Session, form: FormDraft) -> Mapping[str, str] | None:
    """Return what the bank now holds in the fields of a form; None where it has no place for it.

    So it is where the vacancy, the story or the part of it that the form is about is gone.
    """
    way = _WAYS.get(form.form)
    return way.standing(session, form) if way else None


def is_saved(session: Session, form: FormDraft) -> bool:
    """Return whether nothing of a form draft would be lost without it."""
    if not any(map(str.strip, (*form.typed.values(), *form.before.values()))):
        return True
    way = _WAYS.get(form.form)
    return way is not None and way.is_saved(session, form)


def changed_since(form: FormDraft, present: Mapping[str, str]) -> tuple[str, ...]:
    """Return the fields of a form draft that were saved with other texts since it was begun."""
    return tuple(
        name
        for name, text in form.typed.items()
        if not _alike(present.get(name, ""), form.before.get(name, ""))
        and not _alike(present.get(name, ""), text)
    )


def save(
    session: Session,
    form: FormDraft,
    given: Mapping[str, str] | None = None,
    *,
    over: bool = False,
) -> Story | Vacancy:
    """Save a form draft where it belongs, and return what it was saved in.

    `given` are fields that take the place of what was typed. Raises ChangedMeanwhileError where
    other texts were saved in its fields meanwhile, unless `over`; NotFoundError where the bank
    has no place for it, UsageError for a field there is none of; else as saving the form does.
    """
    typed = {**form.typed, **(given or {})}
    way, present = _WAYS.get(form.form), standing(session, form)
    if way is None or present is None:
        raise NotFoundError("what this was typed for is no longer in the bank")
    unknown = set(typed) - set(present)
    if unknown:
        raise UsageError(f"there is no field {min(unknown)!r} here: {', '.join(present)}")
    others = [name for name in changed_since(form, present) if name not in (given or {})]
    if others and not over:
        named = ", ".join(map(field_named, others))
        raise ChangedMeanwhileError(f"not saved: {named} was saved otherwise meanwhile")
    return way.save(session, form._replace(typed=typed))


def keep_as_line(session: Session, form: FormDraft) -> Story:
    """Keep all that was typed into a form as a story in the inbox, and return it."""
    text = clean(as_told(form)).strip()
    about = clean_line(form.named) or "nothing that is still here"
    title = shorten(f"Typed for {about}", _LONGEST_TITLE)
    return stories.add(session, title=title, challenge=text, status=Status.INBOX)


def place_of(answer: Rehearsal) -> str:
    """Return what tells an answer of a story from the others."""
    return f"{answer.day} {answer.seconds} {answer.question}"


def answer_at(session: Session, story_id: str, place: str) -> Rehearsal | None:
    """Return the answer of a story that is at a place, the latest of several; None for none."""
    story = session.bank.stories.get(story_id)
    told = reversed(story.rehearsed) if story else ()
    return next((each for each in told if place_of(each) == clean_line(place)), None)


def answer_fields(answer: Rehearsal) -> dict[str, str]:
    """Return an answer that is told and not graded as the fields of a form."""
    parts = ", ".join(f"{each.part} {each.seconds}" for each in answer.parts)
    told = {"question": answer.question, "day": answer.day, "seconds": str(answer.seconds)}
    return told | ({"parts": parts} if parts else {})


def told_answer(form: FormDraft) -> Rehearsal:
    """Return the answer of a form, with how it went. Raises UsageError where that is not said."""
    typed = form.typed
    went = rehearsing.went_named(typed.get("went", ""))
    if went is None:
        raise UsageError("say how it went: badly, fair, well or easily")
    parts = [each.split() for each in typed.get("parts", "").split(",")]
    return Rehearsal(
        clean_line(typed.get("question", "")),
        clean_line(typed.get("day", "")),
        seconds_of(form),
        went,
        parts=tuple(
            PartTime(each[0], whole_number(each[1], _DAY) or 0)
            for each in parts
            if len(each) == 2 and each[0] in (*PARTS, WHOLE)
        ),
    )


def seconds_of(form: FormDraft) -> int:
    """Return how long the answer of a form took."""
    return whole_number(clean_line(form.typed.get("seconds", "")) or "0", _DAY) or 0


def _alike(one: str, other: str) -> bool:
    """Return whether two texts of a field are saved the same."""
    lines = [[clean_line(line) for line in text.splitlines()] for text in (one, other)]
    return [*filter(None, lines[0])] == [*filter(None, lines[1])]


def _stands_as_typed(session: Session, form: FormDraft) -> bool:
    present = standing(session, form)
    return present is not None and all(_alike(present.get(n, ""), t) for n, t in form.typed.items())


def _vacancy(session: Session, form: FormDraft) -> Vacancy | None:
    return session.bank.vacancies.get(form.vacancy)


def _there(session: Session, form: FormDraft) -> Vacancy:
    return session.bank.vacancies[form.vacancy]  # asked for where `standing` found it


def _captured(_session: Session, _form: FormDraft) -> Mapping[str, str]:
    return dict.fromkeys(_LINES, "")


def _is_captured(session: Session, form: FormDraft) -> bool:
    line = clean_line(form.typed.get("line", ""))
    return any(line and story.challenge == line for story in session.bank.stories.values())


def _capture(session: Session, form: FormDraft) -> Story:
    typed = form.typed
    line, number, day = (typed.get(name, "") for name in _LINES)
    return stories.capture(session, line, number=number, day=day)


def _interview(session: Session, form: FormDraft) -> Mapping[str, str] | None:
    there = _vacancy(session, form)
    if there is None:
        return None
    return interview_form.values_of(there, interview_form.of_id(there, form.at))


def _is_interview_kept(session: Session, form: FormDraft) -> bool:
    there = _vacancy(session, form)
    # A new one got its id as it was saved: it is any of those there are.
    talks = () if form.at or there is None else there.interviews
    ids = [form.at, *(talk.id for talk in talks)]
    return any(_stands_as_typed(session, form._replace(at=each)) for each in ids)


def _save_interview(session: Session, form: FormDraft) -> Vacancy:
    there = _there(session, form)
    which = interview_form.of_id(there, form.at).id
    return interview_form.save(session, there, form.typed, which)


def _facts(session: Session, form: FormDraft) -> Mapping[str, str] | None:
    there = _vacancy(session, form)
    return None if there is None else {name: mending.stated(there, name) for name in FACTS}


def _save_facts(session: Session, form: FormDraft) -> Vacancy:
    return mending.state(session, _there(session, form), dict(form.typed))


def _cues(session: Session, form: FormDraft) -> Mapping[str, str] | None:
    there = _vacancy(session, form)
    return None if there is None else cues.standing(session, there, form.at, form.story)


def _save_cues(session: Session, form: FormDraft) -> Vacancy:
    return cues.reword(session, _there(session, form), form.at, form.typed)


def _note(session: Session, form: FormDraft) -> Mapping[str, str] | None:
    answer = answer_at(session, form.story, form.at)
    return None if answer is None else {"note": answer.note}


def _save_note(session: Session, form: FormDraft) -> Story:
    answer = answer_at(session, form.story, form.at)
    assert answer is not None  # asked for where `standing` found it
    return rehearsing.remark(session, form.story, answer, form.typed.get("note", ""))


def _answer(session: Session, form: FormDraft) -> Mapping[str, str] | None:
    return dict.fromkeys(_ANSWER, "") if form.story in session.bank.stories else None


def _is_graded(session: Session, form: FormDraft) -> bool:
    story = session.bank.stories.get(form.story)
    asked, day = fold(clean_line(form.typed.get("question", ""))), form.typed.get("day", "")
    return any(
        (fold(each.question), each.day, each.seconds) == (asked, day, seconds_of(form))
        for each in (story.rehearsed if story else ())
    )


def _grade(session: Session, form: FormDraft) -> Story:
    return rehearsing.note(session, form.story, told_answer(form))


class _Way(NamedTuple):
    standing: Callable[[Session, FormDraft], Mapping[str, str] | None]
    save: Callable[[Session, FormDraft], Story | Vacancy]
    is_saved: Callable[[Session, FormDraft], bool] = _stands_as_typed


_WAYS: dict[str, _Way] = {
    Form.CAPTURE: _Way(_captured, _capture, _is_captured),
    Form.INTERVIEW: _Way(_interview, _save_interview, _is_interview_kept),
    Form.FACTS: _Way(_facts, _save_facts),
    Form.CUES: _Way(_cues, _save_cues),
    Form.NOTE: _Way(_note, _save_note),
    Form.ANSWER: _Way(_answer, _grade, _is_graded),
}
