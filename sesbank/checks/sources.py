"""Sources: who asks for what the checks look for."""

from __future__ import annotations

OPM_GUIDE = "OPM's guide to CCAR narratives (resume-place.com/federal-resumes/writing-ecqs-ccar)"
OPM_TIPS = "OPM's writing tips for executives (sesservice.com/ses-ecq-tips)"
REJECTIONS = "what boards reject stories for (seswriters.com, “Don't hear from the QRB”)"
QRB_ADVICE = "advice on the QRB interview (solutionsfortheworkplace.com/author/roger)"
PANEL_ADVICE = "advice on the SES panel interview (fedweek.com, “Preparing for a SES interview”)"
CCAR_COACH = "coaching on the CCAR model (sesservice.com, “Context, challenge, actions, results”)"
RESUME_TIPS = "tips for a resume-based application (resume-place.com, June 2024)"
QRB_READY = "a list of what makes a story QRB-ready (solutionsfortheworkplace.com)"
STORY_LENGTH = "a spoken story takes 2 to 4 minutes (federalwarrior.com, “Writing ECQs”)"
TEN_STORIES = "two stories an ECQ, ten to twelve in all (federalwarrior.com; careerproplus.com)"
OURS = "sesbank's own advice"
