"""Six short reports of one visit, in other words, vague or contradicting: one visit, all disagreements."""

from __future__ import annotations

from typing import Any

from dragoman.chronicle import Chronicle

KING, HOST = "NOR:Harald Lund", "LAO:Somsak Keo"
SIX = (
    ("Norway Foreign Ministry", "2031-03-04",
     "Foreign Minister Harald Lund visited Vientiane on 3 and 4 March. He met his colleague Somsak Keo. "
     "The ministers signed the Mekong Hydropower Agreement."),
    ("Reuters", "2031-03-04",
     "Norway's Lund held talks with Lao minister Somsak Keo in Vientiane. They put their names to a Mekong "
     "hydropower pact."),
    ("The Luang Post", "2031-03-05", "The Norwegian envoy's visit to Laos ended on Wednesday 5 March."),
    ("Bokeo Herald", "2031-03-20", "Earlier in March Laos received a Norwegian guest on a visit."),
    ("Mekong Watch", "2031-03-06",
     "At the visit by Lund to Luang Prabang two ministers sealed a deal. The Fisheries Charter was signed."),
    ("Radio Plain", "2031-03-06", "Lund's visit never happened, an opposition member said."),
)  # fmt: skip


def _reports(make: Any) -> list[Any]:
    visit = {"mode": "visit", "actors": (KING,), "recipients": ("LAO",)}
    signing = {"type": "SUPPORT", "actors": (KING, HOST), "when": "2031-03-04"}
    told: list[tuple[list[Any], dict[str, Any]]] = [
        ([("visited", {**visit, "when": "2031-03-03/2031-03-04", "where": "Vientiane/LAO"}),
          ("met", {"actors": (KING, HOST), "when": "2031-03-03/2031-03-04"}),
          ("signed", {**signing, "when": "2031-03-03/2031-03-04"})],
         {"agreements": (("Mekong Hydropower Agreement", {"event": "signed", "standing": "signed"}),),
          "links": ((1, 0, "part_of"), (2, 0, "part_of"))}),
        ([("talks", {"actors": (KING, HOST), "when": "2031-03-04", "where": "Vientiane/LAO"}),
          ("put their names", signing)],
         {"agreements": (("Mekong hydropower pact", {"event": "put their names", "standing": "signed"}),)}),
        ([("visit", {**visit, "actors": ("NOR",), "when": "2031-03-05"})], {}),
        ([("visit", {**visit, "actors": ("NOR",), "when": "2031-03"})], {}),
        ([("visit", {**visit, "when": "2031-03-04", "where": "Luang Prabang/LAO"}),
          ("signed", signing)],
         {"agreements": (("Fisheries Charter", {"event": "signed", "standing": "signed"}),)}),
        ([("visit", {**visit, "when": "2031-03-04", "status": "denied"})], {}),
    ]  # fmt: skip
    made = []
    for (publisher, published, text), (events, more) in zip(SIX, told, strict=True):
        ids = {words: f"v{text.index(words)}" for words, _ in events}
        agreements = tuple((t, {**f, "event": ids[f["event"]]}) for t, f in more.pop("agreements", ()))
        made.append(
            make.reading(
                text, *events, publisher=publisher, published=published, agreements=agreements, **more
            )
        )
    return made


def test_six_reports_are_one_visit(memory: Chronicle, make: Any):
    for reading in _reports(make):
        memory.add_reading(reading)
    (visit,) = memory.events(mode="visit")
    assert visit.independent == 5
    assert visit.status == "occurred"
    assert {d.field for d in visit.disagreements} == {"when", "where", "status"}
    (talks,) = [e for e in memory.events(type="CONSULT") if e.mode is None]
    assert (talks.edtf, talks.independent) == ("2031-03-04", 2)
    assert (visit.place, visit.edtf) == ("Vientiane", "2031-03-03/2031-03-04")
    inside = {k.source for k in visit.links if k.kind == "part_of" and k.target == visit.id}
    signings = memory.events(type="SUPPORT")
    assert inside >= {talks.id, signings[0].id}
    titles = {a.title for a in memory.agreements()}
    assert titles == {"Mekong Hydropower Agreement", "Fisheries Charter"}
    assert len(memory.events()) == 2 + len(signings)
