"""Facts that follow from others: presence on the days that statutes name.

Nothing given in a file is ever replaced. What follows is stated only as far as it
certainly follows; an incomplete list of stays leaves room for more. Thresholds are
those of the law asked; only days that stand in a fact's own name, and the two years
before 2001-02-26 that its description names, are written here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tasman.facts.case import NO, YES, Elements, Facts
from tasman.facts.choices import mask_of, words_of
from tasman.facts.days import EARLIEST, NEVER, UNKNOWN_DATE, DateRange, parse_day
from tasman.facts.vocabulary import Citizenship, Custody, Decision, Stay
from tasman.rules.calendar import add_months, covered
from tasman.rules.evaluate import Element, Evaluation
from tasman.rules.law import Law

SCV_DAY = parse_day("2001-02-26")
SCV_WINDOW = (parse_day("1999-02-26"), SCV_DAY)
ABSORBED_DAY = parse_day("1984-04-02")
TOO_YOUNG_TO_MARRY = 12 * 16
"""Months of age before which nobody has a spouse or de facto partner: our inference,
which no provision states."""
AT_HOME_SINCE_BIRTH = "australian-citizenship-act-2007/12(1)(b)"
SERIOUS_SENTENCE = "australian-citizenship-act-2007/3 serious prison sentence"


def footing_mask(*words: str) -> int:
    """Return the mask of these footings."""
    return mask_of(Stay, "footing", *words)


SCV = footing_mask("special_category_visa", "exempt_non_citizen")
UNLAWFUL = footing_mask("unlawful")
PERMANENT = footing_mask("permanent")
ANY_FOOTING = footing_mask(*words_of(Stay, "footing"))


class Movements:
    """The stays of a case as day ranges, in order of arrival."""

    def __init__(self, facts: Facts) -> None:
        stays = facts.get("stays")
        self.complete = stays is not None and stays.rest is None
        items = () if stays is None else stays.items
        self.stays = sorted(items, key=lambda stay: _date(stay, "arrived_on"))
        self.exact = all(
            low == high
            for stay in self.stays
            for low, high in (_date(stay, "arrived_on"), _date(stay, "departed_on"))
        )

    def entries(self) -> list[DateRange]:
        """Return the arrivals from abroad: not changes of footing while here."""
        left = {_date(stay, "departed_on") for stay in self.stays}
        found = [_date(stay, "arrived_on") for stay in self.stays]
        return [day for day in found if day not in left or day[0] != day[1]]

    def held_on(self, day: int, footings: int) -> int | None:
        """Say whether a stay on one of the footings covers a day; None if unknown."""
        possible = not self.complete
        for stay in self.stays:
            arrived, departed = _date(stay, "arrived_on"), _date(stay, "departed_on")
            footing = stay.get("footing", ANY_FOOTING)
            if not footing & footings or arrived[0] > day or departed[1] < day:
                continue
            if arrived[1] <= day <= departed[0] and not footing & ~footings:
                return YES
            possible = True
        return None if possible else NO

    def days_within(self, start: int, until: int) -> DateRange:
        """Return the fewest and most days here from `start` to before `until`."""
        core, hull = [], []
        for stay in self.stays:
            arrived, departed = _date(stay, "arrived_on"), _date(stay, "departed_on")
            core.append((max(arrived[1], start), min(departed[0] + 1, until)))
            hull.append((max(arrived[0], start), min(departed[1] + 1, until)))
        most = covered([s for s in hull if s[0] < s[1]])
        least = covered([s for s in core if s[0] < s[1]])
        return (least, most if self.complete else until - start)

    def left_after(self, day: int) -> int | None:
        """Return the day of first leaving after a day in Australia.

        `EARLIEST` if not here that day, None if that is unknown.
        """
        here = self.held_on(day, ANY_FOOTING)
        if here is None or (here == YES and not self.exact):
            return None
        if here == NO:
            return EARLIEST
        until = day
        for stay in self.stays:
            arrived, departed = stay["arrived_on"][0], stay["departed_on"][0]
            if arrived <= until < departed:
                until = departed
        return until


def with_derived(facts: Facts, law: Law, *, as_at: int, known_at: int) -> Facts:
    """Return the facts, and what follows from the stays where the file is silent.

    The law, on the as-at day, says how long is long enough where a fact turns on it.
    """
    facts = with_cancellations(facts)
    movements = Movements(facts)
    found: dict[str, Any] = {}
    found["scv_on_2001_02_26"] = movements.held_on(SCV_DAY, SCV)
    if "stays" in facts:
        found["days_here_to_2001_02_26"] = movements.days_within(*SCV_WINDOW)
        found.update(_arrivals(facts, movements))
    found.update(_around_2001(facts, movements))
    found["permanent_visa_followed_scv"] = _followed(movements)
    found["ordinarily_resident_to_ten"] = _home_since_birth(
        facts, movements, at_home_until(facts, law)
    )
    found["formerly_australian_citizen"] = _once_citizen(facts)
    found["dependent_child_on_arrival"] = _child_on_arrival(facts, found)
    derived = {k: v for k, v in found.items() if v is not None and k not in facts}
    if "custody" in facts:
        put = Evaluation(law, {}, as_at=as_at, law_at=as_at, known_at=known_at)
        derived["custody"] = _serious_custody(facts, put)
    return {**facts, **derived}


def facts_on(facts: Facts, law: Law, *, as_at: int, known_at: int) -> Facts:
    """Return the facts with what follows from them, as they stand on the as-at day."""
    known = with_derived(facts, law, as_at=as_at, known_at=known_at)
    if "away_since_1984_04_02" in known:
        return known
    until = unbroken_since_1984(known, Movements(known))
    if until is None:
        return known
    return {**known, "away_since_1984_04_02": YES if as_at > until else NO}


def unbroken_since_1984(facts: Facts, movements: Movements) -> int | None:
    """Return the last day here, unbroken, since 1984-04-02; None if unknown."""
    born: int = facts.get("born_on", UNKNOWN_DATE)[0]
    return EARLIEST if born > ABSORBED_DAY else movements.left_after(ABSORBED_DAY)


def with_cancellations(facts: Facts) -> Facts:
    """Return the facts with each stay ended by a visa cancellation that stands.

    One since undone is taken never to have been made (s 501CA(5)), and ends nothing.
    """
    cancelled = [
        made
        for decision in facts.get("decisions", Elements()).items
        if (made := _standing_cancellation(decision)) is not None
    ]
    stays = facts.get("stays")
    if not cancelled or stays is None:
        return facts
    ends = SCV | footing_mask("permanent", "temporary")
    items: list[Facts] = []
    for stay in stays.items:
        cut = [
            day
            for day in cancelled
            if _date(stay, "arrived_on")[1] <= day < _date(stay, "departed_on")[0]
            and not stay.get("footing", ANY_FOOTING) & ~ends
        ]
        if cut:
            day = (min(cut), min(cut))
            items.append({**stay, "departed_on": day})
            items.append({**stay, "arrived_on": day, "footing": UNLAWFUL})
        else:
            items.append(stay)
    return {**facts, "stays": Elements(tuple(items), stays.rest)}


def _standing_cancellation(decision: Facts) -> int | None:
    wanted = mask_of(Decision, "result", "cancelled")
    made = _date(decision, "made_on")
    stands = _date(decision, "undone_on")[0] >= NEVER
    if decision.get("result") == wanted and stands and made[0] == made[1]:
        return made[0]
    return None


def _arrivals(facts: Facts, movements: Movements) -> Mapping[str, Any]:
    """First lawful day, first return after 2001-02-26, and since when living here."""
    lawful = [
        _date(stay, "arrived_on")
        for stay in movements.stays
        if not stay.get("footing", ANY_FOOTING) & UNLAWFUL
    ]
    found: dict[str, Any] = {}
    if lawful:
        first = min(day[1] for day in lawful)
        low = min(_date(stay, "arrived_on")[0] for stay in movements.stays)
        found["first_lawful_presence_on"] = _range(low, first, movements.complete)
    elif movements.complete:
        found["first_lawful_presence_on"] = (NEVER, NEVER)
    later = [day for day in movements.entries() if day[1] > SCV_DAY]
    sure = [day[1] for day in later if day[0] > SCV_DAY]
    low = min((max(day[0], SCV_DAY + 1) for day in later), default=NEVER)
    found["returned_after_2001_02_26_on"] = _range(
        low, min(sure, default=NEVER), movements.complete, SCV_DAY + 1
    )
    entered = [day for day in movements.entries() if day[1] >= SCV_DAY]
    low = min((max(day[0], SCV_DAY) for day in entered), default=NEVER)
    found["residence_after_2001_began_on"] = _range(
        low, NEVER, movements.complete, SCV_DAY
    )
    found.update(_residence(movements))
    return found


def _around_2001(facts: Facts, movements: Movements) -> Mapping[str, Any]:
    """Say what no one could have been on 2001-02-26 who was here, or never had been."""
    born = facts.get("born_on", UNKNOWN_DATE)[0]
    before = [s for s in movements.stays if _date(s, "arrived_on")[0] <= SCV_DAY]
    never_here = movements.complete and not before
    if born > SCV_DAY or never_here:
        return dict.fromkeys(("resided_on_2001_02_26", "away_on_2001_02_26"), NO)
    if movements.held_on(SCV_DAY, ANY_FOOTING) == YES:
        return {"away_on_2001_02_26": NO}
    return {}


def _residence(movements: Movements) -> Mapping[str, Any]:
    """Since when a person who certainly lives here now has done so, at the widest."""
    if not movements.stays:
        return {}
    stays = movements.stays
    first = _date(stays[0], "arrived_on")
    found: dict[str, Any] = {}
    homes = [s for s in stays if s.get("ordinarily_resident") == YES]
    if homes:
        high = _date(homes[0], "arrived_on")[1]
        found["first_resided_on"] = _range(first[0], high, movements.complete)
    last = stays[-1]
    if (
        last.get("ordinarily_resident") == YES
        and _date(last, "departed_on")[0] >= NEVER
    ):
        start = _date(last, "arrived_on")
        for stay in reversed(stays[:-1]):
            if _date(stay, "departed_on") != start or stay not in homes:
                break
            start = _date(stay, "arrived_on")
        found["resides_in_australia"] = YES
        found["residing_since_on"] = _range(first[0], start[1], movements.complete)
    return found


def _followed(movements: Movements) -> int | None:
    """Whether a permanent stay began on the very day a special category one ended."""
    ended = {
        _date(stay, "departed_on")
        for stay in movements.stays
        if not stay.get("footing", ANY_FOOTING) & ~SCV
    }
    permanent = [
        _date(stay, "arrived_on")
        for stay in movements.stays
        if not stay.get("footing", ANY_FOOTING) & ~PERMANENT
    ]
    if any(day in ended and day[0] == day[1] for day in permanent):
        return YES
    may_be = any(
        stay.get("footing", ANY_FOOTING) & PERMANENT for stay in movements.stays
    )
    return None if may_be or not movements.complete else NO


def at_home_until(facts: Facts, law: Law) -> DateRange | None:
    """Return the birthday to which a home here makes a citizen (s 12(1)(b)).

    None where the birth is not known, or no such rule stands for it.
    """
    born: DateRange | None = facts.get("born_on")
    if born is None or AT_HOME_SINCE_BIRTH not in law.pinpoints:
        return None
    rules = [
        version
        for version in law.versions(AT_HOME_SINCE_BIRTH)
        if version.since <= born[0] and born[1] < version.until
    ]
    values = [dict(version.parameters).get("throughout") for version in rules]
    if not values or values[0] is None or any(v is not values[0] for v in values):
        return None
    months, days = values[0].attrs
    return (add_months(born[0], months) + days, add_months(born[1], months) + days)


def _home_since_birth(
    facts: Facts, movements: Movements, birthday: DateRange | None
) -> int | None:
    """Whether home was here from birth throughout, to the birthday that counts."""
    born = facts.get("born_on", UNKNOWN_DATE)
    if birthday is None or born[0] != born[1] or not movements.exact:
        return None
    until = born[0]
    for stay in movements.stays:
        home = stay.get("ordinarily_resident") == YES
        if home and stay["arrived_on"][0] <= until:
            until = max(until, stay["departed_on"][0])
    if until >= birthday[0]:
        return YES
    days = movements.days_within(born[0], birthday[0])
    return NO if movements.complete and days[1] == 0 else None


def _child_on_arrival(facts: Facts, found: Mapping[str, Any]) -> int | None:
    """Whether too young, on coming to live here, for a spouse or de facto partner."""
    first = facts.get("first_resided_on", found.get("first_resided_on", UNKNOWN_DATE))
    born = facts.get("born_on", UNKNOWN_DATE)
    return YES if first[1] < add_months(born[0], TOO_YOUNG_TO_MARRY) else None


def _serious_custody(facts: Facts, put: Evaluation) -> Elements:
    """Return the custody, each spell marked serious or not where that is certain.

    Nothing is marked by a law that does not say, that day, which sentences are serious.
    """
    sentences = facts.get("sentences")
    custody: Elements = facts["custody"]
    if sentences is None or sentences.rest is not None or not _says_serious(put):
        return custody
    serious = {_is_serious(each, i, put) for i, each in enumerate(sentences.items)}
    if len(serious) > 1 or None in serious:
        return custody
    answer = YES if serious == {True} else NO
    serving = mask_of(Custody, "basis", "sentence")
    items = tuple(
        {"serious_sentence": answer if spell.get("basis") == serving else NO, **spell}
        if "basis" in spell
        else spell
        for spell in custody.items
    )
    return Elements(items, custody.rest)


def _says_serious(put: Evaluation) -> bool:
    law_at, known_at = put.clocks["law_at"], put.clocks["known_at"]
    says = SERIOUS_SENTENCE in put.law.pinpoints
    return says and put.law.in_force(SERIOUS_SENTENCE, law_at, known_at) is not None


def _is_serious(sentence: Facts, i: int, put: Evaluation) -> bool | None:
    """Whether a sentence is a serious one by its provision; None if that is open."""
    place = f"sentences[{i}]:serious."
    truth = put.provision(SERIOUS_SENTENCE, Element("Sentence", sentence, place))
    return {YES: True, NO: False}.get(truth[0])


def _once_citizen(facts: Facts) -> int | None:
    """Whether an Australian citizenship is listed as lost; None if unknown."""
    held = facts.get("citizenships")
    if held is None:
        return None
    australian = mask_of(Citizenship, "country", "australia")
    lost = [
        _date(each, "ended_on")[0] < NEVER
        for each in held.items
        if each.get("country", australian) & australian
    ]
    if not any(lost):
        return None if held.rest is not None else NO
    certain = any(
        each.get("country") == australian and _date(each, "ended_on")[1] < NEVER
        for each in held.items
    )
    return YES if certain else None


def is_new_zealander(facts: Facts) -> int | None:
    """Say whether the person was ever a citizen of New Zealand; None if unknown."""
    held = facts.get("citizenships")
    if held is None:
        return None
    wanted = mask_of(Citizenship, "country", "new_zealand")
    if any(each.get("country") == wanted for each in held.items):
        return YES
    open_ = held.rest is not None or any("country" not in e for e in held.items)
    return None if open_ else NO


def _range(low: int, high: int, complete: bool, least: int = EARLIEST) -> DateRange:
    return (low if complete else min(low, least), high)


def _date(element: Facts, name: str) -> DateRange:
    known: DateRange = element.get(name, UNKNOWN_DATE)
    return known


def edges(facts: Facts, names: Sequence[str]) -> set[int]:
    """Return the days on which something in these lists may begin or have ended."""
    found: set[int] = set()
    for name in names:
        for element in facts.get(name, Elements()).items:
            for value in element.values():
                found |= date_edges(value)
    return found


def date_edges(value: object) -> set[int]:
    """Return the days around a date at which a comparison with it may turn."""
    if not (isinstance(value, tuple) and len(value) == 2):
        return set()
    return {value[0], value[0] + 1, value[1], value[1] + 1}
