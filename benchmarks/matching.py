"""Speed of matching: python benchmarks/matching.py [--counts 100 500 1000 10000].

Each bank size runs in a process of its own: the first answer after the start; an answer to a key
while the stories near it were not read closely yet (the middle one and the slowest), and the most
it took until the answer was settled; an answer when all is read; a vacancy of ten requirements,
the same once more; and memory. Milliseconds of CPU, and the warm answer as a multiple of plain
keyword overlap over the same stories.
The slate is measured apart: 20 requirements by 500 stories.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sesbank.collecting import collect_rarely, leave_what_is_there
from sesbank.domain.evidence import QuestionReading, RequirementMatch, StoryMatch, Verdict
from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.domain.vacancy import Requirement, RequirementKind, Vacancy
from sesbank.session.asking import AS_TYPED

if TYPE_CHECKING:
    from sesbank.matching import Matcher

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "stories.json"
QUESTION = "Tell us about a conflict with a union. What was your part, and what came of it?"
TYPED = (
    "How have you cut costs without",
    "How have you cut costs without hurting",
    "How have you cut costs without hurting the mission of",
    "How have you cut costs without hurting the mission of your agency?",
    "Describe how you persuaded",
    "Describe how you persuaded others outside",
    "Describe how you persuaded others outside your agency to support a goal.",
)
DEMANDS = (
    "Demonstrated experience directing a national grants program and its financial controls.",
    "Experience building partnerships with state and tribal governments to share data.",
    "Ability to modernize legacy payroll systems and to manage vendors.",
    "Skill in negotiating with unions and leading a workforce through a reorganization.",
    "Knowledge of acquisition law, contracting and oversight of large contractors.",
    "Experience leading cybersecurity programs and answering incidents.",
    "Experience representing an agency before Congress, the press and the public.",
    "Ability to set performance standards, coach supervisors and manage poor performers.",
    "Experience managing a capital budget and a portfolio of facilities and leases.",
    "Skill in using data and risk analysis to direct inspections and enforcement.",
)
HOSTILE = ("and how ", "(", "what, ", " ", "a, and ", "describe   ", "conflict ", "\n- ", "x" * 50)
HOSTILE_BAR = 20
"""How many usual questions the longest text may take: reading it takes linear time."""

_SYLLABLES = ("bar", "den", "fol", "gim", "har", "kel", "lon", "mir", "pas", "ros", "tul", "vin")


def bank(count: int) -> list[Story]:
    """Return invented stories of about 250 words: sentences of the examples and rare words."""
    told = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    parts = [name for name in TOLD_PARTS if any(row.get(name) for row in told)]
    sentences = {n: [s for r in told for s in (r.get(n) or "").split(". ") if s] for n in parts}
    chance = random.Random(1)
    rare = ["".join(chance.choices(_SYLLABLES, k=4)) for _ in range(20_000)]
    return [
        Story(
            id=f"s-{number:05}",
            title=chance.choice(told)["title"],
            **{
                name: ". ".join([*chance.sample(said, min(4, len(said))), *chance.sample(rare, 2)])
                for name, said in sentences.items()
            },
        )
        for number in range(count)
    ]


def vacancy() -> Vacancy:
    """Return a vacancy of ten requirements."""
    wanted = tuple(
        Requirement(f"tq{n}", RequirementKind.TQ, f"TQ {n}", text, 0, len(text))
        for n, text in enumerate(DEMANDS, 1)
    )
    return Vacancy("v1", " ".join(DEMANDS), framework="opm-2025", requirements=wanted)


def timed(work: Callable[[], object]) -> float:
    """Return the CPU milliseconds that something takes."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def as_typed(matcher: Matcher, question: str, stories: list[Story]) -> tuple[float, float]:
    """Return what an answer to a key takes, and the further work until it is settled."""
    found: list[QuestionReading] = []

    def answer() -> None:
        found.append(matcher.ask(question, stories, "opm-2025", seconds=AS_TYPED))

    def settle() -> None:
        while not found[-1].settled:
            while matcher.read_on(AS_TYPED):
                pass
            answer()

    return timed(answer), timed(settle)


