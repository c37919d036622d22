"""More postings, written after the reader, to see whether it generalises."""

from __future__ import annotations

from written_postings import (
    AUDIT,
    CYBER,
    FLEET,
    GRANTS,
    HYDRO,
    LABS,
    LAW,
    NEW,
    NEW_DEFINITIONS,
    TRIBES,
    Written,
)

MORE = (
    Written(
        "a preamble between heading and list, and a closing instruction",
        "MANDATORY TECHNICAL QUALIFICATIONS: All applicants must submit a written statement of at least one paragraph, and no"
        f" more than one page, for each qualification below. 1. {LAW} 2. {TRIBES} Applicants who do not address each are ineligible.",
        (LAW, TRIBES),
    ),
    Written(
        "TQ No. and Roman numerals",
        f"Technical Qualifications\nTQ No. 1: {GRANTS}\nTQ No. 2: {CYBER}\n\nMTQ I: not a real one here is three.\n",
        (GRANTS, CYBER, "not a real one here is three."),
    ),
    Written(
        "labels in brackets with a topic and limits of length",
        f"Mandatory Technical Qualifications (MTQ 1) Water Systems. {HYDRO} (4,000 characters maximum) (MTQ 2) Vehicles."
        f" {FLEET} (4,000 characters maximum) Required Documents Resume.",
        (f"Water Systems. {HYDRO}", f"Vehicles. {FLEET}"),
    ),
    Written(
        "topics without numbers",
        f"Technical Qualifications:\nWater Systems: {HYDRO}\nVehicle Fleets: {FLEET}\nLegal Practice: {LAW}\n\nEducation\nA degree.\n",
        (f"Water Systems: {HYDRO}", f"Vehicle Fleets: {FLEET}", f"Legal Practice: {LAW}"),
    ),
    Written(
        "a questionnaire with answer options behind each",
        f"Assessment 1\nMandatory Technical Qualifications\n1. {GRANTS}\n A. I have this experience.\n B. I do not have this"
        f" experience.\n2. {LABS}\n A. I have this experience.\n B. I do not have this experience.\n3. Have you attached your"
        " resume?\n A. Yes\n B. No\n",
        (GRANTS, LABS),
    ),
    Written(
        "label and statement on lines of their own, dashes",
        f"PROFESSIONAL TECHNICAL QUALIFICATIONS (PTQs)\nPTQ 1 –\n{AUDIT}\nPTQ 2 –\n{HYDRO}\nExecutive Core Qualifications"
        f" (ECQs)\n{NEW_DEFINITIONS}",
        (AUDIT, HYDRO),
        "opm-2025",
        NEW,
    ),
    Written(
        "evident in the resume, below, inside a sentence",
        "In addition to the ECQs, applicants must show in the resume that they meet the Professional/Technical Qualifications"
        f" (PTQs) as follows: 1. {CYBER} 2. {LABS} 3. {LAW} Resumes longer than two pages are not read.",
        (CYBER, LABS, LAW),
    ),
    Written(
        "joined words and lost spaces",
        f"MandatoryTechnical Qualifications (MTQs):MTQ 1:{GRANTS} MTQ 2:{TRIBES} Pleaseinclude evidence. Conditions of Employment"
        " A background check.",
        (GRANTS, TRIBES),
    ),
    Written(
        "tags and entities of a web page",
        f"<h3>Technical Qualifications:</h3><ul><li>{AUDIT}</li><li>{CYBER}</li></ul><h3>Education</h3><p>None&nbsp;required.</p>",
        (AUDIT, CYBER),
    ),
    Written(
        "bullets of one statement stay together",
        f"Technical Qualifications\n1. Demonstrated experience in:\n• planning the budget of a large office\n• buying goods and"
        f" services\n2. {LAW}\nExecutive Core Qualifications\nLeading People: inspires a group.\n",
        (
            "Demonstrated experience in:\n• planning the budget of a large office\n• buying goods and services",
            LAW,
        ),
    ),
    Written(
        "the only qualification, in one sentence",
        f"Mandatory Technical Qualification (MTQ): {HYDRO} Executive Core Qualifications: Driving Efficiency: ends waste."
        " Achieving Results: delivers.",
        (HYDRO,),
        "opm-2025",
        ("DE", "AR"),
    ),
    Written(
        "short names of the ECQs in a sentence only",
        f"You will be asked about Driving Efficiency, Merit and Competence, Leading People, and Achieving Results."
        f" Technical Qualifications TQ 1 {TRIBES} TQ 2 {AUDIT}",
        (TRIBES, AUDIT),
        "opm-2025",
        ("DE", "MC", "LP", "AR"),
    ),
    Written(
        "a heading over lower-case items in brackets",
        "Technical competencies: Candidates must show (1) demonstrated experience in the design of surveys, (2) knowledge of"
        " the statistics of small areas, and (3) ability to publish on time. Next Steps We will write to you.",
        (
            "demonstrated experience in the design of surveys",
            "knowledge of the statistics of small areas",
            "ability to publish on time.",
        ),
    ),
    Written(
        "wrapped at seventy columns",
        "TECHNICAL QUALIFICATIONS\n\n1. Demonstrated experience directing a national grants\nprogram, including the oversight of"
        " financial controls in\nseveral regions.\n\n2. Skill in turning audit findings into a corrective action\nplan that a large"
        " organization carries out.\n\nHOW TO APPLY\nSend it.\n",
        (GRANTS, AUDIT),
    ),
    Written(
        "duties that use the words and no heading",
        "Duties\nDirects technical qualification of suppliers. Leads change across the office and achieves results through"
        " building coalitions with partners. Sets technical requirements for vessels. Requirements\nYou must be a citizen.",
    ),
    Written(
        "must possess, after a firm heading",
        "Technical Qualifications: Applicants must possess demonstrated experience managing a national system of archives and"
        " its records. Your resume is limited to two pages.",
        (
            "Applicants must possess demonstrated experience managing a national system of archives and its records.",
        ),
    ),
    Written(
        "lettered items",
        f"Mandatory Technical Qualifications: A. {GRANTS} B. {CYBER} C. {LABS} D. Executive Core Qualifications: Leading Change."
        " Results Driven.",
        (GRANTS, CYBER, LABS),
        "opm-2006",
        ("LC", "RD"),
    ),
    Written(
        "one name, in another agency's own set",
        "Core Qualifications:\nGuiding the Agency: involves its vision.\nBuilding Coalitions: involves working with partners.\n"
        f"Technical Qualifications:\n{LAW}\n{CYBER}\n A. Yes\n B. No\n",
        (LAW, CYBER),
    ),
)
