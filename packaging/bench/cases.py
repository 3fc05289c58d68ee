"""Libraries of teaching cases, made from what the pages say; the same each time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice
from random import Random

from atlas.domain.case import Case, CaseId
from atlas.domain.library import Library
from atlas.domain.page import Axis, Facet, Page, Typicality
from atlas.domain.prose import plain

_AGES = {
    "newborn": (0, 0),
    "infant": (1, 2),
    "child": (3, 11),
    "adolescent": (12, 18),
    "young-adult": (19, 39),
    "middle-age": (40, 64),
    "old-age": (65, 92),
}
_TOLD = (Axis.SITE, Axis.PATTERN, Axis.TISSUE, Axis.SETTING, Axis.DISTRIBUTION, Axis.COURSE)
_SIDES = ("left ", "right ", "")
_SIGNS = 2  # of the page in each case


def cases(library: Library, count: int) -> Iterator[Case]:
    """So many cases, as many of each page as of any other."""
    for number, page in enumerate(islice(cycle(library), count)):
        yield _case(number, page, library, Random(number))


def _case(number: int, page: Page, library: Library, chance: Random) -> Case:
    chosen = {axis: _one(page, axis, chance) for axis in (*_TOLD, Axis.AGE, Axis.SEX)}
    facets = tuple(facet for facet in chosen.values() if facet)
    words = {facet.axis: _said(facet, library) for facet in facets}
    who = _who(chosen[Axis.AGE], chosen[Axis.SEX], chance)
    site = chance.choice(_SIDES) + words.get(Axis.SITE, "unknown site")
    signs = chance.sample(page.signs, min(_SIGNS, len(page.signs)))
    seen = [words[axis] for axis in (Axis.PATTERN, Axis.DISTRIBUTION) if axis in words]
    where = f" in the {words[Axis.TISSUE]}" if Axis.TISSUE in words else ""
    plates = [plate.id for plate in page.plates if plate.source]
    return Case(
        id=CaseId(f"case-{number:06}"),
        page=page.id,
        title=f"{who}, {site}",
        history=(f"{who}; {words.get(Axis.SETTING, 'no known disease')}.",),
        findings=(
            f"{', '.join((*seen, 'mineral')).capitalize()}{where}, {site}.",
            *(plain(sign.statement.text) for sign in signs),
        ),
        facets=facets,
        plate=chance.choice(plates) if plates else None,
        seed=number,
    )


def _one(page: Page, axis: Axis, chance: Random) -> Facet | None:
    possible = [
        facet
        for facet in page.facets
        if facet.axis is axis and facet.typicality is not Typicality.NEVER
    ]
    return chance.choice(possible) if possible else None


def _said(facet: Facet, library: Library) -> str:
    return library.vocabulary.label(facet.axis, facet.term).lower()


def _who(age: Facet | None, sex: Facet | None, chance: Random) -> str:
    least, most = _AGES[age.term if age else "middle-age"]
    sexes = {"male": ("Man",), "female": ("Woman",)}.get(sex.term if sex else "", ("Man", "Woman"))
    years = chance.randint(least, most)
    if years > 17:
        return f"{chance.choice(sexes)} of {years}"
    called = {"Man": "Boy", "Woman": "Girl"}[chance.choice(sexes)]
    return f"{called} of {years}" if years else f"Newborn {called.lower()}"
