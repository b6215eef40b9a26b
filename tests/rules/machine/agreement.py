"""Puts the same cases to every evaluator and lists where they differ."""

import random

import numpy as np
import pyarrow as pa

from tasman.facts.arrow import CLOCKS, to_batch
from tasman.rules.evaluate import Evaluation
from tasman.rules.machine import KINDS
from tasman.rules.machine.program import result_columns
from tests.rules.random_facts import random_day, random_facts


def random_cases(seed, record, count):
    """Random facts of so many cases, some well known and some hardly at all."""
    rnd = random.Random(seed)
    return [
        random_facts(rnd, record, rnd.choice((0, 0.1, 0.3, 0.6))) for _ in range(count)
    ]


def random_clocks(seed, count):
    """A random day for each clock of each case."""
    rnd = random.Random(seed)
    return {name: [random_day(rnd) for _ in range(count)] for name in CLOCKS}


def batch_of(cases, record, clocks):
    """The cases as a batch with their clocks."""
    return to_batch(cases, record, clocks)


def values(batch, output, row):
    """One result of one row as the reference gives it: bounds, then kinds."""
    names = [output.name + suffix for suffix in result_columns(output.type)]
    return tuple(number(batch, name, row) for name in [*names, output.name + KINDS])


def number(batch, name, row):
    column = batch.column(name)
    if column.type == pa.date32():
        column = column.view(pa.int32())
    return int(np.asarray(column)[row])


def differences(law, machine, out, cases, clocks, root, rows=None):
    """Where results differ from the reference, and how many were compared."""
    found, compared = [], 0
    for row in rows if rows is not None else range(len(cases)):
        days = {name: clocks[name][row] for name in CLOCKS}
        reference = Evaluation(law, cases[row], root=root, **days)
        for output in machine.program.outputs:
            wanted = reference.provision(output.name)
            got = values(out, output, row)
            compared += 1
            if tuple(wanted) != got:
                found.append((row, output.name, wanted, got))
    return found, compared
