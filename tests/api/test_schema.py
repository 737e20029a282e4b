"""What the interface answers to anything is what its description says: schemathesis over the OpenAPI."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode, checks

from dragoman.errors import FetchError
from tests import server

NAMES = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
)
OPERATIONS = (
    "GET events", "GET facets", "GET events/{id}", "GET actors", "GET actors/{slug}", "GET relations/{a}/{b}",
    "GET people/{name}", "GET offices/{slug}/{office}", "GET places", "GET search", "GET agreements",
    "GET outlook", "GET disagreements", "GET unknowns", "GET documents", "GET decisions", "GET sources",
    "POST documents", "GET documents/{id}", "POST decisions", "GET me", "GET audit",
)  # fmt: skip


def _refused(_url: str, _metadata: Any) -> Any:
    raise FetchError("nothing is fetched in tests.")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A site that may be asked anything."""
    site = server.Site(tmp_path_factory.mktemp("schema"), fetch=_refused)
    yield site
    site.close()


@pytest.fixture(scope="module")
def operations(served: Any) -> dict[str, Any]:
    """The operations of the description by method and path."""
    address = "/api/v1/openapi.json"
    schema = schemathesis.openapi.from_asgi(address, served.app, headers={"Host": "localhost"})
    found = [result.ok() for result in schema.get_all_operations()]
    return {f"{one.method.upper()} {one.path.removeprefix('/api/v1/')}": one for one in found}


def check(
    operation: Any, headers: dict[str, str], examples: int, mode: GenerationMode = GenerationMode.POSITIVE
) -> list[int]:
    """Ask an operation anything; the statuses of its answers."""
    wanted = [checks.CHECKS.get_one(name) for name in NAMES]
    statuses: list[int] = []

    @settings(
        max_examples=examples, deadline=None, phases=[Phase.explicit, Phase.generate], derandomize=True,
        suppress_health_check=list(HealthCheck), database=None,
    )  # fmt: skip
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:
        case.headers = {**dict(case.headers or {}), "Host": "localhost", **headers}
        statuses.append(case.call_and_validate(checks=wanted, base_url="http://localhost").status_code)

    ask()
    return statuses


@pytest.mark.parametrize("name", OPERATIONS)
def test_answers_are_as_described(served: Any, operations: dict[str, Any], name: str):
    assert check(operations[name], served.token("admin"), 25)


@pytest.mark.parametrize("name", [name for name in OPERATIONS if name not in ("GET me", "GET audit")])
def test_so_are_answers_to_what_does_not_fit(served: Any, operations: dict[str, Any], name: str):
    assert check(operations[name], served.token("admin"), 15, GenerationMode.NEGATIVE)


@pytest.mark.parametrize("name", [name for name in OPERATIONS if name.startswith("POST")])
def test_nobody_in_particular_changes_nothing(served: Any, operations: dict[str, Any], name: str):
    before = served.chronicle.counts()
    assert set(check(operations[name], {}, 10)) <= {401, 422}
    assert served.chronicle.counts() == before


def test_every_operation_is_asked(operations: dict[str, Any]):
    assert set(operations) == set(OPERATIONS)


def test_the_description_is_complete(served: Any):
    found = served.client.get("/api/v1/openapi.json").json()
    assert found["openapi"].startswith("3.1")
    for path, ways in found["paths"].items():
        for way, operation in ways.items():
            assert operation["summary"] and operation["description"], path
            assert {"401", "422", "429"} <= set(operation["responses"]), (way, path)
    assert str(found).count("'example") >= 6
    assert "HTTPValidationError" not in found["components"]["schemas"]
