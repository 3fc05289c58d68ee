"""The page of the atlas: what one calcification looks like, and why.

Pages never change once read. A new edition of the content makes new pages;
bookmarks and notes refer to them by `id`, which is for ever. There are thousands
of these values, so they are named tuples: made in C, at a start above all.
"""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple, NewType

from atlas.domain.plate import Modality, Plate, PlateId, StatementId

PageId = NewType("PageId", str)
TermId = NewType("TermId", str)


class Statement(NamedTuple):
    """A sentence of a page, in the marks of `atlas.domain.prose`.

    `teaching` marks teaching knowledge: widely taught, without a source that was found.
    """

    text: str
    id: StatementId | None = None
    teaching: bool = False


class SynonymKind(Enum):
    """Why another name is worth knowing."""

    NAME = "name"
    ABBREVIATION = "abbreviation"
    SPELLING = "spelling"
    HISTORICAL = "historical"
    LAY = "lay"
    RELATED = "related"
    MISSPELLING = "misspelling"


class Synonym(NamedTuple):
    """Another name of a page or term. Spellings and misspellings are searched, never shown."""

    term: str
    kind: SynonymKind = SynonymKind.NAME

    @property
    def shown(self) -> bool:
        return self.kind not in (SynonymKind.SPELLING, SynonymKind.MISSPELLING)


class Sign(NamedTuple):
    """A statement about one modality; regions of plates refer to it by the statement's id."""

    modality: Modality
    statement: Statement

    @property
    def id(self) -> StatementId | None:
        return self.statement.id


class Pattern(NamedTuple):
    """The look of the mineral itself."""

    shape: tuple[Statement, ...] = ()
    zonality: Statement | None = None
    size: Statement | None = None
    margin: Statement | None = None
    trabeculae: Statement | None = None


class Distribution(NamedTuple):
    """Where it lies: sites in the body, symmetry, tissue layers."""

    sites: tuple[Statement, ...] = ()
    symmetry: Statement | None = None
    layers: tuple[str, ...] = ()


class Step(NamedTuple):
    """One step of a time course. `weeks` is when it begins and ends, where it is known."""

    seen: Statement
    when: str = ""
    weeks: tuple[float, float] | None = None


class Level(Enum):
    """A laboratory value against its reference range."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


class LaboratoryRow(NamedTuple):
    """What one test shows; several levels where it varies, none where only words fit."""

    test: TermId
    levels: tuple[Level, ...]
    note: Statement | None = None


class Answer(NamedTuple):
    """What one answer to a question of an approach means."""

    answer: str
    means: Statement


class Question(NamedTuple):
    """One step of an approach: what to ask of the picture or the patient."""

    ask: str
    answers: tuple[Answer, ...]


class Class(NamedTuple):
    """One class of a classification or grading."""

    name: str
    detail: Statement


class Differential(NamedTuple):
    """A page, or a condition without one, and the sentence that separates the two."""

    discriminator: Statement
    page: PageId | None = None
    name: str = ""


class Correction(NamedTuple):
    """Where the source chapter is outdated or wrong: what it says, what is right, who says so."""

    chapter: Statement
    correct: Statement
    reference: str = ""


class Reference(NamedTuple):
    """A published source, or a web page: then `site` says whose."""

    text: str
    pmid: str = ""
    doi: str = ""
    url: str = ""
    site: str = ""


class Axis(Enum):
    """What a facet is about; the vocabulary has the terms of each axis."""

    MECHANISM = "mechanism"
    TISSUE = "tissue"
    SITE = "site"
    PATTERN = "pattern"
    DISTRIBUTION = "distribution"
    MODALITY = "modality"
    SIGN = "sign"
    SETTING = "setting"
    AGE = "age"
    SEX = "sex"
    COURSE = "course"
    LABORATORY = "laboratory"
    MUST_NOT_MISS = "must_not_miss"


class Typicality(Enum):
    """How often a finding goes with a page."""

    ALWAYS = "always"
    USUAL = "usual"
    SOMETIMES = "sometimes"
    RARE = "rare"
    NEVER = "never"


class Facet(NamedTuple):
    """A term of the vocabulary that holds for a page; ungraded where nobody has judged it."""

    axis: Axis
    term: TermId
    typicality: Typicality | None = None


class Page(NamedTuple):
    """Everything the atlas says about one topic."""

    id: PageId
    title: str
    definition: Statement
    key_features: tuple[Statement, ...]
    synonyms: tuple[Synonym, ...] = ()
    approach: tuple[Question, ...] = ()
    signs: tuple[Sign, ...] = ()
    pattern: Pattern = Pattern()
    distribution: Distribution = Distribution()
    time_course: tuple[Step, ...] = ()
    laboratory: tuple[LaboratoryRow, ...] = ()
    classification: tuple[Class, ...] = ()
    epidemiology: tuple[Statement, ...] = ()
    clinical: tuple[Statement, ...] = ()
    pathogenesis: tuple[Statement, ...] = ()
    differentials: tuple[Differential, ...] = ()
    pitfalls: tuple[Statement, ...] = ()
    pearls: tuple[Statement, ...] = ()
    associations: tuple[Statement, ...] = ()
    management: tuple[Statement, ...] = ()
    report_phrases: tuple[Statement, ...] = ()
    chapter: tuple[Statement, ...] = ()
    corrections: tuple[Correction, ...] = ()
    teaching: tuple[Statement, ...] = ()
    references: tuple[Reference, ...] = ()
    facets: tuple[Facet, ...] = ()
    plates: tuple[Plate, ...] = ()

    @property
    def must_not_miss(self) -> bool:
        """Whether overlooking it harms the patient, for any reason of the vocabulary."""
        return any(
            facet.axis is Axis.MUST_NOT_MISS and facet.typicality is not Typicality.NEVER
            for facet in self.facets
        )

    def signs_on(self, modality: Modality) -> tuple[Sign, ...]:
        """The signs visible on one kind of picture, in page order."""
        return tuple(sign for sign in self.signs if sign.modality is modality)

    def plate(self, plate_id: PlateId | None) -> Plate | None:
        """The plate of that id; without one the first that is made, or the first; else None."""
        named = (plate for plate in self.plates if plate.id == plate_id)
        made = (plate for plate in self.plates if plate.source)
        return next(named, None) or next(made, None) or next(iter(self.plates), None)

    def statements(self) -> Iterator[Statement]:
        """Every statement of the page, in reading order."""
        yield self.definition
        yield from self.key_features
        for question in self.approach:
            for answer in question.answers:
                yield answer.means
        for sign in self.signs:
            yield sign.statement
        look, where = self.pattern, self.distribution
        single = (look.zonality, look.size, look.margin, look.trabeculae)
        yield from look.shape + tuple(filter(None, single))
        yield from where.sites + tuple(filter(None, (where.symmetry,)))
        for step in self.time_course:
            yield step.seen
        yield from filter(None, (row.note for row in self.laboratory))
        for row in self.classification:
            yield row.detail
        yield from self.epidemiology + self.clinical + self.pathogenesis
        for differential in self.differentials:
            yield differential.discriminator
        yield from self.pitfalls + self.pearls + self.associations + self.management
        yield from self.report_phrases + self.chapter
        for correction in self.corrections:
            yield correction.chapter
            yield correction.correct
        yield from self.teaching