def overlap(asked: str, texts: list[set[str]]) -> list[float]:
    """Return plain keyword overlap with each text, as a keyword checker counts it."""
    wanted = set(asked.lower().split())
    return sorted(len(wanted & text) / len(wanted) for text in texts)


def measure(count: int) -> None:
    """Measure one bank size, with garbage collected as `sesbank` does, and print a line."""
    collect_rarely()
    stories = bank(count)
    leave_what_is_there()
    before = memory()
    start = time.process_time()
    from sesbank.frameworks.loading import load_frameworks
    from sesbank.matching import Matcher

    matcher = Matcher(load_frameworks(), meaning=False)
    matcher.ask(QUESTION, stories, "opm-2025")
    first = (time.process_time() - start) * 1000
    typed = [as_typed(matcher, text, stories) for text in TYPED]
    keys = sorted(key for key, _ in typed)
    settling = max(rest for _, rest in typed)
    again = sorted(timed(lambda q=text: matcher.ask(q, stories, "opm-2025")) for text in TYPED)
    wanted = vacancy()
    match = timed(lambda: matcher.match(wanted, stories))
    rematch = timed(lambda: matcher.match(wanted, stories))
    most = memory() - before
    texts = [set(" ".join(s.part(p) for p in TOLD_PARTS).lower().split()) for s in stories]
    plain = sorted(timed(lambda q=text: overlap(q, texts)) for text in TYPED)[len(TYPED) // 2]
    middle = again[len(again) // 2]
    print(
        f"{count:>7}{first:>10.0f}{keys[len(keys) // 2]:>10.0f}{keys[-1]:>8.0f}"
        f"{settling:>9.0f}{middle:>8.0f}{match:>9.0f}{rematch:>9.0f}{most:>9.0f}"
        f"{middle / plain:>11.1f}",
        flush=True,
    )


def memory() -> float:
    """Return the most memory this process has had, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 if sys.platform != "darwin" else 1024 * 1024)


def measure_slate() -> None:
    """Measure the slate of 20 requirements by 500 stories, all of them on offer."""
    from sesbank.matching.slate import propose

    chance = random.Random(2)
    wanted = Vacancy(
        "v1",
        "",
        requirements=tuple(
            Requirement(f"r{n}", RequirementKind.TQ, f"TQ {n}", "", 0, 0) for n in range(20)
        ),
    )
    matches = [
        RequirementMatch(
            r.id,
            tuple(
                StoryMatch(f"s{n}", "", round(chance.random(), 4), Verdict.GOOD, ())
                for n in range(500)
            ),
        )
        for r in wanted.requirements
    ]
    stories = [Story(id=f"s{n}", title="") for n in range(500)]
    times = sorted(timed(lambda: propose(wanted, matches, stories)) for _ in range(9))
    print(f"slate, 20 requirements by 500 stories: {times[4]:.1f} ms (most {times[-1]:.1f})")


def measure_hostile() -> None:
    """Measure the longest questions that are read: 100,000 characters of one thing."""
    from sesbank.frameworks.loading import load_frameworks
    from sesbank.matching import Matcher

    matcher, stories = Matcher(load_frameworks(), meaning=False), bank(8)

    def asking(question: str) -> float:
        return timed(lambda: matcher.ask(question, stories, "opm-2025"))

    asking(TYPED[0])
    usual = max(map(asking, TYPED))
    times = {unit: asking(unit * (100_000 // len(unit))) for unit in HOSTILE}
    worst = max(times, key=lambda unit: times[unit])
    print(
        f"100,000 characters: at most {times[worst]:.0f} ms ({worst!r}), "
        f"{times[worst] / usual:.0f} times a usual question; bar {HOSTILE_BAR} times"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--counts", type=int, nargs="+", default=[100, 500, 1_000, 10_000])
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.one:
        measure(chosen.one)
        return
    print("CPU milliseconds; memory in MB; ratio of a warm answer to plain keyword overlap")
    print("stories  first ans  typing    most  settled    warm    match    again   memory    ratio")
    for count in chosen.counts:
        subprocess.run([sys.executable, __file__, "--one", str(count)], check=False)
    measure_slate()
    measure_hostile()


if __name__ == "__main__":
    main()
