"""What the machine decides at one day: as listed, it does; the rest it refuses."""

import pytest

from tasman.facts import vocabulary
from tasman.facts.arrow import schema, to_batch
from tasman.facts.days import parse_day
from tasman.law import current_law
from tasman.law.compiled import Compiled, compiled
from tasman.rules.errors import LawError
from tasman.rules.machine import Machine

DAY = parse_day("2026-11-21")
AT = {"as_at": DAY, "law_at": DAY, "known_at": DAY, "compiled": False}


@pytest.fixture(scope="module")
def law():
    return current_law()


@pytest.fixture(scope="module")
def listed(law) -> Compiled:
    return compiled(law)


def test_each_provision_stands_in_one_list(law, listed):
    """Nothing is left out, nothing listed twice."""
    lists = [
        *listed.at_one_day, *listed.status, *listed.of_elements, *listed.not_compiled
    ]  # fmt: skip
    assert sorted(lists) == sorted(law.pinpoints)
    assert len(set(lists)) == len(lists)


def test_the_machine_decides_what_is_listed_of_persons(law, listed):
    """One program answers every provision of the first two lists."""
    empty = to_batch([{}])
    answers = Machine(law, listed.of_persons, **AT).run(empty)
    assert answers.num_rows == 1
    truths = {"migration-act-1958/501(3A)", "returning-offenders-act-2015/7"}
    assert truths <= set(answers.schema.names)


def test_the_machine_decides_what_is_listed_of_elements(law, listed):
    """One program for each record answers what is listed of it."""
    for root in sorted(set(listed.of_elements.values())):
        pins = [pin for pin, of in listed.of_elements.items() if of == root]
        record = getattr(vocabulary, root)
        batch = to_batch([{}], record)
        assert batch.schema == schema(record)
        assert Machine(law, pins, root=root, **AT).run(batch).num_rows == 1


def test_the_machine_refuses_what_is_not_listed(law, listed):
    """A provision said not to be compiled can be put to no batch."""
    assert listed.not_compiled
    for pinpoint, reason in listed.not_compiled.items():
        assert reason
        about = law.versions(pinpoint)[0].arguments or ("Person",)
        for root in about:
            with pytest.raises(LawError):
                Machine(law, [pinpoint], root=root, **AT)


def test_status_and_citizenship_stand_apart(listed):
    """What takes histories and searches is not counted with the rest."""
    assert "status/special category visa" in listed.status
    assert "australian-citizenship-act-2007/22(1)(c)" in listed.status
    for pinpoint in ("migration-act-1958/501(6)", "returning-offenders-act-2015/7"):
        assert pinpoint in listed.at_one_day


def test_only_keeps_the_lists_apart(listed):
    """What is asked for stays in its list, and nothing else does."""
    element = next(iter(listed.of_elements))
    visa = "status/special category visa"
    of = {element: listed.of_elements[element]}
    assert listed.only([visa, element]) == Compiled((), (visa,), of, {})
