"""Form drafts: what stands unsaved in a small form, as a draft on the disk, and back again."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from sesbank.domain.text import clean_line
from sesbank.session.drafts import Draft

_FORM, _NAMED, _AT, _BEFORE = "form", "named", "at", "before-"
_VACANCY, _STORY = "vacancy", "story"


class Form(StrEnum):
    """Which form it is."""

    CAPTURE = "capture"
    INTERVIEW = "interview"
    FACTS = "facts"
    CUES = "cues"
    NOTE = "note"
    ANSWER = "answer"
    """An answer of a drill that is told, and how it went is not noted."""


class FormDraft(NamedTuple):
    """What was typed into a form and not saved."""

    form: str
    """One of `Form`; a later sesbank may know more."""
    typed: Mapping[str, str]
    """The fields that were changed, by name, as they stand."""
    before: Mapping[str, str] = {}
    """What was saved of the same fields when they were begun."""
    vacancy: str = ""
    """The id of the vacancy it belongs to, if it does."""
    story: str = ""
    """The id of the story it belongs to or quotes, if it does."""
    named: str = ""
    """The title of that vacancy, or else of the story."""
    at: str = ""
    """Which part of it: an interview, a requirement, an answer."""


def changed(form: FormDraft, values: Mapping[str, str], before: Mapping[str, str]) -> FormDraft:
    """Return a form draft with those of its values that are not as they were before."""
    typed = {name: text for name, text in values.items() if text != before.get(name, "")}
    return form._replace(typed=typed, before={name: before.get(name, "") for name in typed})


def as_fields(form: FormDraft) -> dict[str, str]:
    """Return a form draft as the texts of a draft."""
    about = {
        _FORM: form.form,
        _VACANCY: form.vacancy,
        _STORY: form.story,
        _NAMED: form.named,
        _AT: form.at,
    }
    begun = {_BEFORE + name: text for name, text in form.before.items() if text}
    return {**{n: t for n, t in about.items() if t}, **form.typed, **begun}


def is_form(draft: Draft) -> bool:
    """Return whether a draft is of a form, no story and no posting."""
    return _FORM in draft.fields


def is_beside(name: str) -> bool:
    """Return whether a field of a form draft is what it knows beside what was typed."""
    return name in (_FORM, _VACANCY, _STORY, _NAMED, _AT) or name.startswith(_BEFORE)


def form_of_draft(draft: Draft) -> FormDraft:
    """Return the form draft that a draft holds."""
    fields = draft.fields
    typed = {name: text for name, text in fields.items() if not is_beside(name)}
    return FormDraft(
        fields.get(_FORM, ""),
        typed,
        {name: fields.get(_BEFORE + name, "") for name in typed},
        fields.get(_VACANCY, ""),
        fields.get(_STORY, ""),
        fields.get(_NAMED, ""),
        fields.get(_AT, ""),
    )


def field_named(name: str) -> str:
    """Return what a field of a form is called in what is said about it."""
    return name.replace("_", " ").capitalize()


def about(form: FormDraft) -> str:
    """Return what a form is about, or how it begins, on one line."""
    return clean_line(form.named or " ".join(form.typed.values()))


def as_told(form: FormDraft) -> str:
    """Return all that was typed as one text, each field under its name."""
    told = [f"{field_named(n)}: {t.strip()}" for n, t in form.typed.items() if t.strip()]
    return "\n".join(told)
