"""How statements of qualification open: with a word of ability, a prompt, or neither."""

from __future__ import annotations

import re

_NOUN = (
    r"(?:experiences?|knowledge|abilit(?:y|ies)|skills?|expertise|understanding"
    r"|mastery|record|background"
    r"|competenc[ey]|proficiency|capabilit(?:y|ies)|capacity|familiarity"
    r"|success(?:es)?|accomplishments?"
    r"|achievements?|leadership|acumen|command|credentials|history|contributions?|exposure)"
)
_ABILITY = re.compile(
    rf"""
    (?:(?:[•-]|\*{{1,3}})\ ?)?
    (?:
      (?:Must\ (?:have|possess|demonstrate)|Demonstrated|DEMONSTRATED|Proven|PROVEN
        |Demonstrable|Demonstrates|Demonstrate|Demonstrating)\b
    | (?:Experience|Experienced|EXPERIENCE|Skilled|Skills?|SKILL|Knowledge|KNOWLEDGE|Knowledgeable
        |Ability|ABILITY|Expertise|EXPERTISE|Expert|Mastery|Understanding|Familiarity|Proficiency
        |Proficient|Capability|Capacity|Competence|Competency|Possession|Possesses|Possess
          |Stature|Recognized|(?:Track\ )?[Rr]ecord\ of|History\ of|Command\ of
        |Evidence|Background|Success|Successful|Successfully|Accomplishments?|Adept|Versed
          |Fluency|Acumen)
        \b(?!\s(?:must|should|may|will|shall|refers?|is|are|includes?|can|cannot|gained
          |of\sthis|required|level
        |requirements?|statements?|and/or\seducation|in\sthe\sfollowing\sareas?\sis)\b)
    | (?:Leadership|Reputation|Grasp|Stewardship)\ (?:of|in|for|as)\b
        (?![^.;\n]{{0,80}}\b(?:is|are|was|were|will|has|have|can|may)\b)
    | An?\ (?:[a-z-]+\ ){{0,3}}(?:record|history|background|understanding|command|knowledge
        |reputation|mastery|grasp)\ (?:of|in|for|with|as|that)\b
    | (?:An?\ |The\ )?(?:[A-Z][A-Za-z-]{{2,40}}+|ability)
      (?:[ ,-]{{1,2}}(?!(?:that|is|are|was|were|who|has|its)\b)
        (?:[A-Za-z-]{{1,16}}+)){{0,6}}?[ ]{_NOUN}\ (?:of|in|with|to|on
        |as|at|and|across|within|that|for|[a-z]{{2,14}}ing)\b
    )
    """,
    re.VERBOSE,
)
_BARRED = re.compile(
    r"(?:(?:[•-]|\*{1,3}) ?)?(?:Specialized|Take|Include|Describe|Qualifying|Inherent"
    r"|Applicants?|Candidates?|You|Your|Evidence\sof\s(?:it|this|these|each|your)"
    r"|If|The|This|These|All|Any|Each|We|In|It|For|To"
    r"|Please|Typically|Such|Note|NOTE|Failure|Successful\s(?:candidates?|applicants?|completion)"
    r"|Volunteer|Resumes?|Responses?|Education|Experience\sof\sthis|When|As|At|Only|Who|Do|Does"
    r"|Ability\sto\s(?:obtain|maintain)|Additional|Qualifications?|Statements?"
    r"|Possession\sof\san?\b.{0,40}degree"
    r"|Demonstrated\s\w+\s(?:is|are|must|should|may|will)|Degree|Graduate"
    r"|Undergraduate|Demonstrated\sexperience\s(?:must|should|may)|Narratives?"
    r"|Examples?|Background\s(?:checks?|investigations?)|[A-Z][a-z]+ing\s(?:the|an?|its|their)"
    r"|Knowledge,\s[Ss]kills|Executive\sCore|Technical\s[Qq]|Mandatory|Professional/)\b",
)
_NO_PROOF = re.compile(
    r"[^.;\n]{0,160}?\b(?:(?:(?:is|are|does|do|will|may) not|cannot) (?:be |by itself |alone )?"
    r"(?:enough|sufficient|suffice|qualify|qualifying|count|credited|creditable|accepted"
    r"|considered)"
    r"|(?:is|are|counts?) (?:as )?(?:best|better|fine|enough|well|too|twice|more|less|checked)"
    r"|(?:will|may|can) be (?:checked|verified|counted|considered|credited|paid|unpaid|gained))\b"
)
"""What a sentence says of abilities and asks for none: "Leadership of one team is not enough."."""
_PROMPT = re.compile(
    r"""
    (?:[•*-]\ ?)?
    (?:
      (?:Please\ )?(?:briefly\ )?(?:(?i:provide|give|submit|prepare)\ (?:us\ )?(?:an?|the|evidence
        |specific|examples?|your|at\ least|one|two)\b
          (?=[^.?]{0,160}\b(?:experience|ability|abilities|skills?|knowledge|example
            |accomplishments?|expertise|how|time)\b))
    | (?:Please\ )?(?i:describe|discuss|explain|address|elaborate|summarize|illustrate
      |detail|share|highlight)
        \ (?:in\ detail\ )?(?:on\ |upon\ )?(?:your|how|the\ way|an?\ |a\ time|any\ |specific
          |examples?|methods|situations?|what)
    | Tell\ us\ about | (?:What|How)\ (?:experience|has\ your|have\ you|knowledge)
    | (?:Do|Have)\ you\ (?:have|possess|had)?\ ?(?:demonstrated\ )?(?:experience|knowledge
      |the\ ability|led)\b
    | Do\ you\ (?:have|possess)\ (?!(?:any|at|the)\b)
      (?:(?!(?:years?|required|specialized|minimum|qualifying|that|which)\b)[a-z][a-z-]*,?\ ){1,6}
      (?:experience|knowledge|abilit(?:y|ies)|skills?|expertise|understanding)\b
    )
    """,
    re.VERBOSE,
)
_FOR_EACH = re.compile(
    r"(?:Please )?(?:describe|explain|discuss|provide|detail) (?:your )?[^.?:;\n]{0,40}"
    r"\b(?:for|in|on|to|of) each (?:in|of these|of the above|below|on|separately"
    r"|qualification|one|item)\b",
    re.IGNORECASE,
)
_NO_ADJECTIVE = (
    r"(?!(?:your|my|our|this|that|these|such|any|no|all|each|their|his|if|when|as|with|in|of|to|by"
    r"|or|for|on|from|what|how|describe|provide|the|are|is|was|will|must|has|have|having)\b)"
)
_SMALL = re.compile(
    r"(?:demonstrated|proven|extensive|in-depth|executive[ -]level|senior[ -]level)\b"
    rf"|(?:(?:an?|the) )?(?:{_NO_ADJECTIVE}[a-z-]+,? ){{0,3}}?"
    r"(?:experience|knowledge|ability|skills?|expertise|understanding|mastery|leadership"
    r"|proficiency|competence|success|command|grasp"
    r"|familiarity|background|record|practice|reputation)"
    r" (?:in|of|to|with|on|as|for|[a-z]{2,14}ing)\b"
    r"|(?:significant|broad|strong|thorough|substantial|considerable|deep|expert|working)"
    r" (?:experience|knowledge|understanding|skills?|command)\b"
    r"|(?:(?:at least|more than|over) )?(?:[a-z]+|\d+)(?: or more)? years (?:of|in)\b"
    r"|must (?:have|show|possess|demonstrate|be able)\b"
    r"|that (?:you|they|he or she|(?:the )?(?:applicants?|candidates?)) (?:have|has|can|know"
    r"|understand|are able)\b",
)
IRREGULAR = (
    r"led|built|run|overseen|written|taught|set|won|chosen|brought|held|seen|dealt|put|taken|given"
    r"|driven|made|grown|kept|met|found|sold|bought|cut|fought|spoken|stood|known|begun|undertaken"
)
"""What regular verbs end with "ed" for."""
DONE = (
    r"(?:\w+ly )?(?!(?:read|attached|reviewed|submitted|completed|included"
    r"|provided|addressed|uploaded|received|obtained|held|applied|certified|indicated|answered"
    r"|verified|enclosed|responded|resided|registered|graduated|passed|earned|noted|signed|served"
    r"|needed|used|enrolled"
    r"|previously|accepted|retired|separated|listed|identified|worked(?! out)|demonstrated)\b)"
    rf"(?:\w+ed|{IRREGULAR})\b"
)
"""What a person has done in their field, and not for an application."""
_CLAIM = re.compile(
    r"I (?:have|possess|am)(?! \w+ (?:this|such|the required|the above)\b)"
    r"(?: [a-z-]+,?){0,6}? (?:(?:experience|knowledge|skills?|expertise)(?! that\b)"
    r"|the ability(?! to (?:obtain|get|hold|maintain|travel|relocate|lift|start|report|submit)\b)"
    r"|skilled|experienced|(?:an? )?(?:expert|authority|specialist) (?:in|on))\b"
    rf"|I have (?:{DONE}|been (?:accountable|responsible|in charge|the lead|a lead)\b)"
)
_CREDENTIAL = re.compile(
    r"(?:Possession of )?(?:(?:An? |Current |Active |Valid |Professional )(?:[A-Za-z.'-]+ ){0,4}"
    r"|(?:Bachelor|Master|Doctor)(?:'s|ate)? )?"
    r"(?i:degree|licens(?:e|ure|ed)|certifi(?:cation|cate|ed)|regist(?:ration|ered)|membership"
    r"|admission to)\b"
    r"(?! (?:requirements?|is|are|must|may|will|should)\b)"
)
_COUNTED = re.compile(
    r"(?:First(?:ly)?|Second(?:ly)?|Third(?:ly)?|Fourth|Fifth|Finally|Last(?:ly)?|Also),?"
    r" (?:you|applicants|candidates) (?:(?:also )?(?:must|should|need to) (?:have|show|possess"
    r"|demonstrate)|need|require) (?:an? )?"
)
"""How sentences count what they ask for: "Second, you need knowledge of"."""
_TOPIC = re.compile(
    r"(?:[•*-] ?)?[A-Z][\w'/&-]{1,24}(?:,? (?:[A-Z][\w'/&-]{0,24}|and|of|the|in|for|&"
    r"|to|or)){0,9} ?(?:--?|:)[ \n]",
)
_MARKED_TITLE = re.compile(r"(?:[\w'&/,()-]+ ){1,20}[\w'&/,()-]+[.:]?\*{1,2} (?=[A-Z])")
"""A competency with a mark that tells how much it counts: "Knowledge of law.** Describe …"."""
_TITLE = re.compile(r"[A-Z][\w'/&-]{1,24}(?:,? [\w'/&-]{1,24}){0,6}\. (?=[A-Z])")
_LOUD_TOPIC = re.compile(r"(?:[A-Z][A-Z'/&,-]+[ \n]){1,7}(?=[A-Z][a-z])")
_ASKED = re.compile(
    r"(?:What|How|Were|Was|Did|Do|Does|Have|Has|Which|Who|Why|When|Include|Take|Note the|Indicate"
    r"|In your (?:response|answer|narrative)|(?:Please )?(?:[Pp]rovide|[Gg]ive"
    r"|[Ii]nclude) (?:specific |concrete )?(?:(?:an|one|two|three) )?examples?)\b",
)


