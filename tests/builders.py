"""The shortest way to a value."""

from __future__ import annotations

from atlas.domain.library import Category, CategoryId, Group, Library
from atlas.domain.page import Differential, Page, PageId, Reference, Sign, Statement, Synonym
from atlas.domain.plate import Modality, Plate, PlateId, Region, Simulated, StatementId
from atlas.domain.vocabulary import Vocabulary
from atlas.settings import Settings
from atlas.ui.kit.theme import DARK, Look
from atlas.ui.session import Session


def a_statement(text: str = "Something is seen.", name: str | None = None) -> Statement:
    return Statement(text, StatementId(name) if name else None)


def a_sign(text: str, name: str, modality: Modality = Modality.CT) -> Sign:
    return Sign(modality, a_statement(text, name))


def a_plate(name: str = "ct", source: Simulated | None = None, *regions: Region) -> Plate:
    return Plate(PlateId(name), Modality.CT, "Axial", "Thigh", "A mass.", "A mass of the thigh.",
                 source=source, regions=regions)  # fmt: skip


def a_page(name: str, title: str, **parts: object) -> Page:
    values: dict[str, object] = {
        "definition": a_statement(f"{title} is a calcification."),
        "key_features": (a_statement("A dense ring."),),
    }
    return Page(PageId(name), title, **(values | parts))  # type: ignore[arg-type]


def a_library(*pages: Page) -> Library:
    """Three pages in two categories, or those given, all in one group after an overview."""
    if not pages:
        return _three_pages()
    first, *others = pages
    group = Group("Things", tuple(page.id for page in others))
    categories = [Category(CategoryId.LOCALIZED, "Localized", first.id, (group,))]
    return Library.of(pages, categories, Vocabulary(()))


def _three_pages() -> Library:
    gout = a_page(
        "gout",
        "Tophaceous gout",
        synonyms=(Synonym("tophus"),),
        signs=(a_sign("Overhanging edge of the erosion.", "overhanging-edge"),),
        differentials=(Differential(a_statement("It follows the cartilage."), PageId("cppd")),),
        report_phrases=(a_statement("Tophus of the {side} first toe."),),
        references=(Reference("A study of tophi. Journal 2020.", pmid="1"),),
    )
    cppd = a_page("cppd", "CPPD disease", synonyms=(Synonym("pseudogout"),))
    stones = a_page("phlebolith", "Phleboliths")
    categories = [
        Category(CategoryId.METABOLIC, "Metabolic", gout.id, (Group("Crystal", (cppd.id,)),)),
        Category(CategoryId.LOCALIZED, "Localized", stones.id, (), also=(cppd.id,)),
    ]
    return Library.of((gout, cppd, stones), categories, Vocabulary(()))


def a_session(library: Library | None = None) -> Session:
    return Session(library or a_library(), Settings(), Look(DARK))
