"""What the grammar of qualifications puts its pages together from: lead-ins and statements."""

from __future__ import annotations

NAMED = (
    "Mandatory Technical Qualifications (MTQs):",
    "TECHNICAL QUALIFICATIONS",
    "In addition to the ECQs, you must address the following Technical Qualifications (TQs):",
    "Professional/Technical Qualifications:",
    "Required Technical Competencies",
    "Position-Specific Technical Requirements:",
    "The technical qualifications for this position are:",
    "You must also show these mandatory technical qualifications:",
    "Agency-Specific Technical Qualifications (ASTQs)",
    "TECHNICAL EXPERTISE",
    "Executive/Technical Competencies:",
    "Technical Qualifications - address each one separately:",
    "Technically qualified means:",
    "You are technically qualified if:",
)
"""Lead-ins that call what follows technical."""

UNNAMED = (
    "Specialized experience must include all of the following:",
    "Qualifying experience must include each of the following:",
    "Quality Ranking Factors:",
    "Quality Ranking Factors: Applicants will be further rated on these factors.",
    "RATING FACTORS",
    "Evaluation Factors:",
    "Evaluation will be based on the following:",
    "Candidates will be evaluated on the following criteria:",
    "Applicants will be rated on the extent to which they show:",
    "As a basic requirement for this position, applicants must demonstrate all of the following:",
    "The ideal candidate will have:",
    "The successful candidate will have:",
    "The successful candidate will demonstrate the following:",
    "We seek an executive with:",
    "We are looking for a leader with:",
    "Applicants must clearly show experience in the following areas:",
    "Your resume must show the following:",
    "To be considered, you must show in your resume:",
    "In your narrative, address each of the following:",
    "The position requires:",
    "This position requires the following knowledge, skills and abilities:",
    "Who we are looking for",
    "What you bring",
    "What you will need",
    "About you",
    "Who you are",
    "What it takes",
    "Is this you?",
    "Selection criteria:",
    "Knowledge, Skills and Abilities (KSAs):",
    "Minimum Qualifications:",
    "Basic qualifications",
    "Essential criteria",
    "Key selection factors:",
    "Experience required:",
    "Required experience and expertise",
    "Candidates for this post need all of these:",
    "Besides the ECQs, the panel will look for:",
    "What counts with us beyond the ECQs:",
    "Competitive candidates offer:",
)
"""Lead-ins that ask for what a technical qualification asks and call it nothing."""

NOT_ASKED = (
    "Duties include:",
    "The incumbent is responsible for:",
    "In this role you will do the following:",
    "What you will do",
    "Responsibilities:",
    "A typical week includes:",
    "Desirable Qualifications:",
    "Preferred qualifications",
    "Nice to have:",
    "It is desirable that candidates have the following:",
    "One year of specialized experience at the GS-15 level is required. It is defined as:",
    "Specialized experience includes:",
    "Examples of qualifying experience may include:",
    "Required Documents:",
    "Conditions of employment:",
    "What we offer:",
    "The Executive Core Qualifications ask for evidence of:",
    "Leadership competencies:",
)
"""Lead-ins to what no technical qualification is."""

STATEMENTS = (
    "Demonstrated experience in directing a national program of dam safety or flood control",
    "Knowledge of the laws and rules that govern rail freight, gained in a public or private body",
    "Ability to negotiate agreements with states, tribes and foreign governments on shared rivers",
    "Expertise in the design and operation of large data centers and their security",
    "Executive-level experience managing a capital program of several hundred million dollars",
    "Proven skill in settling claims of injured workers before courts and boards",
    "Extensive experience leading laboratories that test vaccines for animals or people",
    "Comprehensive knowledge of the financing of ports, bridges and tunnels",
    "Demonstrated ability to bring engineers, auditors and lawyers to one decision",
    "Experience in planning inspections of mines and in acting on what they find",
    "Mastery of the rules of evidence as they apply to hearings on benefits",
    "A record of published research on soils, forests or grassland",
)
DEEDS = (
    "You have led the writing or enforcement of rules for pipelines, tankers or storage tanks",
    "You have built working relationships with growers, shippers and foreign inspectors",
    "You have used data or risk analysis to send inspectors to where they matter most",
    "You have managed a budget of more than fifty million dollars through a lean year",
    "You have represented an agency before a legislature, a court or the press",
    "You understand how grants to states are awarded, watched and closed",
)
PARTICIPLES = (
    "Directing a national program of dam safety or flood control for at least three years",
    "Negotiating agreements with states, tribes and foreign governments on shared rivers",
    "Leading engineers, auditors and lawyers who work in several regions",
    "Serving as an authority on vaccines for animals, as shown by decisions and guidance",
    "Managing a capital program of several hundred million dollars",
    "Advising heads of agencies on the financing of ports, bridges and tunnels",
)
TOPICS = ("Rail Safety", "Grants", "Program Direction", "Water Law", "Data Security", "Research")
PROMPTS = (
    "Describe your experience in directing a national program of dam safety or flood control",
    "Please describe how you have negotiated agreements with states and tribes on shared rivers",
    "Discuss your knowledge of the financing of ports, bridges and tunnels and how you used it",
    "Explain how you brought engineers, auditors and lawyers to one decision",
)