_BROKEN = re.compile(r"(?P<one>[A-Z][a-z]{0,10})[ \n](?P<other>[a-z]{2,12})\b")
_WHOLE = re.compile(
    "Experienced?|Knowledge|Ability|Demonstrated|Demonstrable|Expertise|Skills?|Proven"
    "|Understanding"
    "|Mastery|Proficiency|Familiarity|Leadership|Capability|Competence|Background|Success(?:ful)?"
    "|Executive|Extensive|Record|Comprehensive|Significant|Substantial|Considerable|Thorough"
)


def _opens_broken(text: str, offset: int) -> bool:
    """Whether a word of ability that a copy broke in two begins here: "E xperience in"."""
    found = _BROKEN.match(text, offset)
    return found is not None and bool(_WHOLE.fullmatch(found["one"] + found["other"]))


def opens_ability(text: str, offset: int) -> bool:
    """Whether a statement of ability begins at an offset."""
    if _BARRED.match(text, offset):
        return False
    if _opens_broken(text, offset):
        return True
    return _ABILITY.match(text, offset) is not None and _NO_PROOF.match(text, offset) is None


def opens_small(text: str, offset: int) -> bool:
    """Whether a statement of ability begins in small letters, as inside a sentence."""
    return _SMALL.match(text, offset) is not None


