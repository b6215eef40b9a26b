"""Random small laws over any vocabulary, for holding one evaluator against another.

Real law alone is a weak test: it uses few of the ways in which operations can meet.
"""

import itertools
import random
from dataclasses import dataclass, field

from tasman.facts.days import day, iso
from tasman.facts.kinds import FACT, JUDGMENT, NOT_COVERED, UNSETTLED
from tasman.rules.handles import (
    NO,
    YES,
    as_at,
    choose,
    clock,
    days,
    months,
    number,
    readings,
    rolled,
    unknown,
)
from tasman.rules.law import Law
from tasman.rules.provisions import Act
from tests.rules.invented import Keeper

KINDS = (FACT, JUDGMENT, UNSETTLED, NOT_COVERED)
FIRST_YEAR, LAST_YEAR = 1999, 2025


def shut_at_weekends(on):
    """A calendar: shut on Saturdays, Sundays and a few days more."""
    return (on + 3) % 7 >= 5 or on % 91 == 0


@dataclass
class Maker:
    """Writes random provisions; every one may refer to those written before it."""

    rnd: random.Random
    root: type
    lists: float = 0.35
    """Share of the parts of a rule on the root that range over a list."""
    nested: float = 0.25
    """Share of those that range over a list inside the list."""
    written: list = field(default_factory=list)

    def __post_init__(self):
        self.act = Act(
            "Random Act", slug="random", opens="1990-01-01", sources={"R": "none"}
        )

    # ------------------------------------------------------------ what a record offers
    def fields(self, record, type_):
        """The names of a record's fields of one type."""
        return [n for n, f in record.fields().items() if f.type == type_]

    def pick(self, element, type_):
        """An expression that reads a random field of one type, if there is one."""
        names = self.fields(type(element), type_)
        return getattr(element, self.rnd.choice(names)) if names else None

    def refer(self, element, type_):
        """A reference to an earlier provision of a type on such a record, if any."""
        wanted = (type(element).__name__,)
        known = [p for p in self.written if p.type == type_ and p.arguments == wanted]
        return self.rnd.choice(known[-40:])(element) if known else None

    # ------------------------------------------------------------ values
    def date(self, element, depth=2):
        """A random date."""
        rnd, drawn = self.rnd, self.rnd.random()
        if drawn < 0.15:
            return clock(rnd.choice(("as_at", "as_at", "law_at", "known_at")))
        if drawn < 0.25 and (found := self.refer(element, "date")) is not None:
            return found
        if depth and drawn < 0.45:
            return self.date(element, depth - 1) + self.term(element, 0)
        if depth and drawn < 0.55:
            return self.date(element, depth - 1) - self.term(element, 0)
        if depth and drawn < 0.62:
            return rolled(self.date(element, depth - 1), "office")
        if depth and drawn < 0.68:
            sides = [self.date(element, depth - 1) for _ in range(2)]
            return choose(self.leaf(element, 0), *sides)
        return self.pick(element, "date")

    def term(self, element, depth=2):
        """A random length of time."""
        rnd, drawn = self.rnd, self.rnd.random()
        if drawn < 0.4 and (found := self.pick(element, "term")) is not None:
            return found
        if drawn < 0.5 and (found := self.refer(element, "term")) is not None:
            return found
        if depth and drawn < 0.6:
            sides = [self.term(element, depth - 1) for _ in range(2)]
            return choose(self.leaf(element, 0), *sides)
        if depth and drawn < 0.7:
            return self.number(element, depth - 1).as_days
        return rnd.choice((months, days))(rnd.choice((0, 1, 6, 12, 24, 28)))

    def number(self, element, depth=2):
        """A random whole number."""
        rnd, drawn = self.rnd, self.rnd.random()
        if drawn < 0.45 and (found := self.pick(element, "number")) is not None:
            return found
        if drawn < 0.55 and (found := self.refer(element, "number")) is not None:
            return found
        if depth and drawn < 0.65:
            return self.date(element, depth - 1) - self.date(element, 0)
        if depth and drawn < 0.8:
            sides = [self.number(element, depth - 1) for _ in range(2)]
            return sides[0] + sides[1] if rnd.random() < 0.5 else sides[0] - sides[1]
        if depth and drawn < 0.88:
            sides = [self.number(element, depth - 1) for _ in range(2)]
            return choose(self.leaf(element, 0), *sides)
        return number(rnd.choice((0, 1, 2, 5, 300)))

    # ------------------------------------------------------------ truths
    def leaf(self, element, depth=1):
        """A random truth that ranges over no list."""
        rnd, drawn = self.rnd, self.rnd.random()
        if drawn < 0.12 and (found := self.refer(element, "truth")) is not None:
            return found
        if drawn < 0.32 and (found := self.pick(element, "choice")) is not None:
            return found.is_(
                *rnd.sample(found.values, rnd.randint(1, len(found.values)))
            )
        if drawn < 0.52:
            return self.compared(self.date(element, depth), self.date(element, depth))
        if drawn < 0.67:
            anchor = {rnd.choice(("start", "end")): self.date(element, depth)}
            lengths = [self.term(element, depth) for _ in range(2)]
            return lengths[0].at_least(lengths[1], **(anchor if drawn < 0.62 else {}))
        if drawn < 0.74:
            return self.compared(self.number(element, depth), self.number(element, 0))
        if drawn < 0.78:
            return rnd.choice((YES, NO, unknown(rnd.choice(KINDS), "not said")))
        found = self.pick(element, "truth")
        return YES if found is None else found

    def compared(self, left, right):
        """A random comparison."""
        drawn = self.rnd.random()
        if drawn < 0.4:
            return left <= right
        return left < right if drawn < 0.8 else left == right

    def truth(self, element, parts):
        """A random truth of so many parts."""
        rnd = self.rnd
        result = self.leaf(element)
        for _ in range(parts - 1):
            over_list = type(element) is self.root and rnd.random() < self.lists
            part = self.over_list(element) if over_list else self.leaf(element)
            drawn = rnd.random()
            if drawn < 0.4:
                result = result & part
            elif drawn < 0.8:
                result = result | part
            elif drawn < 0.9:
                result = readings("differ", result, part, kind=rnd.choice(KINDS))
            else:
                result = choose(self.leaf(element), result, part)
            if rnd.random() < 0.15:
                result = ~result
        return result

    # ------------------------------------------------------------ lists
    def condition(self, person, depth, outer):
        """A random condition on an element of a list, to be called once."""

        def holds(element):
            truth = self.truth(element, self.rnd.choice((1, 1, 2)))
            if outer is not None and self.rnd.random() < 0.7:
                truth = truth & (self.date(element, 1) <= self.date(outer, 1))
            if outer is not None and self.rnd.random() < 0.3:
                truth = truth & (element.position < outer.position)
            if depth < 1 and self.rnd.random() < self.nested:
                truth = truth & self.over_list(person, depth + 1, element)
            return truth

        return holds

    def over_list(self, person, depth=0, outer=None):
        """A random truth about a list of the root."""
        rnd, drawn = self.rnd, self.rnd.random()
        name = rnd.choice(self.fields(type(person), "list"))
        every = getattr(person, name)
        holds = self.condition(person, depth, outer)
        if drawn < 0.4:
            return every.any(holds)
        some = every if rnd.random() < 0.2 else every.where(holds)
        if drawn < 0.52:
            return self.compared(some.count(), number(rnd.randint(0, 3)))
        if drawn < 0.68:
            total = some.total(lambda element: self.term(element, 1))
            wanted = self.term(person, 1)
            return total >= wanted if drawn < 0.6 else wanted >= total
        if drawn < 0.74:
            total = some.total(lambda element: self.number(element, 1))
            return self.compared(total, self.number(person, 1))
        where = person if outer is None or rnd.random() < 0.5 else outer
        if drawn < 0.86:
            default = self.date(where, 1)
            latest = some.latest(lambda element: self.date(element, 1), default)
            return self.compared(latest, self.date(person, 1))
        window = (self.date(where, 1), self.date(where, 1)) if drawn < 0.93 else None
        covered = some.covered_days(
            lambda element: self.date(element, 1),
            lambda element: self.date(element, 1),
            within=window,
        )
        return covered.as_days.at_least(self.term(person, 1), end=as_at)

    # ------------------------------------------------------------ provisions
    def provision(self, index):
        """Write one provision, in one or more versions."""
        rnd = self.rnd
        records = [
            self.root,
            *(f.of for f in self.root.fields().values() if f.type == "list"),
        ]
        record = self.root if rnd.random() < 0.7 else rnd.choice(records)
        type_ = rnd.choice(("truth",) * 7 + ("date", "term", "number"))
        dated = self.fields(record, "date") and rnd.random() < 0.25
        on = rnd.choice(self.fields(record, "date")) if dated else None
        applies_by = (lambda element: getattr(element, on)) if on else None
        made = None
        for since, until, known_since, known_until in self.rectangles(f"{index}"):
            rule = self.rule(record, type_)
            made = self.act.provision(
                f"{index}",
                since=since,
                until=until,
                known_since=known_since,
                known_until=known_until,
                applies_by=applies_by,
                sources="R",
                mark="V",
                verified_on="2026-01-01",
            )(rule)
        self.written.append(made)

    def rule(self, record, type_):
        """A rule as a function that says its random expression once."""
        threshold = months(self.rnd.choice((1, 6, 12)))

        def rule(element, *, threshold=threshold):
            """Says something at random."""
            if type_ == "truth":
                truth = self.truth(element, self.rnd.randint(1, 4))
                if self.rnd.random() < 0.3:
                    truth = truth | self.term(element, 1).at_least(threshold)
                return truth
            return {"date": self.date, "term": self.term, "number": self.number}[type_](
                element
            )

        rule.__annotations__ = {"element": record.__name__}
        return rule

    def rectangles(self, pinpoint):
        """Random rectangles in time, none overlapping, holes declared."""
        rnd = self.rnd
        cuts = rnd.choice((0, 0, 1, 1, 2, 3))
        edges = [None, *sorted(self.days(cuts)), None]
        spans = list(itertools.pairwise(edges))
        if len(spans) > 1 and rnd.random() < 0.4:
            since, until = spans.pop(rnd.randrange(len(spans)))
            if since is not None and until is not None:
                self.act.gap(pinpoint, since=since, until=until, reason="a hole")
        for since, until in spans:
            if rnd.random() < 0.15:
                seen = self.days(1)[0]
                yield since, until, None, seen
                yield since, until, seen, None
            else:
                yield since, until, None, None

    def days(self, count):
        """Different first days of months, as text."""
        rnd, found = self.rnd, set()
        while len(found) < count:
            found.add(iso(day(rnd.randint(FIRST_YEAR, LAST_YEAR), rnd.randint(1, 12))))
        return list(found)


def random_law(seed, size, root=Keeper, **shares):
    """A law of so many random provisions on a root and on elements of its lists."""
    maker = Maker(random.Random(seed), root, **shares)
    for index in range(size):
        maker.provision(index)
    return Law.load([maker.act], calendars={"office": shut_at_weekends})


def provisions_of(law, record):
    """The pinpoints of the provisions about one record alone."""
    wanted = (record.__name__,)
    return [pin for pin in law.pinpoints if law.versions(pin)[0].arguments == wanted]
