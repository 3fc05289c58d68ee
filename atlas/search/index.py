"""The index of a library: opened from the reader's cache or built, then asked."""

from __future__ import annotations

import hashlib
import logging
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import atlas
from atlas.domain.library import Library
from atlas.domain.page import Page, SynonymKind
from atlas.domain.place import Place
from atlas.search import engine as engines
from atlas.search.engine import Document, Engine
from atlas.search.meaning import Lexicon, Wanted
from atlas.search.names import Names
from atlas.search.passages import Passage, passages_of
from atlas.search.query import Hit, Query
from atlas.search.snippet import excerpt, found_in
from atlas.search.store import Store
from atlas.search.words import STOP_WORDS, readings, surfaces, terms, words_of