def opens_claim(text: str, offset: int) -> bool:
    """Whether a claim such as "I have experience in" or "I have led" begins at an offset."""
    return _CLAIM.match(text, offset) is not None


def opens_prompt(text: str, offset: int) -> bool:
    """Whether a prompt such as "Describe your experience" begins at an offset.

    "Describe your experience for each" tells how to answer those that follow.
    """
    return _PROMPT.match(text, offset) is not None and _FOR_EACH.match(text, offset) is None


_STANDING = re.compile(
    r"(?:(?:[A-Z][a-z-]+ )?(?:Standing|Stature|Recognition|Eminence|Authority|Breadth|Depth)"
    r" (?:in|as|of|on)\b|(?:At least |Some |More than )?(?:\w+|\d+\+?)(?: or more)? years\b"
    r"|(?:thorough|deep|broad|solid|hands-on|senior|working|strong)[a-z, -]{1,60}"
    r" (?:experience|knowledge|background)\b|experience\b|knowledge\b|Hands-on\b)"
)


def opens_standing(text: str, offset: int) -> bool:
    """Whether years, standing or depth in a field open what stands at an offset."""
    return _STANDING.match(text, offset) is not None


def opens_credential(text: str, offset: int) -> bool:
    """Whether a line such as "A law degree and bar membership" begins at an offset."""
    return _CREDENTIAL.match(text, offset) is not None


