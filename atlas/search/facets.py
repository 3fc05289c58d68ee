"""By what the hits can be narrowed: a few choices, the most telling first."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator

from atlas.search.fields import Fields, Value
from atlas.search.query import FIELDS, Choice, Facet, Filter, Query

_FIELDS, _CHOICES = 5, 4  # at most so many, that they are read at a glance
_RATHER = ("site", "modality", "pattern", "tissue", "category", "setting", "lab", "mechanism")


def facets_of(query: Query, hits: Collection[int], fields: Fields) -> tuple[Facet, ...]:
    """The facets of the pages found; what is chosen already comes first and stays."""
    found = []
    for field in FIELDS:
        choices = _choices(query, field, frozenset(hits), fields)
        if choices:
            found.append(Facet(field, FIELDS[field], choices))
    found.sort(key=lambda facet: -_telling(facet, len(hits)))
    return tuple(found[:_FIELDS])


def _choices(query: Query, field: str, hits: frozenset[int], fields: Fields) -> tuple[Choice, ...]:
    mine = [wanted for wanted in query.filters if wanted.field == field]
    chosen = [_chosen(wanted, hits, fields) for wanted in mine]
    taken = {value for wanted in mine for value in fields.meant_by(wanted)}
    open_to = [value for value in fields.values(field) if value not in taken]
    return (*chosen, *_narrowing(open_to, hits))[: len(chosen) + _CHOICES]


def _chosen(wanted: Filter, hits: frozenset[int], fields: Fields) -> Choice:
    meant = fields.meant_by(wanted)
    label = meant[0].label if len(meant) == 1 else wanted.value
    count = len(hits.intersection(fields.pages(wanted)))
    return Choice(wanted, f"not {label}" if wanted.excluded else label, count, chosen=True)


def _narrowing(values: list[Value], hits: frozenset[int]) -> Iterator[Choice]:
    """Values that some hits have and others lack; of two that keep the same hits, the first."""
    kept = {value: hits.intersection(value.pages) for value in values}
    best = sorted(values, key=lambda value: -_entropy(len(kept[value]), len(hits)))
    seen: set[frozenset[int]] = set()
    for value in best:
        if 0 < len(kept[value]) < len(hits) and kept[value] not in seen:
            seen.add(kept[value])
            yield Choice(value.filter, value.label, len(kept[value]))


def _telling(facet: Facet, hits: int) -> float:
    """How much is known once a choice is made; of much the same, the field thought of first."""
    if facet.choices[0].chosen:
        return math.inf
    told = max(_entropy(choice.count, hits) for choice in facet.choices)
    rather = _RATHER.index(facet.field) if facet.field in _RATHER else len(_RATHER)
    return told - 0.05 * rather


def _entropy(part: int, whole: int) -> float:
    """Bits that a yes or no tells which is yes for `part` of `whole`."""
    if not 0 < part < whole:
        return 0.0
    share = part / whole
    return -(share * math.log2(share) + (1 - share) * math.log2(1 - share))
