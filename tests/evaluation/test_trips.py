from __future__ import annotations

import pytest

from evaluation.states import codes_of, named_states
from evaluation.trips import score_row, titled, trip_rows, visit_rows
from tests.evaluation.contract_lines import event, party, reading

TEXT = "Met with President Adams of Freedonia."
OWN = frozenset({"Reagan"})


def row(kind: str) -> dict:
    return {
        "id": "trip-1", "text": TEXT, "published": "1984-02-01", "last": "1984-02-03",
        "gold": frozenset({"FRD"}), "kind": kind,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Met with King Hassan.", True),
        ("Accompanied President Reagan.", False),
        ("Met with the Secretary of State.", False),
        ("Met with Foreign Minister von Brentano.", True),
    ],
)
def test_titled_names_are_found_but_not_the_travellers_own_president(text: str, expected: bool):
    assert titled(text, OWN) is expected


def test_score_row():
    met = event(TEXT, "CONSULT", "Met", [party(TEXT, "President Adams", "FRD")], [], when="1984-02-02")
    case = score_row(row("titled"), reading(TEXT, met))
    assert (case.right, case.dated, case.future, case.faults) == (True, True, False, ())
    wrong = event(TEXT, "CONSULT", "Met", [], [], when="1984-03")
    case = score_row(row("titled"), reading(TEXT, wrong))
    assert [fault.kind for fault in case.faults] == ["trips", "when", "future"]
    assert score_row(row(""), reading(TEXT)).right is None


@pytest.mark.shared
def test_columns_and_prose_give_codes():
    assert codes_of("Germany, Federal Republic of") == {"DEU"}
    assert codes_of("Democratic Republic of the Congo (Zaire)") == {"COD"}
    assert codes_of("U.S.S.R.") == {"SUN", "RUS"}
    assert codes_of("nowhere") == frozenset()
    named = named_states("Israeli and Egyptian talks in Côte d'Ivoire; a turkey")
    assert [min(codes) for codes in named] == ["ISR", "EGY", "CIV"]


@pytest.mark.shared
def test_rows_have_what_is_expected_of_them():
    trips, visits = trip_rows(), visit_rows()
    assert {row["kind"] for row in trips} == {"", "stated", "titled"}
    assert sum(bool(row["kind"]) for row in trips) > 1000
    assert sum(bool(row["kind"]) for row in visits) > 500
    assert all(row["gold"] for row in trips if row["kind"])
