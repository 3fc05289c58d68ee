"""A small library in real terms, and the real pages, each with an index that is built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from atlas.content.pack import read_pack
from atlas.domain.case import Case
from atlas.domain.library import Category, CategoryId, Group, Library
from atlas.domain.page import (
    Axis,
    Differential,
    Distribution,
    Facet,
    Page,
    PageId,
    Pattern,
    Sign,
    Statement,
    Synonym,
    SynonymKind,
    TermId,
)
from atlas.domain.plate import Modality, Plate, PlateId, Region, StatementId
from atlas.domain.vocabulary import Term, Vocabulary
from atlas.paths import installed
from atlas.search.index import Index, open_index


def said(*texts: str) -> tuple[Statement, ...]:
    return tuple(Statement(text) for text in texts)


def page(name: str, title: str, definition: str, *features: str, **more: object) -> Page:
    return Page(PageId(name), title, Statement(definition), said(*features), **more)  # type: ignore[arg-type]


VOCABULARY = Vocabulary(
    [
        Term(Axis.SITE, TermId("hip"), "Hip", synonyms=(Synonym("coxal region"),)),
        Term(Axis.SITE, TermId("acetabulum"), "Acetabulum", parents=(TermId("hip"),)),
    ]
)

PAGES = (
    page(
        "heterotopic-ossification",
        "Heterotopic ossification",
        "True bone in soft tissue.",
        "Trabeculae and a cortex.",
        synonyms=(Synonym("HO", SynonymKind.ABBREVIATION), Synonym("ectopic bone")),
    ),
    page(
        "myositis-ossificans",
        "Myositis ossificans",
        "A self-limited ossifying mass of [[gout|muscle]] after a blow [1].",
        "A rim of bone, densest at the edge.",
        synonyms=(
            Synonym("MO", SynonymKind.ABBREVIATION),
            Synonym("Myositis ossificans circumscripta"),
        ),
        signs=(
            Sign(
                Modality.MR,
                Statement("Fluid-fluid levels inside a dark rim.", StatementId("levels")),
            ),
        ),
        plates=(
            Plate(PlateId("film"), Modality.RADIOGRAPH, "AP", "elbow", "Antecubital bone."),
            Plate(
                PlateId("axial"),
                Modality.MR,
                "axial T2",
                "thigh",
                "Layered fluid in the vastus.",
                regions=(Region("levels", "Levels", StatementId("levels")),),
            ),
        ),
        differentials=(
            Differential(Statement("Mineral grows from the centre."), name="Osteosarcoma"),
        ),
        facets=(Facet(Axis.SITE, TermId("acetabulum")),),
    ),
    page(
        "pellegrini-stieda",
        "Pellegrini-Stieda lesion",
        "A curved line beside the medial femoral epicondyle.",
        "It follows the medial collateral ligament.",
        synonyms=(Synonym("Pelegrini", SynonymKind.MISSPELLING),),
    ),
    page(
        "calcified-haematoma",
        "Calcified haematoma",
        "Calcium in the wall of an old haematoma.",
        "Oedema is absent; the shell is thin.",
    ),
    page(
        "monckeberg-sclerosis",
        "Mönckeberg medial calcific sclerosis",
        "Circumferential calcification of the media.",
        "Parallel tram-track lines along the arteries of the leg.",
        pattern=Pattern(shape=said("Tram-track")),
    ),
    page(
        "gout",
        "Gout",
        "Urate crystals in and about joints.",
        "An overhanging edge beside a tophus.",
        distribution=Distribution(sites=said("First metatarsophalangeal joint, then the ear")),
    ),
    page(
        "tumoral-calcinosis",
        "Tumoral calcinosis",
        "Lobulated masses about large joints.",
        "Sedimentation of calcium: a fluid level on CT.",
    ),
)


@pytest.fixture(scope="session")
def library() -> Library:
    names = [page.id for page in PAGES]
    contents = (
        Category(
            CategoryId.OSSIFICATION,
            "Ossification",
            names[0],
            (Group("Post-traumatic", (names[1], names[2])),),
        ),
        Category(
            CategoryId.LOCALIZED, "Localized", names[3], (Group("Vessels", tuple(names[4:])),)
        ),
    )
    return Library.of(PAGES, contents, VOCABULARY)


@pytest.fixture(scope="session")
def index(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Index:
    return open_index(library, "small", tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def atlas_pages() -> Library:
    """The real pages."""
    return read_pack(Path(installed("data"))).library


@pytest.fixture(scope="session")
def many_cases(atlas_pages: Library) -> tuple[Case, ...]:
    """A thousand cases of the real pages, as the benchmark makes them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(Path(__file__).parents[2] / "packaging"))
        from bench.cases import cases

        return tuple(cases(atlas_pages, 1000))


@pytest.fixture(scope="session")
def atlas_index(atlas_pages: Library, tmp_path_factory: pytest.TempPathFactory) -> Index:
    """The index of the real pages."""
    return open_index(atlas_pages, "real", tmp_path_factory.mktemp("real"))
