"""Postings of every shape met in the field, written for these tests, with what they ask for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Written:
    name: str
    text: str
    tqs: tuple[str, ...] = ()
    framework: str = ""
    codes: tuple[str, ...] = ()
    desirables: tuple[str, ...] = ()


GRANTS = "Demonstrated experience directing a national grants program, including the oversight of financial controls in several regions."
HYDRO = "Demonstrated ability to apply hydrology and engineering principles to the repair of aging water systems."
TRIBES = "Experience in negotiating agreements with tribal, state and local governments on the use of public lands."
FLEET = "Knowledge of the acquisition rules that govern the purchase and upkeep of a large vehicle fleet."
AUDIT = "Skill in turning audit findings into a corrective action plan that a large organization carries out."
CYBER = "Expertise in the security of information systems that serve more than one agency."
LAW = "Extensive knowledge of administrative law and of the practice of federal courts in regulatory matters."
LABS = "Executive level experience managing laboratories, their budgets and their scientific staff."

NEW_DEFINITIONS = (
    "ECQ 1: Commitment to the Rule of Law and the Principles of the American Founding - This core qualification requires"
    " a working understanding of our government and a readiness to uphold its law.\n"
    "ECQ 2: Driving Efficiency - This core qualification involves managing resources with thrift and ending waste.\n"
    "ECQ 3: Merit and Competence - This core qualification involves the skill to produce work of high quality.\n"
    "ECQ 4: Leading People - This core qualification involves inspiring a group toward a mission.\n"
    "ECQ 5: Achieving Results - This core qualification involves delivering what leadership has set as goals.\n"
)
OLD_DEFINITIONS = (
    "1. Leading Change - Involves the ability to bring about change within and outside the organization."
    " 2. Leading People - Involves the ability to lead people toward a vision."
    " 3. Results Driven - Involves the ability to meet goals and customer expectations."
    " 4. Business Acumen - Involves the ability to manage people, money and information."
    " 5. Building Coalitions - Involves the ability to build coalitions with others."
)
NEW = ("RL", "DE", "MC", "LP", "AR")
OLD = ("LC", "LP", "RD", "BA", "BC")

POSTINGS = (
    Written(
        "numbered under a heading of its own line, 2025 names",
        f"""Skip to main content
USAJOBS
Regional Director, Mountain Region
Department of the Interior
Bureau of Public Waters
Summary
Serves as the head of the region.
Learn more about this agency
Overview
Open & closing dates
10/01/2026 to 10/21/2026
Salary
$151,661 - $228,000 per year
Pay scale & grade
ES 00
Location
Denver, CO
1 vacancy
Announcement number
BPW-26-SES-014-12890011
Control number
845550001
Duties
Help
- Directs the operation of dams and canals in six states.
- Plans the budget of the region and answers for it.
Requirements
Conditions of employment
You must be a U.S. citizen.
Qualifications
You must address the Technical Qualifications in a resume that does not exceed 2 pages.
Technical Qualifications (TQs)
1. {GRANTS}
2. {HYDRO}
3. {TRIBES}
Executive Core Qualifications (ECQs)
{NEW_DEFINITIONS}
Education
There is no education requirement.
Additional information
The Technical Qualifications are evaluated by a panel.
How you will be evaluated
You will be rated on the Technical Qualifications.
""",
        (GRANTS, HYDRO, TRIBES),
        "opm-2025",
        NEW,
    ),
    Written(
        "PTQs in one paragraph, old names numbered before them",
        "Job Title: Deputy Chief Financial Officer Department: Department Of Commerce Agency: Coastal Survey Service"
        " Job Announcement Number: CSS-SES-2017-0042 SALARY RANGE: $124,406.00 to $187,000.00 / Per Year"
        " OPEN PERIOD: Monday, May 1, 2017 to Wednesday, May 31, 2017 SERIES & GRADE: ES-0501-00"
        " DUTY LOCATIONS: Silver Spring, Maryland QUALIFICATIONS REQUIRED: To meet the minimum qualifications you must"
        " possess the mandatory Executive Core Qualifications and Professional/Technical Qualifications listed below."
        f" EXECUTIVE CORE QUALIFICATIONS (ECQs): {OLD_DEFINITIONS} NOTE: Responses to ECQs must not exceed 10 pages."
        f" PROFESSIONAL/TECHNICAL QUALIFICATIONS (PTQs): PTQ 1 - {GRANTS} PTQ 2 - {FLEET} PTQ 3 - {AUDIT}"
        " Note: Responses to PTQs must not exceed 2 pages per PTQ. Applicants must submit all documents by the closing date.",
        (GRANTS, FLEET, AUDIT),
        "opm-2006",
        OLD,
    ),
    Written(
        "unnumbered statements run together without full stops, ECQs without names",
        "Title: Chief, Spectrum Bureau. Applicants must meet the following. MANDATORY TECHNICAL QUALIFICATIONS:"
        f" {LAW.rstrip('.')} {HYDRO.rstrip('.')} {LABS}"
        " Candidates must be specific about their own role. EXECUTIVE CORE QUALIFICATIONS: ECQ 1 - This core"
        " qualification requires a demonstrated knowledge of the American system of government and a commitment to"
        " uphold the Constitution. ECQ 2 - This core qualification involves the demonstrated ability to strategically"
        " and efficiently manage resources and to cut wasteful spending. How to Apply Send a resume.",
        (LAW, HYDRO, LABS),
        "opm-2025",
        ("RL", "DE"),
    ),
    Written(
        "numbers in brackets collide with those of the ECQs",
        f"""Qualifications
