"""Random facts of any record, and what they may turn out to be.

`rnd` is a `random.Random` or anything with its methods. Values that sit on an edge are
drawn often: ends of months, leap days, days on which the law changes.
"""

from tasman.facts.case import NOTHING_KNOWN, Elements
from tasman.facts.days import EARLIEST, NEVER, day

FIRST_DAY, LAST_DAY = day(1998), day(2027)
EDGES = (
    day(1999, 6, 1),
    day(2011, 4, 26),
    day(2014, 12, 10),
    day(2014, 12, 11),
    day(2015, 1, 31),
    day(2016, 2, 29),
    day(2022, 12, 22),
    day(2023, 2, 17),
)
MONTHS = (0, 0, 1, 2, 3, 6, 9, 11, 12, 13, 18, 23, 24, 36, 120)
DAYS = (0, 0, 0, 1, 14, 28, 29, 30, 31, 92, 104, 181, 184, 364, 365, 366, 730, 731)


def random_day(rnd):
    """A day of the years the law is about, often one on an edge."""
    return rnd.choice(EDGES) if rnd.random() < 0.2 else rnd.randint(FIRST_DAY, LAST_DAY)


def exact_value(rnd, field):
    """A value of a field of which nothing is unknown."""
    if field.type == "truth":
        return rnd.choice((0, 2))
    if field.type == "date":
        never = rnd.random() < (0.1 if field.name in ("born_on", "made_on") else 0.3)
        on = NEVER if never else random_day(rnd)
        return (on, on)
    if field.type == "term":
        months, days = rnd.choice(MONTHS), rnd.choice(DAYS)
        return (months, months, days, days)
    if field.type == "number":
        most = min(field.most, field.least + 9) if rnd.random() < 0.8 else field.most
        value = rnd.randint(field.least, most)
        return (value, value)
    if field.type == "choice":
        return 1 << rnd.randrange(len(field.values))
    return "some words"


def _blurred(rnd, field, value):
    """What is left of an exact value when it is known only in part."""
    if field.type == "date":
        if rnd.random() < 0.2:
            return rnd.choice(((EARLIEST, value[1]), (value[0], NEVER)))
        if value[0] >= NEVER:
            return value
        back, on = (rnd.choice((0, 1, 30, 364, 2000)) for _ in range(2))
        return (value[0] - back, value[1] + on)
    if field.type == "term":
        fewest, most, least_days, most_days = value
        return (
            max(0, fewest - rnd.choice((0, 1, 3))),
            most + rnd.choice((0, 1, 12)),
            max(0, least_days - rnd.choice((0, 5))),
            most_days + rnd.choice((0, 5, 31)),
        )
    if field.type == "number":
        low = max(field.least, value[0] - rnd.choice((0, 1, 9)))
        return (low, min(field.most, value[1] + rnd.choice((0, 1, 9))))
    if field.type == "choice":
        return value | 1 << rnd.randrange(len(field.values))
    return value


def random_value(rnd, field, unknown):
    """A value of a field, partial now and then; None when nothing is known."""
    drawn = rnd.random()
    if drawn < unknown:
        return None
    value = exact_value(rnd, field)
    return _blurred(rnd, field, value) if drawn < unknown + unknown / 2 else value


def random_facts(rnd, record, unknown=0.2):
    """Facts of a record; `unknown` is the share of fields of which nothing is known."""
    facts = {}
    for name, field in record.fields().items():
        if name == "position":
            continue
        if field.type == "list":
            value = _random_list(rnd, field, unknown)
        else:
            value = random_value(rnd, field, unknown)
        if value is not None:
            facts[name] = value
    return facts


def _random_list(rnd, field, unknown):
    if rnd.random() < unknown * 0.6:
        return None
    size = rnd.choice((0, 1, 1, 2, 2, 3, 4))
    items = tuple(random_facts(rnd, field.of, unknown) for _ in range(size))
    rest = None
    if rnd.random() < unknown * 0.6:
        blank = 1.0 if rnd.random() < 0.5 else 0.7
        rest = random_facts(rnd, field.of, blank)
    return Elements(items, rest)


def exact_within(rnd, field, value):
    """An exact value that a partial one allows; `None` allows any."""
    if field.type == "truth":
        return value if value in (0, 2) else rnd.choice((0, 2))
    if field.type == "choice":
        mask = field.all_values if value is None else value
        words = [i for i in range(len(field.values)) if mask >> i & 1]
        return 1 << rnd.choice(words)
    if value is None:
        return exact_value(rnd, field)
    if field.type == "term":
        pairs = (value[:2], value[2:])
        months, days = (rnd.choice((*pair, rnd.randint(*pair))) for pair in pairs)
        return (months, months, days, days)
    if field.type in ("date", "number"):
        chosen = rnd.choice((*value, rnd.randint(*value)))
        return (chosen, chosen)
    return value


def _narrower(rnd, field, value):
    """A value at least as well known."""
    if rnd.random() < 0.4:
        return value
    exact = exact_within(rnd, field, value)
    if value is None or rnd.random() < 0.5:
        return exact
    if field.type in ("date", "number"):
        return tuple(sorted((exact[0], rnd.randint(*value))))
    if field.type == "term":
        months = sorted((exact[0], rnd.randint(*value[:2])))
        days = sorted((exact[2], rnd.randint(*value[2:])))
        return (*months, *days)
    return exact


def refined(rnd, record, facts, whole=False):
    """Facts with less unknown: `whole` leaves nothing unknown, else some of it goes."""
    better = {}
    for name, field in record.fields().items():
        if name == "position":
            continue
        value = facts.get(name)
        if field.type == "list":
            value = _refined_list(rnd, field, value, whole)
        elif whole:
            value = exact_within(rnd, field, value)
        else:
            value = _narrower(rnd, field, value)
        if value is not None:
            better[name] = value
    return better


def completed(rnd, record, facts):
    """The same facts with every unknown filled in, any way at all."""
    return refined(rnd, record, facts, whole=True)


def _refined_list(rnd, field, value, whole):
    if value is None and not whole and rnd.random() < 0.5:
        return None
    elements = NOTHING_KNOWN if value is None else value
    items = [refined(rnd, field.of, each, whole) for each in elements.items]
    rest = elements.rest
    if rest is not None:
        if whole or rnd.random() < 0.5:
            for _ in range(rnd.choice((0, 0, 1, 2, 3))):
                items.append(refined(rnd, field.of, rest, whole))
        rest = None if whole or rnd.random() < 0.5 else refined(rnd, field.of, rest)
    return Elements(tuple(items), rest)
