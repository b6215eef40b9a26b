"""The Acts behind status, citizenship and entitlements, every section loaded."""

from __future__ import annotations

from tasman.law.au.citizenship_act import s05, s12, s22, s24, s46
from tasman.law.au.citizenship_act.act import citizenship
from tasman.law.au.status import status
from tasman.law.au.status_protected import social_security

ACTS = (status, social_security, citizenship)
SECTIONS = (s05, s12, s22, s24, s46)
