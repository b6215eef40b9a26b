"""The person: everything that can be known of one case."""

from __future__ import annotations

from tasman.facts.fields import (
    ChoiceField,
    DateField,
    ListField,
    NumberField,
    Record,
    TruthField,
)
from tasman.facts.kinds import JUDGMENT
from tasman.facts.vocabulary.family import Child, Parent, Relative
from tasman.facts.vocabulary.harm import Victim, ViolenceReport
from tasman.facts.vocabulary.movement import (
    COUNTRIES,
    Citizenship,
    Stay,
    Visa,
    VisaApplication,
)
from tasman.facts.vocabulary.offending import Custody, Offence, Sentence
from tasman.facts.vocabulary.process import Decision, Finding, Notice


class Person(Record):
    """The person whom a case is about."""

    born_on = DateField("Date of birth.", ask="When was the person born?")
    born_in = ChoiceField("Country of birth.", *COUNTRIES)
    aboriginal_descent = TruthField(
        "Of Aboriginal or Torres Strait Islander descent.",
        ask="Is the person of Aboriginal or Torres Strait Islander descent?",
    )
    identifies_as_aboriginal = TruthField(
        "Identifies as an Aboriginal person or a Torres Strait Islander."
    )
    recognised_as_aboriginal = TruthField(
        "Recognised as such by elders or others with traditional authority."
    )
    in_australia = TruthField("Is in Australia on the as-at day.")
    presents_nz_passport = TruthField("Presents a New Zealand passport in force.")
    health_concern = TruthField("Is a health concern non-citizen.")
    removed_or_deported = TruthField(
        "Was ever removed or deported, from Australia or another country."
    )
    removed_on = DateField(
        "Day of the last removal from Australia under s 198, 199 or 205; `never` if "
        "not removed.",
        ask="Was the person removed from Australia, and on what day?",
    )
    commonwealth_debt = TruthField(
        "Owes the Commonwealth money, such as the cost of a removal, with no "
        "arrangement to pay it."
    )
    removed_only_after_revoked_501_3a = TruthField(
        "The only removal followed a s 501(3A) cancellation since revoked."
    )
    excluded_elsewhere = TruthField(
        "Was excluded from another country in prescribed circumstances."
    )
    excluded_without_weight = TruthField(
        "The Minister thinks that exclusion no reason to exclude from Australia.",
        lacks=JUDGMENT,
    )
    interpol_notice_on = DateField(
        "Day of an Interpol notice about the person; `never` if there is none.",
        ask="Has Interpol issued a notice about the person, and when?",
    )
    interpol_notice_ended_on = DateField(
        "Day that notice ceased to be in force; `never` if it stands."
    )
    stateless = TruthField("Has no nationality.")
    foreign_permission_on = DateField(
        "Day another country gave permission to enter and stay there; `never` if not."
    )
    warned_on = DateField(
        "Day of a formal warning, or of written notice, that offending may cost the "
        "visa; `never` if none.",
        ask="Was the person ever warned that offending could cost the visa?",
    )
    gave_false_information = TruthField(
        "Gave the Department false or misleading information."
    )
    offended_soon_after_arrival = TruthField(
        "Began offending soon after arriving; no number of years is fixed.",
        lacks=JUDGMENT,
    )
    years_contributing = NumberField(
        "Years of work, study, care or voluntary service in Australia.",
        most=120,
        unit="years",
        ask="How many years of work, study, care or voluntary service?",
    )
    has_social_links = TruthField(
        "Has friends, work, study, community or other links in Australia."
    )
    fears_harm_on_return = TruthField("Says that harm awaits in the other country.")
    language_barrier_abroad = TruthField(
        "Would meet substantial barriers of language or culture abroad."
    )
    support_abroad = TruthField(
        "Would have family, social, medical or economic support abroad."
    )
    needed_for_major_project = TruthField(
        "Removal would gravely harm a major project or important service in Australia.",
        lacks=JUDGMENT,
    )
    rehabilitation_done = TruthField(
        "Has done courses, treatment or other work on the causes of the offending."
    )
    citizenships = ListField("Citizenships.", Citizenship, happens="began_on")
    stays = ListField("Stays in Australia.", Stay, happens="arrived_on")
    visas = ListField("Australian visas.", Visa, happens="granted_on")
    applications = ListField(
        "Applications for Australian visas.", VisaApplication, happens="made_on"
    )
    offences = ListField("Offences charged or found.", Offence, happens="found_on")
    sentences = ListField("Sentences.", Sentence, happens="imposed_on")
    custody = ListField("Times in custody.", Custody, happens="began_on")
    children = ListField("Minor children affected.", Child, happens="born_on")
    relatives = ListField("Other close family.", Relative)
    parents = ListField(
        "Parents, as they were on the day of the person's birth.",
        Parent,
        ask="What was each parent's status when the person was born?",
    )
    findings = ListField(
        "Findings and suspicions.", Finding, happens="made_on", lacks=JUDGMENT
    )
    victims = ListField("Victims, so far as known.", Victim)
    violence_reports = ListField(
        "Reports of family violence, convicted or not.",
        ViolenceReport,
        happens="made_on",
    )
    decisions = ListField("Decisions about visas.", Decision, happens="made_on")
    notices = ListField(
        "Notices given, and answers to them.", Notice, happens="given_on"
    )
    asked_for_removal_on = DateField(
        "Day the person asked in writing to be removed: s 198(1); `never` if not."
    )

    # Status in Australia over time. Those that follow from the stays are worked out.
    first_lawful_presence_on = DateField("First day lawfully in Australia.")
    permanent_resident_since_on = DateField(
        "First day of the present unbroken time as a permanent resident, as the "
        "Citizenship Act counts it; `never` if not one."
    )
    away_since_1984_04_02 = TruthField(
        "Was outside Australia on 1984-04-02, or has left at any time since."
    )
    ceased_to_be_immigrant_1984 = TruthField(
        "Had been absorbed into the community, and so had ceased to be an immigrant, "
        "before 1984-04-02.",
        lacks=JUDGMENT,
    )
    section_20_person_1994 = TruthField(
        "Had entered on false papers or statements (s 20), as matters stood on "
        "1994-08-31."
    )
    resides_in_australia = TruthField(
        "Resides in Australia, as social security law has it.",
        lacks=JUDGMENT,
        ask="Does the person live in Australia, rather than visit?",
    )
    residing_since_on = DateField(
        "Day the present unbroken residence in Australia began; holidays do not count."
    )
    first_resided_on = DateField("Day of first coming to live in Australia.")
    dependent_child_on_arrival = TruthField(
        "Was then a dependent child: under 18, with no spouse or de facto partner."
    )
    scv_on_2001_02_26 = TruthField(
        "Was in Australia on 2001-02-26 and held a special category visa that day.",
        ask="Was the person in Australia on 26 February 2001?",
    )
    days_here_to_2001_02_26 = NumberField(
        "Days in Australia in the two years before 2001-02-26.", most=732, unit="days"
    )
    returned_after_2001_02_26_on = DateField(
        "Day of the first return to Australia after 2001-02-26; `never` if none."
    )
    resided_on_2001_02_26 = TruthField(
        "Resided in Australia on 2001-02-26.", lacks=JUDGMENT
    )
    away_on_2001_02_26 = TruthField("Was temporarily absent on 2001-02-26.")
    paid_on_2001_02_26 = TruthField("Received a social security payment on 2001-02-26.")
    returned_in_time_2001 = TruthField(
        "Came back by 2001-08-26, or by a later end of the portability period."
    )
    protected_certificate = TruthField(
        "Was certified under s 7(2G) within six months of the return."
    )
    protected_determination = TruthField(
        "A determination under s 7(2E) is in force, or a claim made in the window was "
        "granted on that footing."
    )
    residence_after_2001_began_on = DateField(
        "Day of first coming, or coming back, to live in Australia on or after "
        "2001-02-26; `never` if none."
    )
    formerly_australian_citizen = TruthField("Was once an Australian citizen.")
    ordinarily_resident_to_ten = TruthField(
        "Had a home in Australia throughout the ten years from birth.",
        lacks=JUDGMENT,
        ask="If born in Australia: was Australia home until the tenth birthday?",
    )
    citizenship_applied_on = DateField(
        "Day of applying for Australian citizenship by conferral; `never` if not."
    )
    citizenship_approved_on = DateField(
        "Day that application was approved; `never` if not."
    )
    citizenship_notice_on = DateField(
        "Day of notice of that approval; `never` if none was given."
    )
    citizenship_refused_notice_on = DateField(
        "Day of notice that citizenship was refused, an approval cancelled or a grant "
        "revoked; `never` if none.",
        ask="Was citizenship refused, or taken back, and when did the notice come?",
    )
    enduring_incapacity = TruthField(
        "Has a permanent or enduring incapacity, and so cannot understand what an "
        "application for citizenship is.",
        lacks=JUDGMENT,
    )
    hearing_speech_or_sight_impaired = TruthField(
        "Has permanently lost hearing, speech or sight, or has it substantially "
        "impaired."
    )
    beneficial_activity = TruthField(
        "Does an activity of benefit to Australia that is specified for s 22A of the "
        "Citizenship Act."
    )
    work_with_regular_travel = TruthField(
        "Does work that needs regular travel and is specified for s 22B of the "
        "Citizenship Act."
    )
    defence_service_days = NumberField(
        "Days served in the permanent forces, or of paid Reserve duty.",
        most=20000,
        unit="days",
    )
    medically_discharged = TruthField(
        "Was discharged from the forces as medically unfit because of that service."
    )
    passed_citizenship_test = TruthField("Passed the citizenship test.")
    understands_citizenship_application = TruthField(
        "Understood what the application for citizenship is.", lacks=JUDGMENT
    )
    close_association = TruthField(
        "Is likely to live in Australia, or to keep a close and continuing association "
        "with it, as found under the Citizenship Act.",
        lacks=JUDGMENT,
    )
    good_character_for_citizenship = TruthField(
        "The Minister is satisfied of good character under the Citizenship Act.",
        lacks=JUDGMENT,
    )
    fraud_behind_citizenship = TruthField(
        "Was convicted over false statements in the application for citizenship, or "
        "of migration fraud behind it, or others were: Citizenship Act s 34(2)."
    )
    interdependent_with_citizen = TruthField(
        "Is in an interdependent relationship with an Australian citizen.",
        lacks=JUDGMENT,
    )
    permanent_visa_followed_scv = TruthField(
        "Held a special category visa immediately before the permanent visa."
    )
    ten_year_payment_used = TruthField(
        "Has had the one payment that ten years' residence allows."
    )
    on_roll_1984_01_26 = TruthField(
        "Was a British subject on an electoral roll immediately before 1984-01-26."
    )
    resided_on_2016_02_19 = TruthField(
        "Was usually resident in Australia on 2016-02-19, and has been since."
    )
    stream_income_met = TruthField(
        "Earned the threshold in the income years that Subclass 189's New Zealand "
        "stream asked for."
    )
    stream_income_exempt = TruthField("Was exempt from that income test.")
    affected_by_declared_disaster = TruthField(
        "Was adversely affected by a disaster for which help has been declared."
    )
    taxed_in_last_three_years = TruthField(
        "Paid Australian tax for a year or more of the last three financial years."
    )
    foreign_service_in_two_years = TruthField(
        "Served in a foreign military in the last two years."
    )

    # The other side of the Tasman.
    returned_to_new_zealand_on = DateField(
        "Day of return to New Zealand after the conviction; `never` if not returned."
    )
    new_zealand_residence_from_on = DateField(
        "First day on a New Zealand residence class visa, anew after five years "
        "away; `never` if none."
    )
    new_zealand_temporary_visa = TruthField(
        "Holds a temporary entry class visa in New Zealand."
    )
    new_zealand_resident_visa_kept = TruthField(
        "Holds a permanent resident visa of New Zealand, or a resident visa that was "
        "granted there."
    )
    new_zealand_days_in_five_years = NumberField(
        "Days in New Zealand, entitled to stay indefinitely, in the last five years.",
        most=1827,
        unit="days",
    )
    new_zealand_fewest_days_in_a_year = NumberField(
        "The fewest such days in any one of those five years.", most=366, unit="days"
    )
    new_zealand_ground = ChoiceField(
        "A ground of liability in New Zealand other than crime, if one has been found.",
        "none",
        "unlawful",
        "granted_in_error",
        "false_identity",
        "sufficient_reason",
        "fraud",
        "conditions_breached",
        "new_character_information",
        "protection_cancelled",
        "security",
        meanings={
            "unlawful": "there without a visa: Immigration Act 2009 s 154",
            "granted_in_error": "s 155",
            "false_identity": "s 156",
            "sufficient_reason": "of a temporary visa holder: s 157",
            "fraud": "residence or citizenship got by fraud: s 158",
            "conditions_breached": "conditions of a resident visa: s 159",
            "new_character_information": "it bore on the grant: s 160",
            "protection_cancelled": "refugee or protected status cancelled: s 162",
            "security": "certified as a risk to security: s 163",
        },
    )
    new_zealand_liability_on = DateField(
        "Day on which liability to deportation from New Zealand arose: for crime, that "
        "of the conviction; `never` if it has not."
    )
    new_zealand_notice_on = DateField(
        "Day of the notice of that liability; `never` if none was given.",
        ask="Was a deportation liability notice given in New Zealand, and on what day?",
    )
    new_zealand_days_suspended = NumberField(
        "Days for which that liability has been suspended so far.",
        most=4000,
        unit="days",
    )
    new_zealand_appeal = ChoiceField(
        "What became of an appeal to the Tribunal there.",
        "none",
        "pending",
        "allowed",
        "suspended",
        "declined",
        meanings={"suspended": "liability suspended on conditions: s 212"},
    )
    deported_from_new_zealand_on = DateField(
        "Day of deportation from New Zealand; `never` if not."
    )
    unlawful_in_new_zealand_since_on = DateField(
        "First day of the last unlawful time in New Zealand; `never` if none."
    )
    protected_in_new_zealand = TruthField(
        "Recognised in New Zealand as a refugee or a protected person."
    )
    suspension_conditions_met = TruthField(
        "Met every condition on which deportation liability was suspended."
    )
    close_family_in_new_zealand = TruthField("Has close family in New Zealand.")
    lived_in_new_zealand_as_adult = TruthField(
        "Has lived in New Zealand since turning 18."
    )

    # What the laws of other countries leave to the decision-maker.
    socially_integrated = TruthField(
        "Socially and culturally integrated in the country deciding.", lacks=JUDGMENT
    )
    very_significant_obstacles_abroad = TruthField(
        "Would meet very significant obstacles to integration in the other country.",
        lacks=JUDGMENT,
    )
    removal_unduly_harsh = TruthField(
        "Removal would be unduly harsh on the partner or a child.", lacks=JUDGMENT
    )
    very_compelling_circumstances = TruthField(
        "There are very compelling circumstances against removal.", lacks=JUDGMENT
    )
    serious_harm_or_persistent = TruthField(
        "The offending caused serious harm, or is persistent.", lacks=JUDGMENT
    )
    serious_threat_to_public_order = TruthField(
        "Presence is a serious threat to public order.", lacks=JUDGMENT
    )
    compassionate_relief = TruthField(
        "Relief on compassionate or humanitarian grounds is warranted.",
        lacks=JUDGMENT,
    )
