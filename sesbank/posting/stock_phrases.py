"""How stock sentences open in postings: regular expressions without regard to case, one a line."""

STOCK_OPENINGS = (
    r"a (?:completed|resume|narrative|supplemental|separate|written|two|minimum)\b",
    r"a\. yes",
    r"an? (?:strong|good|complete|full|successful) (?:response|answer|narrative|statement)\b",
    r"ability to obtain",
    r"additional (?:notes?\b|(?:qualifications? )?(?:guidance|information))",
    r"an? (?:answer|response|entry) (?:of|such as|like|that)\b",
    (
        r"all (?:applicants?|candidates?|tqs?|mtqs?|ptqs?|responses|technical|mandatory"
        r"|statements|qualification|applications|ecqs|requirements|federal)"
    ),
    r"answer to this",
    r"applica(?:nts?|tions?)\b",
    r"appointment (?:to|may)",
    r"as a basic requirement",
    r"background (?:investigation|check)",
    r"both the ",
    r"candidates?\b",
    r"career ses",
    r"choose\b",
    r"citizenship",
    r"click\b",
    r"ctap",
    r"current (?:career|ses|or former|members?|federal)",
    r"c\.?v\.?\b",
    r"\d+ (?:page|word|character)",
    (
        r"\d{1,2}[.)]? (?:how (?:many|much|long|large|often)|do|does|did|have|has|are|is|was|were"
        r"|will|would"
        r"|can|which|what|select|choose|indicate|i)\b"
    ),
    r"disclaimer\b",
    r"do not ",
    r"drug test",
    (
        r"each (?:mtq|tq|ptq|mtc|statement|narrative|response|of the (?:m|p)?tqs?"
        r"|technical|qualification|ecq)"
    ),
    r"(?:and |plus )?(?:the )?(?:usual |five |all |of )*(?:ecqs?\b|executive core)",
    r"equal (?:employment|opportunity)",
    r"evidence of (?:it|each|these|(?:the )?(?:ecqs?|[mp]?tqs?))\b",
    r"examples? of ecq",
    r"exception\b",
    r"experience (?:refers|of this nature|must be)",
    r"(?:experience|knowledge|skills?) (?:of the above )?(?:may|can) have been gained",
    r"fail to",
    r"failure",
    r"federal (?:employees|government)",
    r"financial disclosure",
    (
        r"for (?:more|additional|further|detailed|information|guidance|assistance|each (?:mtq|tq"
        r"|ptq"
        r"|one|of (?:these|them|the)|item|question|statement|answer|competency|response))"
    ),
    r"former ",
    r"graduates? of",
    r"(?:have|did) you (?:attach|upload|submit|includ|provid|enclos)(?:ed?|ted)?\b",
    r"does your resume\b",
    r"https?:",
    (
        r"i have (?:addressed|attached|submitted|included|provided|uploaded|described)"
        r" (?:this|the|a|my|each)\b"
    ),
    r"ictap",
    (
        r"if (?:you|a\b|selected|an? applicant|eligible|any|not|this|the (?:position"
        r"|selectee))"
    ),
    r"(?:if|when) (?:applying|addressing|describing)",
    r"important\b",
    r"in accordance with",
    r"in addition,? (?:applicants|you|candidates|to (?:the|your) (?:ecqs?|executive core))",
    r"individuals?\b",
    r"information (?:on|about|regarding|submitted)",
    r"interagency career",
    r"it is (?:recommended|strongly|your|important|suggested)",
    r"limit\b",
    (
        r"(?:mandatory )?(?:technical|executive core) qualifications? (?:must|should|are"
        r"|may|will|responses?|narratives?|statements?)"
    ),
    r"maximum",
    r"(?:m|p)?tq (?:narratives?|responses?)",
    r"(?:m|p)?t[qc]s? (?:must|should|responses?|narratives?|statements?|will|may|are)",
    r"narratives?\b",
    r"no more than",
    r"no specific",
    r"none of (?:the|these)\b",
    r"noncareer",
    r"non-career",
    r"not to exceed",
    r"note that",
    r"notes? ?[:*-]",
    r"once (?:the|you)",
    r"only ",
    r"part-time",
    r"persons? (?:who|with)",
    (
        r"please ?(?:give examples|note|limit|address|submit|ensure|do not|see|refer|use|be\b"
        r"|provide (?:your (?:response|answer)|an? (?:narrative|written|brief))|read"
        r"|review|visit|click|contact|attach|indicate|keep|include|respond|complete|upload"
        r"|select|specify|make sure|be sure)"
    ),
    r"preference\b",
    r"(?:preview|learn|read) (?:more|less|job)",
    r"probation",
    r"qualifications? (?:are|and experience|requirements|will|must|claims)",
    r"reasonable accommodation",
    r"refer to",
    r"relocation",
    r"reminder\b",
    r"responses? (?:to|must|should|may|are|is|of)",
    r"resumes?\b",
    r"return to top",
    r"salary\b",
    r"sample",
    r"security clearance",
    r"see also",
    r"see (?:the )?(?:how|required|below|attached|opm|resume)",
    r"select \W?(?:yes|the|an?\b|one)",
    r"selective service",
    r"ses (?:candidates?|members?|cdp|career)",
    r"special instructions",
    r"specialized experience",
    r"statements? (?:must|should)",
    r"submi(?:t|ssion)\b",
    r"substitution",
    r"supplement(?:al)? statements?",
    r"telework",
    r"thank you",
    (
        r"(?:the )?(?:application|narrative|total|qrb|opm|u\.?s\.? office of personnel"
        r"|office of personnel|assessment|selectee|selected"
        r"|hiring|rating)\b"
    ),
    r"the (?:mtqs?|tqs?|ptqs?|mtcs?|ecqs?)\b",
    r"then (?:come|comes|follow|follows|there (?:is|are))\b",
    r"the (?:mandatory|required|specialized|technical) (?:experience|skills?|knowledge)\b",
    r"there is no",
    r"(?:these|those) (?:two|three|four|five|are)\b",
    r"these (?:statements|responses|narratives|qualifications|must|should|ecqs|are)",
    (
        r"this (?:announcement|vacancy|position|job|is a\b|must|information|requirement"
        r"|section)"
    ),
    r"time[ -]in[ -]grade",
    (
        r"to (?:be (?:considered|eligible|qualified|rated)|receive|qualify|meet (?:the"
        r"|these|this)|apply|preview|view|assist|ensure full)"
    ),
    r"travel\b",
    r"(?:two|one|three|five|ten)[ -]page",
    r"typically",
    r"unless\b",
    r"u\.?s\.? citizen",
    r"veterans?\b",
    r"(?:view|print) (?:vacancy|job|announcement|eligibility|all|details)\b",
    r"visit\b",
    r"volunteer",
    r"warning\b",
    r"we (?:look|are looking) for\b",
    r"we (?:recommend|encourage|will|are|do|strongly|ask|suggest)",
    (
        r"(?:write|put|name|mark|print|head|label) (?:the (?:labels?|statements?|headings?)"
        r"|[\"'](?=\w)|(?:each|every) (?:sheet|page|statement|narrative|answer|file|document))\b"
    ),
    r"written (?:narrative|response|statement)s? (?:must|should|are|is)",
    r"www\.",
    r"you (?:must|will|should|may|are|can|do|need|have the)",
    r"your qualifications",
    r"your (?:resume|application|response|narrative|statement|written|answers?)",
)
"""Instructions, notices and rules: behind its first sentence a requirement has none of these."""
