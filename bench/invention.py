"""Sentences without meaning, of the length and the make-up of a newsroom's: what the corpus is written with."""

from __future__ import annotations

import re
from random import Random
from typing import NamedTuple

PLAIN = """the a of and to in for on with by at from as into after before over under between across against within
is are was were be has had will may can must not no its their this that these those which who where when while more less
about near each every both some many few other same new old large small first last early late local national foreign
regional public private common central northern southern eastern western joint annual weekly daily open closed""".split()

NOUNS = """agreement aircraft airline alloy arsenal auction audit auditor bakery bank barge barley battery bearing board
border brewery bridge broker budget bureau cable canal cannery capacity carrier cartel cement channel charter chemist
clinic coast coffee colony column committee concession container contract copper corridor cotton council court crane
customs dairy deadline dealer deposit depot desk dispute district dock drought duty embargo engine envoy estuary exchange
export factory farm ferry fertiliser fibre filing fishery fleet forecast foundry freight fuel furnace garage gauge
generator grain granary granite gravel grid gulf hangar harbour harvest haulier hearing highway import index inquiry
inspector insurer inventory invoice island journal junction kiln laboratory lagoon landing laundry leather ledger lender
licence lignite limestone lithium loading locomotive lorry lumber machine magnet manifest margin market marsh meadow mill
mine minister mission mortgage motor motorway network nickel notice nursery oilfield orchard ore outlet pallet paper
parcel parliament passage patent payroll permit petition pier pilot pipeline plant platform policy port pottery premium
price probe project quarry quay queue quota railway ramp ranch rebate receipt record refinery register regulator report
reserve reservoir retailer river road roof route rubber runway sanction sawmill scheme schedule scrap seaport sector
sensor shaft shelf shipment shipper shipyard siding silo smelter socket soil spindle stadium station steel stock storage
strait strike subsidy summit supplier surcharge survey switch tanker tannery terminal textile timber toll track tractor
trailer trawler treaty tribunal truck tunnel turbine union vacancy valley vault vessel viaduct village vineyard voyage
wagon warehouse waterway weaver wharf wheat winery wool workshop yard yarn zinc""".split()

VERBS = "opened closed ordered shipped stored refined audited leased replaced inspected delivered insured".split()

MEASURES = (
    "tonnes of {}",
    "shipments of {}",
    "workers at the {}",
    "lorries for the {}",
    "hectares of {}",
    "litres for the {}",
)

FIRST = "Adele Bruno Carla Doris Erik Flora Georg Hilda Igor Julia Konrad Lucia Martin Nadia Oskar Paula Quentin Ruth Stefan Thea"
LAST = "Ahlberg Brandt Carver Draper Eklund Farrow Gruber Harker Iversen Jarvis Keller Lindqvist Mercer Norling Osborne Parrish Quill Ridley Sandoval Tanner"
SEATS = "Amber Birch Cedar Delta Elm Falcon Garnet Hazel Indigo Juniper"
BODIES = "Customs Bureau|Mining Company|Shipping Line|Grain Exchange|Port Authority|Steel Works|Rail Operator|Audit Office|Farm Union|Trade Council"

MONTHS = "January February March April May June July August September October November December".split()


class Named(NamedTuple):
    """An entity of the corpus."""

    id: str
    name: str
    type: str


def slug(words: str) -> str:
    """Words as an id."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")


def entities() -> tuple[Named, ...]:
    """Eighty people, a hundred bodies and twenty sites."""
    first, last = FIRST.split(), LAST.split()
    people = [f"{first[n % 20]} {last[(n * 3 + n // 20) % 20]}" for n in range(80)]
    bodies = [f"{seat} {body}" for seat in SEATS.split() for body in BODIES.split("|")]
    sites = [f"Port {name}" for name in last]
    kinds = [(people, "person"), (bodies, "organisation"), (sites, "site")]
    return tuple(Named(slug(name), name, kind) for names, kind in kinds for name in names)


def words(chance: Random, least: int, most: int) -> list[str]:
    """Plain words and nouns, about half and half."""
    return [chance.choice(PLAIN if chance.random() < 0.5 else NOUNS) for _ in range(chance.randint(least, most))]


def sentence(chance: Random, least: int = 9, most: int = 22) -> str:
    """A sentence that says nothing."""
    said = " ".join(words(chance, least, most))
    return f"{said[0].upper()}{said[1:]}."


def phrase(chance: Random, least: int, most: int) -> str:
    """A few nouns, the first with a capital."""
    said = " ".join(chance.choices(NOUNS, k=chance.randint(least, most)))
    return said[0].upper() + said[1:]


def finding(chance: Random, subject: str) -> str:
    """What a source reports: a subject, a verb, and in two of three a figure with what it measures."""
    thing, place = chance.choice(NOUNS), chance.choice(NOUNS)
    verb = chance.choice(VERBS)
    match chance.randrange(3):
        case 0:
            return f"{subject} {verb} the {thing} beside the {place}"
        case 1:
            measure = chance.choice(MEASURES).format(thing)
            return f"{subject} {verb} {chance.randint(21, 9999):,} {measure} in {chance.choice(MONTHS)} 20{chance.randint(21, 25)}"
        case _:
            return f"{subject} {verb} the {place} for ${chance.randint(2, 900)} million"
