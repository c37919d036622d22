"""Exact assignment: the set of pairs with the largest total, each row and column once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_BANNED = 1e6
_INFINITE = float("inf")


def assign(gains: Sequence[Mapping[int, float]]) -> list[int | None]:
    """Return for each row the column it takes, None where leaving it open is better.

    `gains` holds per row the columns it may take and what each is worth (above 0). The total
    is the largest there is; among equal totals the answer is always the same.
    """
    rows = [_best(row, len(gains)) for row in gains]
    columns = sorted({column for row in rows for column in row})
    place = {column: index for index, column in enumerate(columns)}
    width = len(columns)
    costs = []
    for number, row in enumerate(rows):
        line = [_BANNED] * (width + len(rows))
        for column, gain in row.items():
            line[place[column]] = -gain
        line[width + number] = 0.0
        costs.append(line)
    chosen = _hungarian(costs)
    return [columns[c] if c < width else None for c in chosen]


def _best(row: Mapping[int, float], count: int) -> dict[int, float]:
    """Keep the columns a row can need: the other rows take at most count - 1 better ones."""
    ranked = sorted(row.items(), key=lambda item: (-item[1], item[0]))
    return {column: gain for column, gain in ranked[:count] if gain > 0}


def _hungarian(costs: Sequence[Sequence[float]]) -> list[int]:
    """Return the column of each row at the least total cost (Kuhn and Munkres, by rows)."""
    if not costs:
        return []
    width = len(costs[0])
    row_price, column_price = [0.0] * (len(costs) + 1), [0.0] * (width + 1)
    taken_by, came_from = [0] * (width + 1), [0] * (width + 1)
    for row in range(1, len(costs) + 1):
        taken_by[0] = row
        column = 0
        slack, seen = [_INFINITE] * (width + 1), [False] * (width + 1)
        while taken_by[column]:
            seen[column] = True
            owner, step, following = taken_by[column], _INFINITE, 0
            line = costs[owner - 1]
            for other in range(1, width + 1):
                if seen[other]:
                    continue
                cost = line[other - 1] - row_price[owner] - column_price[other]
                if cost < slack[other]:
                    slack[other], came_from[other] = cost, column
                if slack[other] < step:
                    step, following = slack[other], other
            for other in range(width + 1):
                if seen[other]:
                    row_price[taken_by[other]] += step
                    column_price[other] -= step
                else:
                    slack[other] -= step
            column = following
        while column:
            taken_by[column] = taken_by[came_from[column]]
            column = came_from[column]
    chosen = [0] * len(costs)
    for column in range(1, width + 1):
        if taken_by[column]:
            chosen[taken_by[column] - 1] = column - 1
    return chosen
