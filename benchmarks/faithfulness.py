"""Whether the words shown are the words that count: python benchmarks/faithfulness.py FOLDER.

For the best stories of each query in FOLDER/relevance.jsonl the words shown as evidence are
deleted, then ten times as many words at random, never ones that are shown. The evidence is
faithful where the first lowers the score more than each of the ten.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from quality import LEGACY, Row, interval, mean, read_rows, read_stories

from sesbank.domain.evidence import StoryMatch
from sesbank.domain.story import TOLD_PARTS, Story
from sesbank.domain.vacancy import Requirement, RequirementKind, Vacancy
from sesbank.frameworks.loading import load_frameworks
from sesbank.matching import Matcher

DRAWS = 10
Span = tuple[str, int, int]
"""Part, start and end."""


def offered(matcher: Matcher, case: Row, stories: Sequence[Story]) -> tuple[StoryMatch, ...]:
    """Return the stories offered for a case."""
    text, many = case["query"], len(stories)
    if case["query_type"] != "tq":
        return matcher.ask(text, stories, LEGACY, limit=many).stories
    requirement = Requirement("tq1", RequirementKind.TQ, "TQ 1", text, 0, len(text))
    vacancy = Vacancy("case", text, framework=LEGACY, requirements=(requirement,))
    return matcher.match(vacancy, stories).stories_for("tq1")


def part_text(story: Story, part: str) -> str:
    return story.title if part == "title" else story.part(part)


def word_spans(story: Story, within: Iterable[Span] | None = None) -> list[Span]:
    """Return the places of a story's words, or only of those inside some spans."""
    inside = None if within is None else list(within)
    return [
        (part, found.start(), found.end())
        for part in ("title", *TOLD_PARTS)
        for found in re.finditer(r"\w+", part_text(story, part))
        if inside is None
        or any(p == part and s < found.end() and found.start() < e for p, s, e in inside)
    ]


def without(story: Story, spans: Iterable[Span]) -> Story:
    """Return a story with some words gone, the rest where it was."""
    gone = list(spans)
    edits = {}
    for part in {part for part, _, _ in gone}:
        text = list(part_text(story, part))
        for _, start, end in (span for span in gone if span[0] == part):
            text[start:end] = " " * (end - start)
        edits[part] = "".join(text)
    return story.edit(**edits)


class Trial:
    """One story offered for one case, and what it scores when words go."""

    def __init__(self, matcher: Matcher, case: Row, stories: Sequence[Story]) -> None:
        self._matcher, self._case, self._stories = matcher, case, stories

    def score(self, story: Story) -> float:
        stories = [story if other.id == story.id else other for other in self._stories]
        found = offered(self._matcher, self._case, stories)
        return next((m.score for m in found if m.story == story.id), 0.0)

    def shown(self, match: StoryMatch) -> float:
        """Return what part of a story's words is shown."""
        story = next(s for s in self._stories if s.id == match.story)
        places = [place[1:] for reason in match.reasons for place in reason.places]
        return len(word_spans(story, places)) / len(word_spans(story))

    def drops(self, match: StoryMatch, chance: random.Random) -> tuple[float, list[float]]:
        """Return the drop without the words shown, and without as many others, ten times."""
        story = next(s for s in self._stories if s.id == match.story)
        shown = word_spans(story, [place[1:] for r in match.reasons for place in r.places])
        others = [span for span in word_spans(story) if span not in set(shown)]
        many = min(len(shown), len(others))
        drawn = [chance.sample(others, many) for _ in range(DRAWS)]
        return (
            match.score - self.score(without(story, shown)),
            [match.score - self.score(without(story, spans)) for spans in drawn],
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--stories", type=int, default=3, help="stories tried for each query")
    parser.add_argument("--show", action="store_true", help="show the cases that fail")
    parser.add_argument("--no-meaning", action="store_true", help="leave the vectors out")
    chosen = parser.parse_args()
    stories = read_stories(chosen.folder / "stories.jsonl", titles=False)
    matcher = Matcher(load_frameworks(), meaning=not chosen.no_meaning)
    chance = random.Random(7)
    first: list[float] = []
    every: list[float] = []
    kept: list[float] = []
    told: list[float] = []
    for case in read_rows(chosen.folder / "relevance.jsonl"):
        trial = Trial(matcher, case, stories)
        for rank, match in enumerate(offered(matcher, case, stories)[: chosen.stories]):
            shown, others = trial.drops(match, chance)
            won = float(shown > max(others))
            every.append(won)
            told.append(trial.shown(match))
            kept.append(1 - shown / match.score)
            if rank == 0:
                first.append(won)
            if chosen.show and not won:
                print(f"\n{case['query'][:200]}\n  {match.story} {match.score:.3f}", end=" ")
                print(f"shown -{shown:.3f}, others at most -{max(others):.3f}")
                for r in match.reasons:
                    print(f"    {r.points:.3f} {r.asked!r} <-> {r.said!r} {r.note}")
    print(f"\nDeleting the words shown lowers the score more than each of {DRAWS} random deletions")
    print(f"  best story of a query        {interval(first, mean)}  n={len(first)}")
    print(f"  best {chosen.stories} stories              {interval(every, mean)}  n={len(every)}")
    print(f"  part of the words shown      {interval(told, mean)}")
    print(f"  part of the score that stays {interval(kept, mean)}")


if __name__ == "__main__":
    main()