def behind_topic(text: str, offset: int) -> int:
    """Return where a statement begins behind its topic in capitals: "TRADE LAW Demonstrated …"."""
    topic = _LOUD_TOPIC.match(text, offset)
    if topic is None or not opens_ability(text, topic.end()):
        return offset
    return topic.end()


def behind_marked_title(text: str, offset: int) -> int:
    """Return where a prompt begins behind the competency it is about, told apart by a mark."""
    title = _MARKED_TITLE.match(text, offset)
    return title.end() if title and opens_prompt(text, title.end()) else offset


def behind_title(text: str, offset: int) -> int:
    """Return where a statement begins behind its title: "Portfolio planning. Demonstrated …"."""
    title = _TITLE.match(text, offset)
    return title.end() if title and opens_ability(text, title.end()) else offset


def opens_statement(text: str, offset: int) -> bool:
    """Whether a statement of ability or a prompt for one begins at an offset, or its topic."""
    counted = _COUNTED.match(text, offset)
    if counted and opens_small(text, counted.end()):
        return True
    offset = behind_topic(text, offset)
    if opens_ability(text, offset) or opens_prompt(text, offset):
        return True
    topic = _TOPIC.match(text, offset)
    if topic is None or _BARRED.match(text, offset):
        return False
    return opens_ability(text, topic.end()) or opens_prompt(text, topic.end())


def asks_on(text: str, offset: int) -> bool:
    """Whether a sentence carries on with a prompt: "How did you …?"."""
    return _ASKED.match(text, offset) is not None


_BACK = re.compile(r"(?:[•*-] ?)?(?:[\w-]+ ){1,4}(?:such|these|those|this)\b")


def refers_back(text: str, offset: int) -> bool:
    """Whether a statement speaks of what stands before it: "Experience with such budgets …"."""
    return _BACK.match(text, offset) is not None


INSIDE = re.compile(
    r"(?<=[a-z0-9),;.%]\ )(?=(?:Demonstrated|Proven|Ability\ to|Knowledge\ of"
    r"|Record\ of|Track\ record|Familiarity\ with|Command\ of|Proficiency\ in|Capacity\ to"
    r"|Experience\ (?:in|with|[a-z]{3,14}ing)"
    r"|Skill\ in|Expertise\ in|Understanding\ of|Mastery\ of|Demonstrates)\b)"
    r"|(?<=[a-z0-9),;]\ )(?=(?:Executive|Extensive|Senior|Strong|Broad|Thorough"
    r"|Comprehensive|Significant|Substantial|Hands-on|Deep|Solid|Expert"
    r"|Working|In-depth|Superior|Technical|Professional|Progressive|Progressively)"
    r"(?:[ ,-][a-z-]{1,16}){0,5}"
    r"\ (?:experience|knowledge|abilit(?:y|ies)|understanding|skills?|expertise|leadership)\b)"
    r"|(?:(?<=;\ and[ \n])|(?<=;\ ))(?=[A-Z][a-z]+\ [a-z])"
    r"|(?:(?<=;\ )|(?<=;\ and\ ))(?=must\ (?:have|show|possess|demonstrate|be\ able)\b)"
    r"|(?<=[a-z)]\ )(?=Please\ (?:provide\ an?\ (?:written\ |narrative\ )?(?:statement|narrative)"
    r"|(?:describe|discuss|explain)\ your)\b)"
    r"|(?<=[a-z.;])(?=(?:Demonstrated\ [a-z]|Ability\ to|Knowledge\ of"
    r"|Experience\ (?:in|with)|Skill\ in)\b)",
    re.VERBOSE,
)
"""Where a statement begins behind another that has lost its full stop."""
