"""By what the hits can be narrowed: a few choices, the most telling first."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from atlas.search.fields import Fields, Value, bits
from atlas.search.query import FIELDS, Choice, Facet, Filter, Query

_FIELDS, _CHOICES = 5, 4  # at most so many, that they are read at a glance
_RATHER = ("site", "modality", "pattern", "tissue", "category", "setting", "lab", "mechanism")
_FAR_DOWN = 5  # places below the first, where a page counts for half of it


def facets_of(query: Query, hits: Sequence[int], fields: Fields) -> tuple[Facet, ...]:
    """The facets of the pages found, best first; what is chosen already comes first and stays.

    Choices part what is typical of the first hits: a reader who narrows means these.
    """
    found, having = [], bits(hits)
    shares = _shares(hits, fields)
    for field in FIELDS:
        told, choices = _choices(query, field, having, shares, fields)
        if choices:
            found.append((told, Facet(field, FIELDS[field], choices)))
    found.sort(key=lambda pair: -pair[0])
    return tuple(facet for _, facet in found[:_FIELDS])


def _shares(hits: Sequence[int], fields: Fields) -> NDArray[np.float32]:
    """How much each page counts for, together 1."""
    shares = np.zeros(fields.pages_known, np.float32)
    shares[list(hits)] = _FAR_DOWN / (_FAR_DOWN + np.arange(len(hits)))
    return np.asarray(shares / max(shares.sum(), 1), np.float32)


def _choices(
    query: Query, field: str, hits: int, shares: NDArray[np.float32], fields: Fields
) -> tuple[float, tuple[Choice, ...]]:
    """How much is known once one is made, and the choices of a field."""
    mine = [wanted for wanted in query.filters if wanted.field == field]
    chosen = [_chosen(wanted, hits, fields) for wanted in mine]
    taken = {value for wanted in mine for value in fields.meant_by(wanted)}
    parts = zip(fields.values(field), (fields.typical(field) @ shares).tolist(), strict=True)
    open_to = [(value, part) for value, part in parts if value not in taken]
    offered = tuple(islice(_narrowing(open_to, hits), _CHOICES))
    rather = _RATHER.index(field) if field in _RATHER else len(_RATHER)
    told = math.inf if chosen else max((told for told, _ in offered), default=0) - 0.05 * rather
    return told, (*chosen, *(choice for _, choice in offered))


def _chosen(wanted: Filter, hits: int, fields: Fields) -> Choice:
    meant = fields.meant_by(wanted)
    label = meant[0].label if len(meant) == 1 else wanted.value
    count = (hits & bits(fields.pages(wanted))).bit_count()
    return Choice(wanted, f"not {label}" if wanted.excluded else label, count, chosen=True)


def _narrowing(values: Sequence[tuple[Value, float]], hits: int) -> Iterator[tuple[float, Choice]]:
    """Values that some hits have and others lack, each with its part, those first that tell most.

    Of two that keep the same hits the first stands for both.
    """
    kept: dict[int, tuple[float, Value]] = {}
    for value, part in values:
        kept.setdefault(value.having & hits, (_entropy(part), value))
    parting = (having for having in kept if having not in (0, hits))
    for having in sorted(parting, key=lambda having: -kept[having][0]):
        told, value = kept[having]
        yield told, Choice(value.filter, value.label, having.bit_count())


def _entropy(share: float) -> float:
    """Bits that a yes or no tells which is yes for that share."""
    if not 0 < share < 1:
        return 0.0
    return -(share * math.log2(share) + (1 - share) * math.log2(1 - share))
