"""The same properties of the law as released, on random people."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasman.facts.case import UNKNOWN
from tasman.facts.days import parse_day
from tasman.facts.vocabulary import Person
from tasman.law import current_law
from tasman.rules.evaluate import Evaluation
from tasman.rules.provisions import Version
from tests.rules.profile import bounded
from tests.rules.properties import about, random_clocks, values, violations
from tests.rules.random_facts import completed, random_facts
from tests.rules.test_explain import complaints
from tests.rules.test_questions import without_questions

ROOT = Path(__file__).resolve().parents[2]
seeds = st.integers(0, 2**32)


@bounded(40)
@given(seeds)
def test_the_law_is_answered_soundly(seed: int):
    """No completion, no further fact and no oracle contradicts a definite answer."""
    assert not list(violations(current_law(), Person, random.Random(seed)))


@bounded(6)
@given(seeds)
def test_reasons_agree_with_values_and_name_enough(seed: int):
    """Found out, the facts named as missing leave none to be found."""
    assert not complaints(current_law(), Person, random.Random(seed))


@bounded(8)
@given(seeds)
def test_when_no_question_is_left_nothing_can_change(seed: int):
    """Of some of the conclusions, drawn at random."""
    assert not without_questions(current_law(), Person, random.Random(seed), most=60)


# --- An empty case ---

DATES = ("1999-06-01", "2014-12-10", "2014-12-11", "2020-01-01", "2026-11-21")
LEFT_OPEN = {
    "501(6)(a)": "1999-06-01",
    "501(6)": "1999-06-01",
    "501(2)": "1999-06-01",
    "501(7)(c)": "1999-06-01",
    "501(7)(d)": "1999-06-01",
    "501(3A)": "2014-12-11",
    "501(6)(e)": "2014-12-11",
    "501CA(4)": "2014-12-11",
}


@pytest.mark.parametrize("section", LEFT_OPEN)
def test_of_an_empty_case_the_great_conclusions_are_unknown(section: str):
    """From the day on which the provision begins; before it, it is not in force."""
    law = current_law()
    pin = law.find(section)
    for text in (*DATES, LEFT_OPEN[section]):
        on = parse_day(text)
        found = Evaluation(law, {}, as_at=on, law_at=on, known_at=parse_day(DATES[-1]))
        in_force = bool(found.selected(pin).versions)
        assert in_force == (text >= LEFT_OPEN[section])
        assert (found.provision(pin)[0] == UNKNOWN) == in_force


@bounded(6)
@given(seeds)
def test_of_an_empty_case_only_what_everyone_gets_is_definite(seed: int):
    """What is answered with no facts is answered alike for people of all sorts."""
    rnd, law = random.Random(seed), current_law()
    clocks = random_clocks(rnd)
    truths = [p for p in about(law, Person) if law.versions(p)[0].type == "truth"]
    empty = values(law, Person, {}, clocks)
    for _ in range(4):
        facts = completed(rnd, Person, random_facts(rnd, Person, 0.0))
        found = values(law, Person, facts, clocks)
        assert not [p for p in truths if empty[p][0] not in (UNKNOWN, found[p][0])]


# --- Time ---


def standing(versions: tuple[Version, ...], law_at: int, known_at: int) -> int:
    """How many versions stand on this pair of dates."""
    return sum(
        v.since <= law_at < v.until and v.known_since <= known_at < v.known_until
        for v in versions
    )


def edges(versions: tuple[Version, ...]) -> Iterator[tuple[int, int]]:
    """Each day on which something begins or ends, and the days around it."""
    days = {e + n for v in versions for e in (v.since, v.until) for n in (-1, 0, 1)}
    known = {e for v in versions for e in (v.known_since, v.known_until)}
    for law_at in days:
        for known_at in {e + n for e in known for n in (-1, 0)}:
            yield law_at, known_at


def test_every_pair_of_dates_selects_at_most_one_version():
    """And exactly one from the first day to the last, but for declared gaps."""
    law, wrong = current_law(), []
    for pin in law.pinpoints:
        versions = law.versions(pin)
        gaps = [gap for gap in law.gaps if gap.pinpoint == pin]
        first, last = min(v.since for v in versions), max(v.until for v in versions)
        begin = min(v.known_since for v in versions)
        end = max(v.known_until for v in versions)
        for law_at, known_at in edges(versions):
            inside = first <= law_at < last and begin <= known_at < end
            hole = any(gap.since <= law_at < gap.until for gap in gaps)
            count = standing(versions, law_at, known_at)
            if count > 1 or (inside and not hole and count == 0):
                wrong.append((pin, law_at, known_at, count))
    assert not wrong


def test_the_hash_of_the_law_is_the_same_in_every_process():
    """Receipts can be checked by anyone."""
    script = (
        "from tasman.law import current_law\n"
        "law = current_law()\n"
        "print(law.digest, law.text_digest)\n"
    )
    found = set()
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        found.add(run.stdout)
    assert len(found) == 1
