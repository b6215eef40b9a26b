"""The Migration Regulations 1994 (Cth): one module a regulation or schedule item."""

from tasman.law.au.migration_regulations import (
    bridging_r_conditions,
    criterion_4001,
    criterion_4004,
    criterion_4013,
    criterion_5001,
    criterion_5002,
    reg_1_03,
    reg_2_41,
    reg_2_43,
    reg_2_52,
    reg_2_53,
    reg_4_10,
    reg_5_02,
    reg_5_15a,
    resident_return,
)
from tasman.law.au.migration_regulations.instrument import regulations

ACTS = (regulations,)

__all__ = [
    "ACTS",
    "bridging_r_conditions",
    "criterion_4001",
    "criterion_4004",
    "criterion_4013",
    "criterion_5001",
    "criterion_5002",
    "reg_1_03",
    "reg_2_41",
    "reg_2_43",
    "reg_2_52",
    "reg_2_53",
    "reg_4_10",
    "reg_5_02",
    "reg_5_15a",
    "resident_return",
]
