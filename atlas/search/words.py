"""Words as the search compares them: two spellings of one word become one term.

A text is split into words; a word has one or two readings (an umlaut may be
written out); a reading becomes a term, by spelling, family and stem. Pages and
queries take the same way, so nothing here needs to be pretty, only to agree.
"""

from __future__ import annotations

import heapq
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

_LETTERS_AND_MARKS = r"[^\W_](?:[^\W_]|[\u0300-\u036f])*"
_ONE = rf"{_LETTERS_AND_MARKS}(?:['\u2019]{_LETTERS_AND_MARKS})*"
_HYPHENS = "-\u2010\u2011\u2013"
_WORD = re.compile(_ONE)
_CHAIN = re.compile(rf"{_ONE}(?:[{_HYPHENS}]{_ONE})*")
_NO_HYPHENS = str.maketrans(dict.fromkeys(_HYPHENS, ""))
_REMARK = re.compile(r" \([^()]*\)$")
_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "µ": "u"}
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})

_STOP_WORDS = """
a about after again ago all also am an and any are around as at be because been before being between
both but by can could did do does doing during each few for from further had has have having he
her here hers him his how i if in into is it its just may me might more most my of off
on once only or other our over own same she should so some such than that the their them then
there these they this those through to too under until very was we were what when where which
while who whom why will with within would you your
l r left right lt rt pt yo ddx dx hx vs
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


class _Rules:
    """What to put instead of what. Few words fit any rule: `fits` tells them at once."""

    def __init__(self, *pairs: tuple[str, str]) -> None:
        self._pairs = tuple((re.compile(pattern), instead) for pattern, instead in pairs)
        self.fits = re.compile("|".join(f"(?:{pattern})" for pattern, _ in pairs)).search

    def all(self, word: str) -> str:
        """The word after every rule, one on the other."""
        if self.fits(word):
            for pattern, instead in self._pairs:
                word = pattern.sub(instead, word)
        return word

    def first(self, word: str) -> str:
        """The word after the first rule that fits."""
        if self.fits(word):
            for pattern, instead in self._pairs:
                changed, times = pattern.subn(instead, word)
                if times:
                    return changed
        return word


# British to American, and Latin plurals that would be mistaken for British.
_SPELLINGS = _Rules(
    (r"(?<=.{3})ae$", "a"),
    (r"ae", "e"),
    (r"oe(?!$|s$)", "e"),
    (r"(?<=[^fh])our(?=$|s$|ed$|ing$|al$|less$|abl)", "or"),
    (r"(?<=.[bt])re(?=s?$)", "er"),
    (r"(?<=[lr])yse(?=[drs]?$)", "yze"),
    (r"is(?=(?:e|ed|es|ing|ation|ations)$)", "iz"),
    (r"sulph", "sulf"),
    (r"(?<=.)logue(?=s?$)", "log"),
    (r"(label|model|tunnel|signal|channel|travel)l(?=ed$|ing$)", r"\1"),
    (r"^grey", "gray"),
    (r"^leuco", "leuko"),
    (r"^mould", "mold"),
)

# Words of one family in this field, which a stemmer would keep apart. The first that fits.
_FAMILIES = _Rules(
    (r"(calc|oss|mineral)if(?:y|ies|ied|ying|ic|ications?|icans|icated|icating)$", r"\1if"),
    (r"^(?:calcareous|calcs?)$", "calcif"),
    (r"^(?:osseous|bony|bones)$", "bone"),
    (r"^toph(?:us|i|aceous)$", "tophus"),
    (r"^tend[io]n(?:itis|itides|osis|opathy|opathies)$", "tendinitis"),
    (r"^tend(?:ons|inous|onous)$", "tendon"),
    (r"^muscul(?:ar|ature)$", "muscle"),
    (r"^venous$", "vein"),
    (r"^(?:without|none)$", "no"),
    (r"^child(?:ren|hood)$", "child"),
    (r"^(?:raised|elevated|increased)$", "high"),
    (r"^(?:reduced|decreased|lowered)$", "low"),
    (r"^burnt$", "burn"),
    (r"(?<=^cysticerc)(?:i|osis|oid)$", "us"),
    (r"(?<=.cocc)(?:i|al|osis)$", "us"),
    (r"(?<=.)(?:oses|otic)$", "osis"),
    (r"(?<=.)(?:itides|itic)$", "itis"),
    (r"(?<=.)(?:stases|static)$", "stasis"),
    (r"(?<=.)physe(?:s|al)$", "physis"),
    (r"(?<=pleg)ics?$", "ia"),
    (r"(?<=.em)ic$", "ia"),
    (r"(?<=.path)(?:ies|ic)$", "y"),
    (r"(?<=.troph)ic$", "y"),
    (r"(?<=.lith)(?:s|ic|iasis)$", ""),
    (r"(?<=..om)(?:as|ata|atous)$", "a"),
    (r"(?<=..plas)tic$", "ia"),
    (r"(?<=.{3})i$", "us"),
)


class Word(NamedTuple):
    """A word of a text: where it stands, and how it is written there."""

    start: int
    end: int
    text: str


def folded_case(text: str) -> str:
    """Composed and without case; `ß` becomes `ss`, so lengths may change."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def split(text: str) -> Iterator[Word]:
    """The words of a text; what a hyphen joins comes in its parts."""
    for found in _WORD.finditer(text):
        yield Word(found.start(), found.end(), found.group())


