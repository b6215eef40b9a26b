"""What the Directions weigh: every topic, its heads first."""

from __future__ import annotations

from tasman.law.au.directions.topic import (
    EITHER_WAY,
    FAMILY_STATEMENTS,
    PROGRAMS,
    REMOVAL_OR_NEUTRAL,
    RISK_REPORT,
    SENTENCING,
    STATUS,
    STAYING_OR_NEUTRAL,
    Topic,
)
from tasman.law.au.directions.topics_conduct import CONDUCT
from tasman.law.au.directions.topics_people import PEOPLE

TOPICS: dict[str, Topic] = {
    # ------------------------------------------------------------- the main heads
    "protection": Topic(
        "Protection of the community",
        "How serious the conduct was, and the risk of more.",
        REMOVAL_OR_NEUTRAL,
        (SENTENCING, RISK_REPORT, PROGRAMS),
    ),
    "family_violence": Topic(
        "Family violence committed",
        "Whether the conduct was family violence.",
        REMOVAL_OR_NEUTRAL,
        (
            "The answer to each report of family violence, point by point",
            "Completion of a behaviour change program; acceptance of responsibility",
        ),
    ),
    "ties": Topic(
        "Strength, nature and duration of ties to Australia",
        "Family, friends, work and years in Australia.",
        STAYING_OR_NEUTRAL,
        (
            FAMILY_STATEMENTS,
            "Letters from friends, employers, teachers and community groups",
        ),
    ),
    "children": Topic(
        "Best interests of minor children",
        "What is best for each child under 18 whom the decision touches.",
        EITHER_WAY,
        ("For each child: birth certificate, school and health reports",),
    ),
    "expectations": Topic(
        "Expectations of the Australian community",
        "A norm that the Government states; nobody's opinion is measured.",
        REMOVAL_OR_NEUTRAL,
        ("Submissions on how much weight the stated norm should carry here",),
    ),
    "international_obligations": Topic(
        "International obligations",
        "The rights of children, and not returning people to harm.",
        STAYING_OR_NEUTRAL,
        ("Evidence on each child, and on any harm feared abroad",),
    ),
    "non_refoulement": Topic(
        "Non-refoulement: not returning people to harm",
        "Whether the person is owed protection or fears harm on return.",
        STAYING_OR_NEUTRAL,
        (
            "Any protection finding; a statement of what is feared and why",
            "Country information on the harm feared",
        ),
    ),
    "legal_consequences": Topic(
        "Legal consequences of the decision",
        "Detention, removal, bars on coming back.",
        STAYING_OR_NEUTRAL,
        ("Submissions on detention, removal and bars that would follow",),
    ),
    "impediments": Topic(
        "Extent of impediments if removed",
        "How hard it would be to settle and live in the other country.",
        STAYING_OR_NEUTRAL,
        ("Medical reports", "Evidence of who and what awaits in the other country"),
    ),
    "family": Topic(
        "Effect on immediate family in Australia",
        "What the decision would do to close family who may stay.",
        STAYING_OR_NEUTRAL,
        (FAMILY_STATEMENTS, STATUS),
    ),
    "victims": Topic(
        "Victims",
        "What is known, and was disclosed, of the effect on victims.",
        EITHER_WAY,
        ("Victim impact statements, and any word from victims, as disclosed",),
    ),
    "business": Topic(
        "Australian business interests",
        "Whether a major project or important service would suffer.",
        STAYING_OR_NEUTRAL,
        ("An employer's letter on the project and why the person is needed",),
    ),
    "minor_on_arrival": Topic(
        "A minor when they began living in Australia",
        "Came to live in Australia before turning 18.",
        STAYING_OR_NEUTRAL,
        ("Movement records and school records from the first years",),
    ),
    "residence_before_offending": Topic(
        "Length of residence before the offending",
        "How long Australia was home before the offending began.",
        STAYING_OR_NEUTRAL,
        ("Movement records; the date of the first offence",),
    ),
    **CONDUCT,
    **PEOPLE,
}
"""Every topic by its name."""