EXECUTIVE CORE QUALIFICATIONS (ECQ):
(1) Leading Change: The ability to bring about change.
(2) Leading People: The ability to lead people toward goals.
(3) Results Driven: The ability to meet goals.
(4) Business Acumen: The ability to manage resources.
(5) Building Coalitions: The ability to build coalitions.
TECHNICAL QUALIFICATION (TQ):
(1) {LABS}
(2) {FLEET}
If you do not address the TQ you will not be considered.
""",
        (LABS, FLEET),
        "opm-2006",
        OLD,
    ),
    Written(
        "a label to each, with a number sign",
        f"Required Mandatory Technical Qualification (MTQ) #1: {CYBER} Required Mandatory Technical Qualification (MTQ) #2:"
        f" {AUDIT} Failure to meet the MTQs will result in an ineligible rating.",
        (CYBER, AUDIT),
    ),
    Written(
        "competencies instead of qualifications, with bullets",
        f"""In addition to the ECQs, you must show the MTCs.

Mandatory Technical Competencies (MTCs)
•\u00a0{CYBER}
•\u00a0{FLEET}
•\u00a0{AUDIT}

Your resume must show all of the above.
""",
        (CYBER, FLEET, AUDIT),
    ),
    Written(
        "a number alone on its line",
        f"""Professional Technical Qualifications (PTQs)
