"""By what the hits can be narrowed: a few choices, the most telling first."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from itertools import islice

from atlas.search.fields import Fields, Value, bits
from atlas.search.query import FIELDS, Choice, Facet, Filter, Query

_FIELDS, _CHOICES = 5, 4  # at most so many, that they are read at a glance
_RATHER = ("site", "modality", "pattern", "tissue", "category", "setting", "lab", "mechanism")


def facets_of(query: Query, hits: Collection[int], fields: Fields) -> tuple[Facet, ...]:
    """The facets of the pages found; what is chosen already comes first and stays."""
    found, having = [], bits(hits)
    for field in FIELDS:
        choices = _choices(query, field, having, fields)
        if choices:
            found.append(Facet(field, FIELDS[field], choices))
    found.sort(key=lambda facet: -_telling(facet, len(hits)))
    return tuple(found[:_FIELDS])


def _choices(query: Query, field: str, hits: int, fields: Fields) -> tuple[Choice, ...]:
    mine = [wanted for wanted in query.filters if wanted.field == field]
    chosen = [_chosen(wanted, hits, fields) for wanted in mine]
    taken = {value for wanted in mine for value in fields.meant_by(wanted)}
    open_to = [value for value in fields.values(field) if value not in taken]
    return (*chosen, *islice(_narrowing(open_to, hits), _CHOICES))


def _chosen(wanted: Filter, hits: int, fields: Fields) -> Choice:
    meant = fields.meant_by(wanted)
    label = meant[0].label if len(meant) == 1 else wanted.value
    count = (hits & bits(fields.pages(wanted))).bit_count()
    return Choice(wanted, f"not {label}" if wanted.excluded else label, count, chosen=True)


def _narrowing(values: list[Value], hits: int) -> Iterator[Choice]:
    """Values that some hits have and others lack, those first that tell most.

    Of two that keep the same hits the first stands for both.
    """
    kept: dict[int, Value] = {}
    for value in values:
        kept.setdefault(value.having & hits, value)
    whole = hits.bit_count()
    counts = {having: having.bit_count() for having in kept if having not in (0, hits)}
    for having in sorted(counts, key=lambda having: abs(2 * counts[having] - whole)):
        yield Choice(kept[having].filter, kept[having].label, counts[having])


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
