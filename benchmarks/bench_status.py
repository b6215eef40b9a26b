"""Status on every day of a life with 200 movements: aim, under 10 ms."""

import statistics
import time

from tasman.casework.status import status_history
from tasman.facts.days import iso, parse_day
from tasman.facts.loading import parse_case
from tasman.law import current_law

TODAY = parse_day("2026-11-21")
START = parse_day("1999-01-01")
ROUNDS = 50


def traveller():
    """A made-up New Zealander who came and went a hundred times."""
    stays = "\n".join(
        "  - {footing: special_category_visa, "
        f"arrived_on: {iso(START + 90 * i)}, departed_on: {iso(START + 90 * i + 60)}}}"
        for i in range(100)
    )
    return parse_case(
        "tasman_case: 1\nborn_on: 1970-05-05\nborn_in: new_zealand\n"
        "citizenships: [{country: new_zealand, began_on: 1970-05-05, "
        f"ended_on: never}}]\nstays:\n{stays}\n",
        "made up",
    ).facts


def main():
    """Print the median and the best time of one history."""
    known, law = traveller(), current_law()
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        history = status_history(known, as_at=TODAY, law=law)
        times.append(time.perf_counter() - began)
    median, best = statistics.median(times), min(times)
    print(
        f"200 movements, {len(history.spans)} spans: "
        f"median {median * 1000:.1f} ms, best {best * 1000:.1f} ms"
    )


if __name__ == "__main__":
    main()