def texts_of(text: str) -> list[str]:
    """The words of a text as `split` finds them, without where they stand."""
    return _WORD.findall(text)


def words_of(text: str) -> Iterator[Word]:
    """The words of a text, and each that hyphens join as one as well, where it begins."""
    yield from heapq.merge(joined(text), split(text))


def joined(text: str) -> Iterator[Word]:
    """The words that hyphens join in a text, up to four of them, each as one."""
    if not any(hyphen in text for hyphen in _HYPHENS):
        return
    for found in _CHAIN.finditer(text):
        whole = found.group().translate(_NO_HYPHENS)
        if 0 < len(found.group()) - len(whole) < 4:
            yield Word(found.start(), found.end(), whole)


@lru_cache(65536)
def readings(word: str) -> tuple[str, ...]:
    """How a word may be written without accents; none for a word of no letters or digits.

    An umlaut may be dropped or written out: `mönckeberg` reads `monckeberg` and
    `moenckeberg`.
    """
    lower = folded_case(word)
    plain = _letters(lower)
    if lower.isascii():
        return (plain,) if plain else ()
    written_out = _letters(lower.translate(_UMLAUTS))
    return tuple(dict.fromkeys(reading for reading in (plain, written_out) if reading))


def _letters(word: str) -> str:
    for ending in ("'s", "\u2019s"):
        word = word.removesuffix(ending)
    if word.isascii() and word.isalnum():
        return word
    apart = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(letter for letter in apart if letter.isalnum())


@lru_cache(65536)
def american(reading: str) -> str:
    """The American spelling of a reading; short words are left alone."""
    return reading if len(reading) < 4 else _SPELLINGS.all(reading)


@lru_cache(65536)
def term(reading: str) -> str:
    """What a reading is compared by: the same for all spellings and forms of the word."""
    from whoosh.lang import porter2

    word = american(reading)
    if len(word) < 4 or not word.isalpha() or not word.isascii():
        return word
    stem: Callable[[str], str] = porter2.stem
    return stem(_FAMILIES.first(word))


@lru_cache(65536)
def terms(word: str) -> tuple[str, ...]:
    """The terms of a word as it is written in a text, one for each reading."""
    return tuple(dict.fromkeys(term(reading) for reading in readings(word)))


@lru_cache(65536)
def surfaces(word: str) -> tuple[str, ...]:
    """What a reader may begin to type for this word, in British and American spelling."""
    found = readings(word)
    return tuple(dict.fromkeys((*found, *map(american, found))))


def term_of(word: str) -> str:
    """The one term of a word that stands in a name; nothing for a word without letters."""
    return next(iter(terms(word)), "")


@cache
def small_terms() -> frozenset[str]:
    """The terms of the small words."""
    return frozenset(map(term_of, STOP_WORDS))


@lru_cache(4096)
def key_terms(name: str) -> tuple[str, ...]:
    """The terms of a name without its small words: two names with the same are the same."""
    found = (term_of(word.text) for word in split(name))
    return tuple(term for term in found if term and term not in STOP_WORDS)


def name_key(name: str) -> str:
    """A name by its terms: two names with the same key are the same to a reader."""
    return " ".join(key_terms(name))


def without_remark(name: str) -> str:
    """A name without what stands in brackets at its end: `drill bone (deltoid)`."""
    return _REMARK.sub("", name)


def spoken(text: str) -> str:
    """The words of a text without case, parted by single spaces."""
    return " ".join(folded_case(word.text) for word in split(text))


def ways(name: str) -> set[str]:
    """How a name may be typed: without accents, umlauts written out, British and American."""
    words = [found for word in split(name) if (found := readings(word.text))]
    plain = [found[0] for found in words], [found[-1] for found in words]
    spelled = [list(map(american, way)) for way in plain]
    return {" ".join(way) for way in (*plain, *spelled) if way}
