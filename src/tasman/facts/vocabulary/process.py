"""What has been found and decided about the person, and by whom."""

from __future__ import annotations

from tasman.facts.fields import ChoiceField, DateField, Record, TextField, TruthField
from tasman.facts.kinds import JUDGMENT

FINDINGS = (
    "association",
    "serious_conduct",
    "not_of_good_character",
    "risk_of_crime",
    "risk_of_harassment",
    "risk_of_vilification",
    "risk_of_discord",
    "risk_of_danger",
    "security_risk",
    "interpol_risk",
    "hate_or_extremism",
    "passes_character_test",
    "national_interest",
    "public_interest",
    "another_reason",
    "presence_is_a_risk",
    "no_real_prospect_of_removal",
    "protection_obligations",
    "hate_organisation",
    "hate_conduct",
    "presence_might_be_a_risk",
    "grant_fact_false_or_ended",
    "identity_not_established",
    "incorrect_information",
    "security_cancellation_recommended",
    "contrary_to_foreign_policy",
    "prevents_own_removal",
    "serious_harm_risk",
)


class Finding(Record):
    """A finding or suspicion on a matter the law leaves to someone's judgment."""

    finding = ChoiceField(
        "What was found.",
        *FINDINGS,
        meanings={
            "association": "reasonable suspicion of membership of, or association "
            "with, people involved in criminal conduct: s 501(6)(b)",
            "serious_conduct": "reasonable suspicion under s 501(6)(ba)",
            "security_risk": "assessed by ASIO as a risk to security: s 501(6)(g)",
            "interpol_risk": "an Interpol notice in force from which risk is "
            "reasonably inferred: s 501(6)(h)",
            "hate_or_extremism": "reasonable suspicion on the ground added in 2026",
            "another_reason": "another reason to revoke: s 501CA(4)(b)(ii)",
            "presence_is_a_risk": "presence in Australia is a risk: s 116(1)(e)",
            "presence_might_be_a_risk": "presence in Australia may or might be a risk: "
            "s 116(1)(e) since 2014-12-11",
            "grant_fact_false_or_ended": "granted on a fact that has ended or never "
            "was: s 116(1)(a), (aa)",
            "identity_not_established": "the Minister is not satisfied of the holder's "
            "identity: s 116(1AA)",
            "incorrect_information": "incorrect information was given: ss 101 to 105, "
            "s 116(1AB)",
            "security_cancellation_recommended": "ASIO suspects a risk to security and "
            "recommends cancelling every visa: s 134A",
            "contrary_to_foreign_policy": "the Foreign Minister has determined that "
            "presence is contrary to foreign policy interests: reg 2.43(1)(a)",
            "prevents_own_removal": "the person's own refusal to co-operate is what "
            "prevents removal",
            "serious_harm_risk": "a substantial risk of serious harm to the "
            "community by a serious offence, without conditions",
        },
    )
    holds = TruthField("Found to be so (yes) or not so (no).", lacks=JUDGMENT)
    held_by = ChoiceField(
        "Who found it.",
        "minister",
        "delegate",
        "tribunal",
        "court",
        "asio",
        "interpol",
        "other",
    )
    made_on = DateField("Day it was made.")
    ended_on = DateField("Day it was withdrawn or overturned; `never` if it stands.")


POWERS = (
    "501(1)",
    "501(2)",
    "501(3)",
    "501(3A)",
    "501A(2)",
    "501A(3)",
    "501B(2)",
    "501BA(2)",
    "501C(4)",
    "501CA(4)",
    "109",
    "116",
    "128",
    "133A",
    "133C",
    "134B",
    "200",
    "500A",
    "32",
    "old 501",
    "other",
)


class Decision(Record):
    """One decision about the person's visa, and what became of it."""

    label = TextField("What you call it, in your own words.")
    power = ChoiceField("Under which section of the Migration Act 1958.", *POWERS)
    result = ChoiceField(
        "What was decided.",
        "cancelled",
        "refused",
        "not_cancelled",
        "not_refused",
        "revoked",
        "not_revoked",
        "deportation_ordered",
        meanings={
            "revoked": "an earlier cancellation or refusal was revoked",
            "not_revoked": "revocation was refused",
        },
    )
    made_by = ChoiceField("By whom.", "delegate", "minister", "tribunal", "court")
    made_on = DateField("Day it was made.", ask="On what day was it decided?")
    notified_on = DateField("Day the person received notice of it.")
    undone_on = DateField(
        "Day it was revoked, set aside or quashed; `never` if it stands."
    )
    undone_by = ChoiceField(
        "Who undid it.", "delegate", "minister", "tribunal", "court"
    )
    representations_on = DateField(
        "Day representations were made in answer to the invitation; `never` if none."
    )
    aggregate_relied_on = TruthField(
        "It rests on a single sentence for several offences and on nothing else."
    )
