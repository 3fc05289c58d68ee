"""What a term scores on each document: an opened index, as arrays that never change."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Postings(NamedTuple):
    """The documents that have a term, by rising number, and what it scores (BM25F) on each."""

    documents: NDArray[np.int32]
    scores: NDArray[np.float32]


class Engine:
    """An index as `writer.build` made it; safe to ask from any thread.

    `surfaces` are the words as they may be typed, with the number of documents that have them.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.surfaces: Mapping[str, int] = json.loads(files["surfaces"])
        self._said: list[str] = json.loads(files["said"])
        self._documents = np.frombuffer(files["documents"], np.int32)
        self._scores = np.frombuffer(files["scores"], np.float32)
        ends = np.cumsum(np.frombuffer(files["counts"], np.int32), dtype=np.int64).tolist()
        terms: list[str] = json.loads(files["terms"])
        self._slices = {
            name: slice(start, end)
            for name, start, end in zip(terms, [0, *ends], ends, strict=False)
        }

    def __contains__(self, term: object) -> bool:
        return term in self._slices

    def __len__(self) -> int:
        return len(self._said)

    def said(self, document: int) -> str:
        return self._said[document]

    def postings(self, term: str) -> Postings:
        """The documents with that term; none has one that is not in the index."""
        found = self._slices.get(term, slice(0))
        return Postings(self._documents[found], self._scores[found])
