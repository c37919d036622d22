"""Thank-you notes: one for each member of a panel, to be finished by hand."""

from __future__ import annotations

from sesbank.domain.interview import Interview, InterviewKind
from sesbank.domain.panel import member
from sesbank.domain.text import clean_line
from sesbank.domain.vacancy import Vacancy
from sesbank.errors import InputError
from sesbank.sheet import wording
from sesbank.sheet.occasion import day_printed, panel_printed, when_printed
from sesbank.sheet.paper_making import PaperContent
from sesbank.sheet.values import Rich, Scope, Values, plain


def vacancy_values(vacancy: Vacancy, interview: Interview | None) -> dict[str, Rich]:
    """Return what every paper of a vacancy may say about it."""
    return {
        "position": plain(vacancy.title or wording.UNTITLED),
        "agency": plain(vacancy.agency),
        "announcement": plain(vacancy.announcement),
        "when": plain(when_printed(interview) if interview else ""),
        "place": plain(interview.place if interview else ""),
        "day": plain(day_printed(interview)),
    }


def thank_you(vacancy: Vacancy, interview: Interview | None, signed: str = "") -> PaperContent:
    """Return the notes of an interview; without names one to the panel as a whole.

    They are signed with the candidate's name where it is known.

    Raises InputError for a Qualifications Review Board, whose members stay unnamed.
    """
    if interview is not None and interview.kind is InterviewKind.QRB:
        raise InputError(
            "a Qualifications Review Board stays unnamed: there is nobody to thank by name"
        )
    members = panel_printed(interview)
    rows = tuple(_note(vacancy, interview, at, name) for at, name in enumerate(members or ("",), 1))
    single = {
        **vacancy_values(vacancy, interview),
        "count": plain(str(len(rows))),
        "signed": plain(clean_line(signed) or wording.UNSIGNED),
    }
    return PaperContent(
        title=f"Thank-you {clean_line(vacancy.title)}".strip(),
        values=Values(Scope({**single, "notice": ()}, {}), rows),
        count=len(rows),
        warnings=() if members else (wording.NO_PANEL,),
    )


def _note(vacancy: Vacancy, interview: Interview | None, number: int, line: str) -> Scope:
    name, role = (told := member(line)).name, told.role
    return Scope(
        {
            "row.number": plain(str(number)),
            "row.member": plain(name),
            "row.role": plain(role),
            "row.greeting": plain(f"Dear {name or 'members of the panel'},"),
            "row.end": (),
            "row.thanks": plain(_thanks(vacancy, interview)),
        },
        {},
    )


def _thanks(vacancy: Vacancy, interview: Interview | None) -> str:
    title = clean_line(vacancy.title)
    position = f"the position of {title}" if title else "this position"
    agency, day = clean_line(vacancy.agency), day_printed(interview)
    where = f" at the {agency.removeprefix('The ').removeprefix('the ')}" if agency else ""
    when = f" on {day}" if day else ""
    return f"Thank you for the conversation about {position}{where}{when}."
