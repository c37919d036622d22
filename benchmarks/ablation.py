"""Ablation: what each signal is worth: python benchmarks/quality.py --ablation FOLDER.

Each signal is left out in turn and the ranking measured again on the same cases. Beside the figure
stands the paired difference to all signals, with its 95 % bootstrap interval over the cases.
"""

from __future__ import annotations

from pathlib import Path

from quality import (
    LEGACY,
    interval,
    matcher_scorer,
    mean,
    ranking_scores,
    read_rows,
    read_stories,
)

from sesbank.frameworks.loading import load_frameworks
from sesbank.matching import Matcher
from sesbank.matching.evidence import Signal

WORDS_OF_ANY_KIND = (Signal.WORDS, Signal.STEMS, Signal.CONCEPTS)


def report_ablation(folder: Path, *, meaning: bool, titles: bool) -> None:
    """Print the ranking with every signal, without each, and with some alone."""
    stories = read_stories(folder / "stories.jsonl", titles=titles)
    cases = read_rows(folder / "relevance.jsonl")
    frameworks = load_frameworks()
    trials: list[tuple[str, tuple[Signal, ...]]] = [
        ("all signals", ()),
        *((f"without {signal.value}", (signal,)) for signal in Signal),
        ("competencies alone", (*WORDS_OF_ANY_KIND, Signal.MEANING)),
        ("word vectors alone", (*WORDS_OF_ANY_KIND, Signal.CUES)),
    ]
    whole: list[float] = []
    print(f"\nEach signal left out, nDCG@5 on {len(cases)} queries, and the difference it makes")
    for name, without in trials:
        matcher = Matcher(frameworks, meaning=meaning, without=without)
        if not matcher.meaning_on and (without == (Signal.MEANING,) or Signal.CUES in without[1:]):
            continue
        values = ranking_scores(cases, matcher_scorer(matcher, stories, LEGACY))
        whole = whole or values
        changes = [value - before for value, before in zip(values, whole, strict=True)]
        print(f"  {name:<32} {interval(values, mean)}  {interval(changes, mean)}")
