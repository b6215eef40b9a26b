"""What is stated as definite stays so, however the missing facts turn out."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tasman.casework.citizenship import citizenship_answer
from tasman.casework.entitlements import entitlements_on
from tasman.casework.new_zealand import new_zealand
from tasman.casework.status import status_history
from tasman.facts.case import Elements
from tasman.facts.days import EARLIEST, NEVER, iso, parse_day
from tests.casework.test_status import TODAY, P, S, nz

PARENTS = ["citizen", "special_category_visa", "other_visa"]
DAYS = st.integers(parse_day("1994-09-01"), TODAY)
MORE = (
    "resides_in_australia: {home}\nresiding_since_on: 2009-02-03\n"
    "ten_year_payment_used: no\non_roll_1984_01_26: no\n"
    "protected_determination: {determined}\nresided_on_2001_02_26: {away}\n"
    "away_on_2001_02_26: {away}\npaid_on_2001_02_26: no\n"
    "ceased_to_be_immigrant_1984: {home}\nsection_20_person_1994: no\n"
    "parents: [{{role: mother, australian_status: {parent}, "
    "protected_at_birth: {home}, granted_189_on: never, new_zealand_citizen: yes, "
    "new_zealand_by_descent: no, "
    "new_zealand_indefinite: yes, new_zealand_immunity: no}}]\n"
    "ordinarily_resident_to_ten: no\nstateless: no\nvisas: []\ndecisions: []\n"
    "offences: [{{outcome: convicted, jurisdiction: nsw, found_on: 2015-05-05, "
    "quashed_on: never, pardoned_on: never, imprisonable_in_new_zealand: yes, "
    "removal_liability: yes, committed_on: 2014-01-01}}]\n"
    "sentences: [{{kind: gaol, term: {term}, imposed_on: 2015-05-05, "
    "starts_on: 2015-05-05, committed_on: 2014-01-01, cumulative: no, "
    "jurisdiction: nsw, quashed_on: never}}]\n"
    "custody: [{{place: gaol, basis: sentence, country: australia, "
    "began_on: 2015-05-05, ended_on: {released}, serious_sentence: {home}}}]\n"
    "returned_to_new_zealand_on: {back}\n"
)


@st.composite
def lives(draw):
    """A life with every fact known."""
    marks = sorted(draw(st.lists(DAYS, min_size=1, max_size=5, unique=True)))
    ends = [*(iso(day) for day in marks[1::2]), "never"]
    footing = st.sampled_from([S, S, P, "unlawful"])
    stays = "; ".join(
        f"{draw(footing)} {iso(a)} {b}" for a, b in zip(marks[::2], ends, strict=False)
    )
    yes_no = st.sampled_from(["yes", "no"])
    split = parse_day("2001-02-26")
    here = sum(day <= split for day in marks) % 2 == 1
    away = marks[0] < split and not here and split not in marks and draw(st.booleans())
    more = MORE.format(
        away="yes" if away else "no",
        home=draw(yes_no),
        determined=draw(yes_no),
        parent=draw(
            st.sampled_from(["citizen", "special_category_visa", "other_visa"])
        ),
        term=draw(st.sampled_from(["6m", "12m", "14m", "3y"])),
        released=draw(st.sampled_from(["2015-11-05", "2019-02-02"])),
        back=draw(st.sampled_from(["2019-06-06", "2020-06-06", "never"])),
    )
    born = iso(draw(st.integers(parse_day("1975-01-01"), parse_day("1994-08-31"))))
    where = draw(st.sampled_from(["new_zealand", "australia", "united_kingdom"]))
    return nz(stays, more, born, where)


@st.composite
def forgotten(draw, known):
    """The same life with some facts left out, vague or open."""
    partial = {}
    for name, value in known.items():
        how = draw(st.sampled_from(["keep", "keep", "keep", "drop", "loosen"]))
        if how == "drop" or (how == "loosen" and isinstance(value, int)):
            continue
        if how == "loosen" and isinstance(value, Elements):
            kept = draw(st.integers(0, len(value.items)))
            value = Elements(value.items[:kept], {})
        elif how == "loosen" and value not in ((NEVER, NEVER), (EARLIEST, EARLIEST)):
            value = (value[0] - draw(st.integers(0, 400)), value[1] + 30)
        partial[name] = value
    return partial


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_status_and_entitlements_hold(data):
    """The status of a day is the true one or, while unknown, holds it."""
    known = data.draw(lives())
    partial = data.draw(forgotten(known))
    day = data.draw(st.integers(parse_day("1996-01-01"), TODAY))
    true = status_history(known, as_at=TODAY).on(day)
    told = entitlements_on(partial, as_at=day, known_at=TODAY)
    assert true.code in (told.possible or (told.status,))
    full = entitlements_on(known, as_at=day, known_at=TODAY)
    truth = {each.name: each.truth for each in full.each}
    for each in told.each:
        assert each.truth in (1, truth[each.name]), each.name


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_the_first_day_to_apply_is_enclosed(data):
    """The days at best and at worst hold the true first day between them."""
    known = data.draw(lives())
    partial = data.draw(forgotten(known))
    true = citizenship_answer(known, as_at=TODAY)
    told = citizenship_answer(partial, as_at=TODAY)
    assert told.apply_from[0] <= true.apply_from[0]
    assert true.apply_from[1] <= told.apply_from[1]
    assert told.is_citizen in (1, true.is_citizen)
    assert told.by_birth in (1, true.by_birth)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_new_zealands_side_holds(data):
    """Whatever New Zealand's side states, the missing facts cannot undo."""
    known = data.draw(lives())
    partial = data.draw(forgotten(known))
    partial["returned_to_new_zealand_on"] = known["returned_to_new_zealand_on"]
    true, told = (new_zealand(facts, as_at=TODAY) for facts in (known, partial))
    for each in told.findings:
        assert each.truth in (1, true[each.name].truth), each.name
    for mirror, real in zip(told.mirror, true.mirror, strict=True):
        assert mirror.truth in (1, real.truth), mirror.regime
