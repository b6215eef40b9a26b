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
    significant = TruthField(
        "For a finding of risk: the risk is significant (the test to 2014-12-10).",
        lacks=JUDGMENT,
    )
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


PLACES = ("act", "nsw", "vic", "qld", "wa", "sa", "tas", "nt", "overseas")
NOTICES = (
    "intention",
    "mandatory_cancellation",
    "cancellation_without_notice",
    "decision",
    "other_cancellation",
    "review_application",
    "hearing",
    "tribunal_decision",
    "judgment",
    "visa_application_information",
)
NOTICE_DEFECTS = (
    "none",
    "period_not_stated",
    "says_received",
    "place_not_stated",
    "no_legal_capacity",
    "wrong_recipient",
    "other_error",
)


class Notice(Record):
    """One document that starts a time limit, and what was done in answer to it."""

    label = TextField("What you call it, in your own words.")
    what = ChoiceField(
        "What it was.",
        *NOTICES,
        ask="What kind of notice was it?",
        meanings={
            "intention": "notice of intention to cancel or refuse, with an invitation "
            "to reply",
            "mandatory_cancellation": "notice under s 501CA(3) with its particulars "
            "and invitation",
            "cancellation_without_notice": "notice under s 501C(3) of a decision under "
            "s 501(3) or 501A(3)",
            "decision": "notice of any other decision on character grounds (s 501G)",
            "other_cancellation": "notice of a cancellation on another ground, such as "
            "s 116",
            "review_application": "the Tribunal's word to the Minister that review was "
            "applied for",
            "hearing": "notice of a Tribunal hearing",
            "judgment": "a court's judgment",
            "visa_application_information": "what a detainee is told under s 194",
        },
    )
    power = ChoiceField("Section under which the decision was made.", *POWERS)
    made_by = ChoiceField(
        "Whose decision it was.", "delegate", "minister", "tribunal", "court"
    )
    dated_on = DateField(
        "Date on the document; of a decision, judgment or Tribunal decision, its date.",
        ask="What date is on the document?",
    )
    method = ChoiceField(
        "How it was given.",
        "hand",
        "hand_to_another",
        "post",
        "post_overseas",
        "email",
        "fax",
        ask="How was it given: by hand, by post, by email?",
        meanings={
            "hand_to_another": "to someone of 16 or more at the last known address",
            "post": "posted in Australia to an address in Australia",
            "post_overseas": "posted to or from a place overseas",
            "email": "email or other electronic means",
        },
    )
    given_on = DateField(
        "Day it was handed over, posted or sent; in parts, the day of the last part.",
        ask="On what day was it handed over, posted or sent?",
    )
    received_on = DateField(
        "Day it in fact reached the person.", ask="On what day did it arrive?"
    )
    place = ChoiceField(
        "State or Territory of the address, or where the person was.",
        *PLACES,
        ask="In which State or Territory was the person then?",
    )
    sent_from = ChoiceField("State or Territory it was posted from.", *PLACES)
    registry = ChoiceField(
        "State or Territory of the registry or office that takes the answer.", *PLACES
    )
    in_immigration_detention = TruthField("Given in immigration detention.")
    given_to = ChoiceField(
        "To whom it was given.",
        "person",
        "carer",
        "authorised_recipient",
        "other",
        meanings={
            "carer": "for a child: a carer of 18 or more",
            "authorised_recipient": "someone the person had named in writing to be "
            "given documents in this matter, such as a lawyer or agent: s 494D",
        },
    )
    recipient_named = TruthField(
        "The person had named, in writing, someone else to be given documents in this "
        "matter: s 494D."
    )
    defect = ChoiceField(
        "What is wrong with it.",
        *NOTICE_DEFECTS,
        meanings={
            "period_not_stated": "it does not fix the period, or gets it wrong",
            "says_received": "it says an answer must be received in time, where "
            "sending it off is enough",
            "place_not_stated": "it does not say where to apply for review",
            "no_legal_capacity": "the person lacked the legal capacity to deal with it",
            "wrong_recipient": "it went to someone not authorised for the matter",
        },
    )
    prejudice = TruthField(
        "The error caused substantial prejudice: s 494E.", lacks=JUDGMENT
    )
    answered_on = DateField(
        "Day the answer was sent off or lodged; `never` if there was none.",
        ask="Has it been answered, and on what day was the answer sent or lodged?",
    )
    answer_received_on = DateField("Day the answer reached the office it was sent to.")
    court_application_on = DateField(
        "Day a court was asked to review the decision; `never` if none was."
    )
    hearing_on = DateField("For a hearing: its day, or the day it resumes.")
    closed_on = DateField("Day the matter it began was over and done with.")