1.
{GRANTS}
2.
{TRIBES}
Executive Core Qualifications (ECQs)
1.
Leading Change:
This core qualification involves the ability to bring about strategic change.
2.
Leading People:
This core qualification involves the ability to lead people.
3.
Results Driven:
This core qualification involves the ability to meet organizational goals.
""",
        (GRANTS, TRIBES),
        "opm-2006",
        ("LC", "LP", "RD"),
    ),
    Written(
        "lettered headings, closing brackets",
        "A. Executive Core Qualifications (ECQ): All applicants must address Leading Change, Leading People, Results"
        " Driven, Business Acumen, and Building Coalitions. B. Mandatory Technical Qualifications (MTQ): 1)"
        f" {TRIBES} 2) {LAW} 3) {GRANTS} C. Required Documents: A resume.",
        (TRIBES, LAW, GRANTS),
        "opm-2006",
        OLD,
    ),
    Written(
        "professional/technical - essential and desirable",
        f"Professional/Technical - Essential 1. {HYDRO} 2. {LABS} Professional/Technical - Desirable 1. {CYBER}"
        " Additional Information This is a career appointment.",
        (HYDRO, LABS),
        desirables=(CYBER,),
    ),
    Written(
        "accomplishment statement questions",
        "Accomplishment Statement Questions (ASQs): Please respond to each. ASQ 1: Describe your experience leading the"
        " resolution of failing institutions and the results you reached. ASQ 2: Describe your experience directing a"
        " staff of examiners across several field offices. Limit each response to one page.",
        (
            "Describe your experience leading the resolution of failing institutions and the results you reached.",
            "Describe your experience directing a staff of examiners across several field offices.",
        ),
    ),
    Written(
        "prompts without numbers, ECQs in the same style behind them",
        "A narrative response for each of the following Mandatory Technical Qualifications (MTQs) is MANDATORY."
        " Please provide a statement describing your ability to plan and direct court facilities of national scope."
        " (Please provide your response in a separate document) Please provide a statement describing your knowledge of"
        " space standards and of the rules for leasing. (Please provide your response in a separate document) A narrative"
        " response for each of the following Executive Core Qualifications (ECQs) is MANDATORY. Please provide a statement"
        " describing your experience LEADING CHANGE. This core qualification involves experience in carrying out a vision."
        " Please provide a statement describing your experience LEADING PEOPLE. This core qualification involves experience"
        " in managing a workforce. Please provide a statement describing your experience BUILDING"
        " COALITIONS/COMMUNICATION. This core qualification involves experience in building networks. 9. Have you attached"
        " your documents? A. Yes B. No",
        (
            "Please provide a statement describing your ability to plan and direct court facilities of national scope.",
            "Please provide a statement describing your knowledge of space standards and of the rules for leasing.",
        ),
        "opm-2006",
        ("LC", "LP", "BC"),
    ),
    Written(
        "a misspelt heading and a number from six on",
        f"B. MANDATROY TECHNICAL QUALIFCATIONS: Address each in a separate statement. 6. {CYBER} 7. {LAW}"
        " C. SUPPLEMENTAL DOCUMENTS: Transcripts.",
        (CYBER, LAW),
    ),
    Written(
        "claims of a questionnaire",
        "Assessment 1\n1. I have experience in leading a program of enterprise risk across several offices.\n A. Yes\n"
        " B. No\n1a. Where in your resume is this shown?\n2. I have read the required documents section.\n A. Yes\n B. No\n",
        ("I have experience in leading a program of enterprise risk across several offices.",),
    ),
    Written(
        "technical requirements as a label to each line",
        f"LEADERSHIP REQUIREMENT: Do you have experience leading people? If so, say how many.\n"
        f"TECHNICAL REQUIREMENT: {HYDRO}\nTECHNICAL REQUIREMENT: {CYBER}\nEducation\nNone is required.\n",
        (HYDRO, CYBER),
    ),
    Written(
        "the page repeats its qualifications",
        f"Technical Qualifications: MTQ 1: {GRANTS} MTQ 2: {AUDIT} How You Will Be Evaluated You will be rated on"
        f" MTQ 1: {GRANTS} MTQ 2: {AUDIT} Required Documents A resume.",
        (GRANTS, AUDIT),
    ),
    Written(
        "short labels, glued to their numbers",
        f"Technical Qualification(s) - Mandatory TQ1: {LABS} TQ2: {TRIBES} TQ3: {CYBER} Executive Core Qualifications"
        " ECQ 1 - LEADING CHANGE: This core qualification involves change. ECQ 4 - BUSINESS ACUMEN: This core"
        " qualification involves resources.",
        (LABS, TRIBES, CYBER),
        "opm-2006",
        ("LC", "BA"),
    ),
    Written(
        "factors, with a topic before each statement",
        f"Technical Qualification Factor 1 - Water Systems: {HYDRO} Technical Qualification Factor 2 - Fleet: {FLEET}"
        " Candidates who do not meet both factors are not considered.",
        (f"Water Systems: {HYDRO}", f"Fleet: {FLEET}"),
    ),
    Written(
        "desirable qualifications with their own labels",
        f"Mandatory Technical Qualifications (MTQs): MTQ 1. {LAW} Desirable Qualifications (DQs): DQ 1. {CYBER} DQ 2. {AUDIT}"
        " Basis of Rating: Applicants are rated.",
        (LAW,),
        desirables=(CYBER, AUDIT),
    ),
    Written(
        "statements on lines below a heading with a colon",
        f"2. Do you possess the following competencies?\n\nCore Qualifications:\nLeading the Bureau: involves setting its vision"
        f" and keeping it.\nGrowing People: involves hiring and coaching a workforce.\nTechnical Qualifications:\n{LAW}\n{AUDIT}\n"
        "Ability to analyze complex problems and devise new solutions.\n A. Yes\n B. No\n",
        (LAW, AUDIT, "Ability to analyze complex problems and devise new solutions."),
    ),
    Written(
        "semicolons and a closing and",
        f"The following Mandatory Technical Qualifications (TQs) must be evident in your resume: (1) {CYBER.rstrip('.')};"
        f" (2) {FLEET.rstrip('.')}; and (3) {LAW} Your resume must not exceed two pages.",
        (CYBER, FLEET, LAW),
    ),
    Written(
        "no technical qualification, only mentions",
        "To qualify you must show the skills outlined under Mandatory Technical Qualifications and Executive Core"
        " Qualifications. Experience of this nature will have been gained at the GS-15 level. The Technical Qualification"
        " Program (TQP) trains inspectors. You negotiate the technical qualifications of vendors in major purchases and"
        " settle disputes over technical requirements: scope, time and cost. Candidates are rated on MTQ 1 and MTQ 2."
        " Address ECQ 1, MTQ 1, MTQ 2 as tags in your narrative.",
    ),
    Written(
        "mentioned, and followed by the ECQs alone",
        "CANDIDATES MUST FULLY ADDRESS ALL ITEMS UNDER EXECUTIVE CORE QUALIFICATIONS AS WELL AS ALL ITEMS UNDER TECHNICAL"
        f" QUALIFICATIONS. ANSWERS ARE SAVED. EXECUTIVE CORE QUALIFICATIONS: {OLD_DEFINITIONS}",
        framework="opm-2006",
        codes=OLD,
    ),
    Written(
        "a questionnaire that asks for licences only",
        "Assessment 1\n1. Do you possess a law degree?\n A. Yes, I possess the degree.\n B. No\n2. Do you have at least seven"
        " years of experience as an attorney?\n A. Yes, I have the experience described above.\n B. No, I do not.\n",
    ),
)


def same_words(one: str, other: str) -> bool:
    """Whether two texts agree but for white space and the closing mark."""
    return " ".join(one.split()).rstrip(".;") == " ".join(other.split()).rstrip(".;")
