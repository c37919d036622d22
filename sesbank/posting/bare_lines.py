"""What stands before and behind a title on its line: its plan, a kind, a number, the company."""

from __future__ import annotations

import re

from sesbank.posting.agencies import first_agency

_UNDER = re.compile(
    r" (?:Description|Summary|Overview|Duties|[-|] (?:USAJOBS|Indeed|LinkedIn)"
    r"|Jobs? in [A-Z][\w.' -]{2,40}, [A-Z]{2})$"
)
_PLAN = re.compile(
    r" \((?:SES|ES|SL|ST|Senior Executive Service)(?:, [a-z ]{3,30})?\)$"
    r"| \([A-Z][A-Za-z ]{2,30}, (?:ES|SL|ST)-\d{4}(?:-\d\d)?\)$"
    r"| - (?:SNIS|SIS|DISES|DISL)(?: Tier \d)?$"
    r"|,? ?\(?\b(?:ES|SL|ST|EV|TM|EM|EX|SES)-\d{3,4}(?:-\d\d)?\)?(?: \([A-Z][a-z]+\))?$"
    r"|^(?:SES|SNIS|SIS|DISES|DISL) - (?=[A-Z])"
)
_KIND = re.compile(
    r"^(?:[Nn]ew )?(?:(?:SES|Executive|Senior Executive) )?"
    r"(?:[Vv]acancy|VACANCY|(?:[Jj]ob )?[Oo]pening|JOB OPENING|(?:[Tt]he )?[Pp]ost|Role|Job"
    r"|Position|Program|[Oo]pportunity|Now [Hh]iring)"
    r"(?: [Aa]nnouncement| [Oo]pportunity)?: "
    r"(?:(?=[\w-]*\d)[A-Z][A-Z\d-]{4,} )?(?=[A-Z][a-z])"
)
_ANNOUNCED = re.compile(
    r"(?i)^(?:Dear Colleague(?: Letter)?: ?)?"
    r"(?:(?:(?:opening|job|vacancy|post|position) of the (?:week|month|day)"
    r"|th(?:e|is) (?:week|month)'s (?:opening|job|vacancy|post)|(?:job|vacancy) (?:alert|spotlight)"
    r"|(?:featured|hot) (?:job|opening|vacancy|position)|spotlight|(?:we're|we are|now) hiring): ?"
    r"|(?:search|recruiting|recruitment|(?:call for )?(?:nominations|applications|candidates"
    r"|applicants))(?: sought)? for (?:an? |the |our |its )?(?:next )?)?"
)
"""How letters and newsletters announce a post: "Dear Colleague Letter: Search for …"."""
_CAREERS = re.compile(
    r"^(?:Careers?|Jobs?|Employment|Opportunities) (?:at|with) (?:the )?(?=[A-Z])"
)
_COMPANY = re.compile(
    r"^(?P<name>[^•]{3,80}?) • [^•]{2,60}(?: •)? (?:Reposted|Posted|\d{1,2} \w+ ago|Over \d)"
)
"""The line below a title on pages that show who posted it and when."""
_ASIDE = re.compile(r" ?[(\[](?:[Cc]los|[Aa]pply|[Oo]pen|[Dd]ue|[Dd]eadline)[^()\[\]]{0,40}[)\]]$")
_NUMBER_BEHIND = re.compile(
    r",? [(]?(?:Vacancy|Announcement|Reference|Job)(?: (?:No\.?|Number|ID|#))?:?"
    r" [\w-]*\d[\w-]*[)]?$"
)
_CLOSED = re.compile(r" (?:This job announcement has closed|This [Pp]osition [Ii]s no longer .*)$")
_WITH_PLAN = re.compile(
    r"^(?P<title>[A-Z][^()\n]{4,90}) \((?:SES|ES|SL|ST)\)(?= (?:in|at)\b|[,.:])"
)


def without_plan(title: str) -> str:
    """Return a title without the pay plan behind it: "Chief Actuary, SL-1510-00"."""
    return _PLAN.sub("", title)


def without_aside(line: str) -> str:
    """Return a message's subject without what it says of the vacancy beside the title."""
    return _ANNOUNCED.sub("", _KIND.sub("", _ASIDE.sub("", line)))


def bare_line(line: str) -> str:
    """Return a line without what a page puts before or behind a title."""
    line = _CLOSED.sub("", line)
    shown = _COMPANY.match(line)
    line = _ANNOUNCED.sub("", _CAREERS.sub("", shown["name"] if shown else line))
    title, bar, company = line.partition(" | ")
    line = _NUMBER_BEHIND.sub("", title if bar and first_agency(company) else line)
    planned = _WITH_PLAN.match(line)
    return planned["title"] if planned else without_plan(_UNDER.sub("", _KIND.sub("", line)))
