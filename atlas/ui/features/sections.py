"""A page from top to bottom: which section follows which, and what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from math import inf

from PySide6.QtGui import QColor

from atlas.domain.library import Library
from atlas.domain.overview import Row, bands_of
from atlas.domain.page import (
    Axis,
    LaboratoryRow,
    Level,
    Page,
    PageId,
    Reference,
    Statement,
    Synonym,
)
from atlas.domain.plate import Modality, Plate, StatementId
from atlas.ui.features.composer import Composer, Mark
from atlas.ui.kit.theme import region_colour

FEW_SYNONYMS = 5
_BETWEEN = "\N{NO-BREAK SPACE}· "  # no line begins with the dot
_ARROWS = {Level.LOW: "↓ low", Level.NORMAL: "normal", Level.HIGH: "↑ high"}


class PageWriter:
    """Writes one page with a composer. `plate` decides which signs carry a colour."""

    def __init__(
        self, composer: Composer, library: Library, page: Page, plate: Plate | None, *, whole: bool
    ) -> None:
        self._to = composer
        self._library = library
        self._page = page
        self._colours = colours_of(plate)
        self._shown = plate.modality if plate else None
        self._whole = whole
        self._left = self._sections()

    def write(self, letters: float = inf) -> None:
        """Every section that has something to say, in the order of the product.

        With `letters` no section is begun once there are as many; another call goes on there.
        """
        while self._left and self._to.length < letters:
            section = self._left.pop(0)
            section()

    def _sections(self) -> list[Callable[[], None]]:
        page, listed = self._page, self._list
        return [
            self._head,
            self._approach,
            self._overview,
            self._signs,
            self._look,
            self._time_course,
            self._laboratory,
            self._classification,
            self._differential,
            partial(listed, "Pitfalls", page.pitfalls),
            partial(listed, "Pearls", page.pearls),
            partial(listed, "Associations", page.associations),
            partial(listed, "Clinical picture", page.clinical),
            partial(listed, "Epidemiology", page.epidemiology),
            partial(listed, "Pathogenesis", page.pathogenesis),
            partial(listed, "What imaging changes", page.management),
            self._phrases,
            partial(listed, "The source chapter", page.chapter),
            self._corrections,
            partial(listed, "Teaching knowledge, without a source found", page.teaching),
            self._references,
        ]

    # The sections

    def _head(self) -> None:
        page = self._page
        self._to.title(page.title)
        self._synonyms([synonym for synonym in page.synonyms if synonym.shown])
        if page.must_not_miss:
            self._to.small("▲ Must not be missed", above=6, colour="danger")
        self._to.sentence(page.definition, size=14, above=10)
        self._list("Key features", page.key_features)

    def _synonyms(self, synonyms: Sequence[Synonym]) -> None:
        if not synonyms:
            return
        few = synonyms if self._whole else synonyms[:FEW_SYNONYMS]
        self._to.small(_BETWEEN.join(synonym.term for synonym in few))
        if left := len(synonyms) - len(few):
            self._to.words(_BETWEEN, "muted", 12)
            self._to.link(f"{left}\N{NO-BREAK SPACE}more", "more:synonyms", 12)

    def _approach(self) -> None:
        if self._page.approach:
            self._to.heading("Approach")
        for number, question in enumerate(self._page.approach, 1):
            self._to.subheading(f"{number}  {question.ask}")
            rows = [(self._label(a.answer), self._cells([a.means])) for a in question.answers]
            answers = [a.answer for a in question.answers]
            self._to.rows(rows, label=self._to.column(answers, least=116))

    def _overview(self) -> None:
        mark = self._library.shelfmark(self._page.id)
        bands = bands_of(self._library, mark.category) if mark.group is None else ()
        if bands:
            self._to.heading("The pages, and what sets each apart")
        for band in bands:
            self._to.subheading("See also" if band.also else band.title, above=16)
            for row in band.rows:
                self._row(row)

    def _row(self, row: Row) -> None:
        """One under the other, for there are titles too long to stand beside anything."""
        label = self._library.vocabulary.label
        apart = dict.fromkeys(label(facet.axis, facet.term) for facet in row.apart)
        names = (label(facet.axis, facet.term) for facet in row.seen)
        seen = dict.fromkeys(name for name in names if name not in apart)
        self._to.cell(Statement(f"[[{row.page}]]"), above=8)
        if apart:
            self._to.cell(Statement(_BETWEEN.join(apart)))
        if row.tested:
            tested = (label(facet.axis, facet.term) for facet in row.tested)
            self._to.cell(Statement(_BETWEEN.join(tested)))
        if seen:
            self._to.small(_BETWEEN.join(seen), above=0)

    def _signs(self) -> None:
        page = self._page
        if not page.signs:
            return
        self._to.heading("Signs")
        rows = []
        for modality in Modality:
            if signs := page.signs_on(modality):
                statements = [sign.statement for sign in signs]
                rows.append((self._modality(modality), self._sign_list(statements)))
        self._to.rows(rows, gap=9)

    def _modality(self, modality: Modality) -> Callable[[], None]:
        colour = "strong" if modality is self._shown else "muted"
        short = "Nuclear" if modality is Modality.NUCLEAR else modality.label
        return lambda: self._to.label(short, colour)

    def _sign_list(self, statements: Sequence[Statement]) -> Callable[[], None]:
        def write() -> None:
            for number, statement in enumerate(statements):
                self._to.sign(statement, self._mark(statement), above=5 if number else 0)

        return write

    def _mark(self, statement: Statement) -> Mark | None:
        """Filled where the plate beside the text shows the sign, hollow where another does."""
        if statement.id is None:
            return None
        colour = self._colours.get(statement.id)
        if colour is not None:
            return Mark("■", colour, f"sign:{statement.id}", "Show it on the plate")
        for plate in self._page.plates:
            if plate.source and statement.id in plate.signs:
                target = f"plate:{plate.id}:{statement.id}"
                return Mark("□", self._to.look.colour("faint"), target, f"Shown on {plate.name}")
        return None

    def _look(self) -> None:
        pattern, where = self._page.pattern, self._page.distribution
        self._facts(
            "Pattern and distribution",
            [
                ("Shape", pattern.shape),
                ("Zones", _if_said(pattern.zonality)),
                ("Size", _if_said(pattern.size)),
                ("Margin", _if_said(pattern.margin)),
                ("Trabeculae", _if_said(pattern.trabeculae)),
                ("Sites", where.sites),
                ("Symmetry", _if_said(where.symmetry)),
                ("Tissue layer", [Statement(_listed(where.layers))] if where.layers else []),
            ],
        )

    def _facts(self, heading: str, facts: Sequence[tuple[str, Sequence[Statement]]]) -> None:
        rows = [(self._label(name), self._cells(said)) for name, said in facts if said]
        if rows:
            self._to.heading(heading)
            self._to.rows(rows, label=self._to.column([name for name, said in facts if said]))

    def _time_course(self) -> None:
        steps = self._page.time_course
        if not any(step.when for step in steps):
            self._list("Time course", [step.seen for step in steps])
            return
        self._to.heading("Time course")
        rows = [(self._label(step.when), self._cells([step.seen])) for step in steps]
        self._to.rows(rows, label=self._to.column([step.when for step in steps]))

    def _laboratory(self) -> None:
        label = self._library.vocabulary.label
        names = [label(Axis.LABORATORY, row.test) for row in self._page.laboratory]
        rows = [
            (self._label(name), self._measured(row))
            for name, row in zip(names, self._page.laboratory, strict=True)
        ]
        if rows:
            self._to.heading("Laboratory")
            self._to.rows(rows, label=self._to.column(names), ruled=True)

    def _measured(self, row: LaboratoryRow) -> Callable[[], None]:
        said = row.note.text if row.note else ""
        return lambda: self._to.cell(_value(row), said=said)

    def _classification(self) -> None:
        rows = self._page.classification
        if rows:
            self._to.heading("Classification")
            column = self._to.column([row.name for row in rows])
            self._to.rows(
                [(self._label(r.name), self._cells([r.detail])) for r in rows], label=column
            )

    def _differential(self) -> None:
        rows = [
            (self._candidate(other.page, other.name), self._cells([other.discriminator]))
            for other in self._page.differentials
        ]
        if rows:
            self._to.heading("Differential")
            names = [self._title(o.page) or o.name for o in self._page.differentials]
            self._to.rows(rows, label=self._to.column(names, 13, least=136), ruled=True)

    def _candidate(self, page: str | None, name: str) -> Callable[[], None]:
        def write() -> None:
            self._to.label("")
            if page:
                self._to.page_link(page)
            else:
                self._to.words(name)

        return write

    def _title(self, page: PageId | None) -> str:
        return self._library.title(page) if page and page in self._library else ""

    def _phrases(self) -> None:
        phrases = self._page.report_phrases
        if phrases:
            self._to.heading("For the report")
        for number, phrase in enumerate(phrases):
            self._to.box(self._cells([phrase]), "Copy", f"copy:{number}")

    def _corrections(self) -> None:
        if self._page.corrections:
            self._to.heading("Corrections to the source")
        for correction in self._page.corrections:
            self._to.rows(
                [
                    (self._label("Chapter"), self._cells([correction.chapter])),
                    (self._label("Correct"), self._cells([correction.correct])),
                    *(
                        [(self._label("Reference"), self._cells([Statement(correction.reference)]))]
                        if correction.reference
                        else []
                    ),
                ]
            )

    def _references(self) -> None:
        if self._page.references:
            self._to.heading("References")
            rows = [
                (self._label(f"[{number}]"), self._reference(reference))
                for number, reference in enumerate(self._page.references, 1)
            ]
            last = f"[{len(self._page.references)}]"
            self._to.rows(rows, label=self._to.column([last], least=34))

    def _reference(self, reference: Reference) -> Callable[[], None]:
        def write() -> None:
            self._to.label("")
            self._to.words(reference.text, "text", 12)
            for name, target in _ways_to(reference):
                self._to.words("  ", "muted", 12)
                self._to.way_out(name.replace(" ", "\N{NO-BREAK SPACE}"), target)

        return write

    # What they share

    def _list(self, heading: str, statements: Sequence[Statement]) -> None:
        if statements:
            self._to.heading(heading)
            self._to.bullets(statements)

    def _label(self, text: str) -> Callable[[], None]:
        return lambda: self._to.label(text)

    def _cells(self, statements: Sequence[Statement]) -> Callable[[], None]:
        def write() -> None:
            for number, statement in enumerate(statements):
                self._to.cell(statement, above=4 if number else 0)

        return write


def colours_of(plate: Plate | None) -> dict[StatementId, QColor]:
    """The colour of each sign that a plate shows: that of its first region."""
    colours: dict[StatementId, QColor] = {}
    for number, region in enumerate(plate.regions if plate else ()):
        if region.sign:
            colours.setdefault(region.sign, region_colour(number))
    return colours


def _if_said(statement: Statement | None) -> Sequence[Statement]:
    return [] if statement is None else [statement]


def _listed(names: Sequence[str]) -> str:
    """As one phrase, in which only the first begins with a capital; abbreviations keep theirs."""
    first, *others = names
    return ", ".join([first, *(n if n[:2].isupper() else n[:1].lower() + n[1:] for n in others)])


def _value(row: LaboratoryRow) -> Statement:
    """Arrows and the note; where the note says the level in words, the arrow alone before it."""
    levels = " or ".join(_ARROWS[level] for level in row.levels).capitalize()
    if row.note is None:
        return Statement(levels)
    if not row.levels:
        return row.note
    said = row.note.text
    arrows = {level: _ARROWS[level].split()[0] for level in row.levels if level is not Level.NORMAL}
    told = any(level.value in said.lower() for level in row.levels)
    return row.note._replace(
        text=" ".join([*arrows.values(), said]) if told else f"{levels}. {said}"
    )


def _ways_to(reference: Reference) -> list[tuple[str, str]]:
    ways = []
    if reference.pmid:
        ways.append(
            (f"PMID {reference.pmid}", f"https://pubmed.ncbi.nlm.nih.gov/{reference.pmid}/")
        )
    if reference.doi:
        ways.append((f"doi {reference.doi}", f"https://doi.org/{reference.doi}"))
    if reference.url and not ways:
        address = reference.url.removeprefix("https://")
        ways.append((f"{reference.site}, web page: {address}", reference.url))
    return ways
