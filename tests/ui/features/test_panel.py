from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QMessageBox

from atlas.domain.library import Category, CategoryId, Group, Library
from atlas.domain.page import (
    Answer,
    Axis,
    Class,
    Correction,
    Differential,
    Distribution,
    Facet,
    LaboratoryRow,
    Level,
    PageId,
    Question,
    Reference,
    Step,
    TermId,
)
from atlas.domain.place import Place
from atlas.domain.plate import PlateId, Region, Simulated, StatementId
from atlas.domain.vocabulary import Term, Vocabulary
from atlas.search.passages import passages_of
from atlas.ui.features.composer import SAID
from atlas.ui.features.panel import FeaturePanel
from tests.builders import a_library, a_page, a_plate, a_session, a_sign, a_statement

EDGE = StatementId("overhanging-edge")


@pytest.fixture
def opened(qtbot):
    def show(*pages, at="gout"):
        session = a_session(a_library(*pages) if pages else None)
        panel = FeaturePanel(session)
        qtbot.addWidget(panel)
        panel.resize(452, 700)
        panel.show()
        session.open(PageId(at))
        return panel, session

    return show


def text_of(panel):
    return panel.text.toPlainText()


def test_a_note_of_the_laboratory_table_keeps_its_mark(opened):
    note = a_statement("Between attacks.")._replace(teaching=True)
    row = LaboratoryRow(TermId("urate"), (Level.HIGH,), note)
    panel, _ = opened(a_page("gout", "Gout", laboratory=(row,)))
    assert "↑ high. Between attacks.  teaching knowledge" in text_of(panel)


def test_sections_follow_the_order_of_the_product(opened):
    page = a_page(
        "gout",
        "Gout",
        approach=(Question("Where is it?", (Answer("There", a_statement("It is gout.")),)),),
        signs=(a_sign("A sign on CT.", "sign"),),
        time_course=(Step(a_statement("Years."), "late"),),
        laboratory=(LaboratoryRow(TermId("urate"), (Level.HIGH,)),),
        classification=(Class("One", a_statement("first class")),),
        pitfalls=(a_statement("A pitfall."),),
        pearls=(a_statement("A pearl."),),
        associations=(a_statement("An association."),),
        management=(a_statement("No biopsy."),),
        report_phrases=(a_statement("A phrase."),),
        chapter=(a_statement("The chapter says."),),
        corrections=(Correction(a_statement("Wrong."), a_statement("Right."), "J 2020"),),
        teaching=(a_statement("Taught."),),
    )
    panel, _ = opened(page)
    heads = [
        "Gout", "Key features", "Approach", "Where is it?", "There", "Signs",
        "Time course", "Laboratory", "Classification", "Pitfalls",
        "Pearls", "Associations", "What imaging changes", "For the report", "The source chapter",
        "Corrections to the source", "Teaching knowledge",
    ]  # fmt: skip
    text = text_of(panel)
    found = [text.index(head) for head in heads]
    assert found == sorted(found)
    assert "↑ high" in text


RIM, CLOUD, SHEET = TermId("rim"), TermId("cloud"), TermId("sheet")


def a_category_of_three():
    """An overview, a page with a rim, one with a cloud, and from elsewhere one with sheets."""
    pages = (
        a_page("over", "Overview"),
        a_page("gout", "Gout", facets=(Facet(Axis.PATTERN, RIM),)),
        a_page("cppd", "CPPD disease", facets=(Facet(Axis.PATTERN, CLOUD),)),
        a_page("else", "Another overview"),
        a_page("lipoma", "Lipoma", facets=(Facet(Axis.PATTERN, SHEET),)),
    )
    crystals = Group("Crystal", (pages[1].id, pages[2].id))
    fat = Group("Fat", (pages[4].id,))
    contents = (
        Category(CategoryId.METABOLIC, "Metabolic", pages[0].id, (crystals,), (pages[4].id,)),
        Category(CategoryId.LOCALIZED, "Localized", pages[3].id, (fat,)),
    )
    words = Vocabulary(
        [
            Term(Axis.PATTERN, RIM, "Rim"),
            Term(Axis.PATTERN, CLOUD, "Cloud-like"),
            Term(Axis.PATTERN, SHEET, "Sheet-like"),
        ]
    )
    return Library.of(pages, contents, words)


@pytest.fixture
def overview(qtbot):
    session = a_session(a_category_of_three())
    panel = FeaturePanel(session)
    qtbot.addWidget(panel)
    panel.resize(452, 700)
    panel.show()
    session.open(PageId("over"))
    return panel, session


def test_an_overview_has_its_pages_group_by_group_with_what_sets_each_apart(overview):
    panel, _ = overview
    lines = ["Crystal", "Gout", "Rim", "CPPD disease", "Cloud-like", "See also", "Lipoma",
             "Sheet-like"]  # fmt: skip
    found = [line for line in text_of(panel).splitlines() if line in lines]
    assert found == lines


def test_a_row_of_an_overview_leads_to_its_page_which_has_no_such_table(qtbot, overview):
    panel, session = overview
    clicks_on(qtbot, panel, "CPPD disease")
    assert session.place.page == "cppd"
    assert "what sets each apart" not in text_of(panel)
    assert "Gout" not in text_of(panel)


def test_a_row_of_an_overview_gives_the_changed_laboratory_values_together(qtbot):
    values = [("calcium-low", "Low calcium"), ("pth-low", "Low PTH")]
    facets = tuple(Facet(Axis.LABORATORY, TermId(term)) for term, _ in values)
    pages = a_page("over", "Overview"), a_page("gout", "Gout", facets=facets)
    group = Group("Crystal", (pages[1].id,))
    contents = (Category(CategoryId.METABOLIC, "Metabolic", pages[0].id, (group,)),)
    words = Vocabulary([Term(Axis.LABORATORY, TermId(term), label) for term, label in values])
    panel = FeaturePanel(session := a_session(Library.of(pages, contents, words)))
    qtbot.addWidget(panel)
    session.open(PageId("over"))
    assert "Low calcium · Low PTH" in text_of(panel).splitlines()


def test_a_list_of_layers_is_one_phrase(opened):
    where = Distribution(layers=("Skin", "Subcutis", "Bone (GNAS disease)", "MR layer"))
    panel, _ = opened(a_page("gout", "Gout", distribution=where))
    assert "Skin, subcutis, bone (GNAS disease), MR layer" in text_of(panel)


def columns_of_the_differential(panel):
    tables = [f for f in panel.text.document().rootFrame().childFrames() if f.rows() > 0]
    cell = tables[-1].cellAt(0, 0)
    return tables[-1].columns() - cell.columnSpan() + 1


def test_a_wide_label_stands_over_its_sentence_where_the_panel_is_narrow(opened):
    other = Differential(a_statement("It has a rim."), name="Another disease")
    panel, _ = opened(a_page("gout", "Gout", differentials=(other,)))
    assert columns_of_the_differential(panel) == 2
    panel.resize(300, 700)
    assert columns_of_the_differential(panel) == 1
    assert "Another disease\nIt has a rim." in text_of(panel)
    panel.resize(452, 700)
    assert columns_of_the_differential(panel) == 2


def test_the_table_of_an_overview_is_found_in_its_page(qtbot, overview):
    panel, _ = overview
    panel.find_in_page()
    qtbot.keyClicks(panel.find_bar.box, "cloud-like")
    assert panel.find_bar.count.text() == "1 of 1"


def test_a_laboratory_value_is_a_sentence_that_begins_with_a_capital(opened):
    rows = (
        LaboratoryRow(TermId("urate"), (Level.NORMAL,), a_statement("Between attacks.")),
        LaboratoryRow(TermId("calcium"), (Level.NORMAL,)),
    )
    panel, _ = opened(a_page("gout", "Gout", laboratory=rows))
    assert "Normal. Between attacks." in text_of(panel)
    assert "normal" not in text_of(panel)


def test_a_section_without_content_has_no_heading(opened):
    panel, _ = opened(a_page("gout", "Gout"))
    for heading in ("Signs", "Laboratory", "Pitfalls", "References", "Corrections"):
        assert heading not in text_of(panel)


def test_what_is_in_sight_may_come_first_and_the_rest_as_if_it_had_come_at_once(opened, qtbot):
    many = tuple(a_statement(f"Sentence {number} of many that follow.") for number in range(300))
    pages = a_page("gout", "Gout", key_features=many, pitfalls=many), a_page("other", "Other")
    whole, _ = opened(*pages)
    panel, session = opened(*pages, at="other")
    panel.sight_first = True
    session.open(PageId("gout"))
    assert "Sentence 299" in text_of(panel)
    assert "Pitfalls" not in text_of(panel)
    document, bar = panel.text.document(), panel.text.verticalScrollBar()
    bar.setValue(100)
    panel.write_rest()
    assert panel.text.document() is document
    assert bar.value() == 100
    assert document.toHtml() == whole.text.document().toHtml()
    qtbot.waitUntil(lambda: bar.maximum() == whole.text.verticalScrollBar().maximum())
    session.open(PageId("other"))
    session.open(PageId("gout"))
    assert text_of(panel) == text_of(whole)


def test_text_of_a_page_is_never_markup(opened):
    hostile = "<b>bold</b> <img src=x> <a href='file:///etc/passwd'>here</a> **strong** &amp;"
    panel, _ = opened(a_page("gout", "Gout", pitfalls=(a_statement(hostile),)))
    assert hostile in text_of(panel)


def clicks_on(qtbot, panel, words):
    """A click in the middle of the first place where the words stand."""
    cursor = panel.text.document().find(words)
    assert not cursor.isNull(), words
    caret = QTextCursor(cursor)
    caret.setPosition((cursor.selectionStart() + cursor.selectionEnd()) // 2)
    panel.text.setTextCursor(caret)
    panel.text.ensureCursorVisible()
    spot = panel.text.cursorRect(caret).center() + QPoint(3, 0)
    qtbot.mouseClick(panel.text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(spot))


def test_a_differential_leads_to_its_page(qtbot, opened):
    panel, session = opened()
    clicks_on(qtbot, panel, "CPPD disease")
    assert session.place.page == "cppd"


def test_a_dead_link_is_plain_words(opened):
    panel, _ = opened(a_page("gout", "Gout", pearls=(a_statement("See [[nowhere|that page]]."),)))
    assert "See that page." in text_of(panel)
    assert "atlas:page:nowhere" not in panel.text.document().toHtml()


def test_copying_a_phrase_says_exactly_what_was_copied(qtbot, opened):
    panel, session = opened()
    heard = []
    session.noticed.connect(heard.append)
    clicks_on(qtbot, panel, "Copy")
    assert QGuiApplication.clipboard().text() == "Tophus of the [side] first toe."
    assert heard == ["Copied: Tophus of the [side] first toe."]


def a_gout_with_its_edge_on_a_plate():
    plate = a_plate("ct", Simulated("thigh-ct"), Region("mass", "mass", EDGE))
    signs = (a_sign("Overhanging edge of the erosion.", EDGE), a_sign("Not shown.", "other"))
    return a_page("gout", "Gout", signs=signs, plates=(plate,))


def test_only_a_sentence_that_a_plate_shows_lights_up(qtbot, opened):
    panel, session = opened(a_gout_with_its_edge_on_a_plate())
    spot = panel.text.cursorRect(panel.text.document().find("Not shown")).center()
    qtbot.mouseMove(panel.text.viewport(), spot)
    assert session.lit is None


def test_hovering_a_sentence_lights_its_sign(qtbot, opened):
    panel, session = opened(a_gout_with_its_edge_on_a_plate())
    cursor = panel.text.document().find("Overhanging")
    spot = panel.text.cursorRect(cursor).center()
    qtbot.mouseMove(panel.text.viewport(), spot)
    assert session.lit == EDGE
    qtbot.mouseMove(panel.text.viewport(), QPoint(200, 8))
    assert session.lit is None


def test_a_lit_sign_has_a_tint_under_its_sentence(opened):
    panel, session = opened(a_gout_with_its_edge_on_a_plate())

    def inked():
        image = panel.text.viewport().grab().toImage()
        tint = session.look.colour("selection").rgb()
        return sum(
            image.pixel(x, y) == tint
            for x in range(0, image.width(), 4)
            for y in range(0, image.height(), 2)
        )

    assert inked() == 0
    session.light(EDGE)
    assert inked() > 100


def test_a_sign_chosen_elsewhere_is_scrolled_into_sight(qtbot, opened):
    many = tuple(a_statement(f"Feature number {n} of a long list.") for n in range(80))
    plate = a_plate("ct", Simulated("thigh-ct"), Region("mass", "mass", StatementId("far")))
    signs = (a_sign("Far below.", "far"),)
    page = a_page("gout", "Gout", key_features=many, signs=signs, plates=(plate,))
    panel, session = opened(page)
    assert panel.text.verticalScrollBar().value() == 0
    session.choose_sign(StatementId("far"))
    assert panel.text.verticalScrollBar().value() > 500


def test_the_sign_a_plate_shows_has_the_square_of_its_region(opened):
    plate = a_plate("ct", Simulated("thigh-ct"), Region("mass", "mass", EDGE))
    signs = (a_sign("Overhanging edge.", EDGE), a_sign("Not shown.", "other"))
    panel, session = opened(a_page("gout", "Gout", signs=signs, plates=(a_plate("no"), plate)))
    assert text_of(panel).count("■") == 1
    session.look_at(PlateId("no"))
    assert text_of(panel).count("■") == 0


def test_a_sign_that_another_plate_shows_leads_to_that_plate(qtbot, opened):
    plate = a_plate("ct", Simulated("thigh-ct"), Region("mass", "mass", EDGE))
    signs = (a_sign("Overhanging edge.", EDGE), a_sign("Not shown.", "other"))
    panel, session = opened(a_page("gout", "Gout", signs=signs, plates=(a_plate("no"), plate)))
    session.look_at(PlateId("no"))
    assert text_of(panel).count("□") == 1
    clicks_on(qtbot, panel, "□")
    assert session.plate.id == "ct"
    assert session.lit == EDGE


def test_find_in_page_counts_and_goes_round(qtbot, opened):
    features = tuple(a_statement(text) for text in ("A dense ring.", "Another ring.", "No."))
    panel, _ = opened(a_page("gout", "Gout", key_features=features))
    panel.find_in_page()
    qtbot.keyClicks(panel.find_bar.box, "ring")
    assert panel.find_bar.count.text() == "1 of 2"
    qtbot.keyClick(panel.find_bar.box, Qt.Key.Key_Return)
    qtbot.keyClick(panel.find_bar.box, Qt.Key.Key_Return)
    assert panel.find_bar.count.text() == "1 of 2"
    assert len(panel.text.extraSelections()) == 2
    qtbot.keyClicks(panel.find_bar.box, "zzz")
    assert panel.find_bar.count.text() == "not found"
    qtbot.keyClick(panel.find_bar.box, Qt.Key.Key_Escape)
    assert panel.find_bar.isHidden()
    assert panel.text.extraSelections() == []


def test_long_lists_of_synonyms_unfold_on_demand(qtbot, opened):
    from atlas.domain.page import Synonym

    names = tuple(Synonym(f"name{n}") for n in range(12))
    panel, _ = opened(a_page("gout", "Gout", synonyms=names))
    assert "name11" not in text_of(panel)
    clicks_on(qtbot, panel, "7 more")
    assert "name11" in text_of(panel)


def test_a_web_page_is_cited_with_who_publishes_it(opened):
    source = Reference("Cyst with scolex.", url="https://example.org/cyst", site="Radiopaedia")
    panel, _ = opened(a_page("gout", "Gout", references=(source,)))
    assert "Radiopaedia, web page: example.org/cyst" in text_of(panel).replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_no_link_leaves_the_program_unasked(qtbot, opened, monkeypatch):
    gone, asked = [], []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", gone.append)

    def answer(box):
        asked.append(box.informativeText())
        box.button(QMessageBox.StandardButton.Cancel).click()

    monkeypatch.setattr(QMessageBox, "exec", answer)
    panel, _ = opened()
    clicks_on(qtbot, panel, "PMID 1")
    assert asked == ["https://pubmed.ncbi.nlm.nih.gov/1/"]
    assert gone == []


def test_a_citation_leads_to_its_reference(qtbot, opened):
    page = a_page(
        "gout", "Gout",
        key_features=tuple(a_statement(f"Feature {n}.") for n in range(60)),
        pearls=(a_statement("Known [2]."),),
        references=(Reference("First."), Reference("Second study.")),
    )  # fmt: skip
    panel, session = opened(page)
    heard = []
    session.noticed.connect(heard.append)
    panel.text.followed.emit("atlas:cite:2")
    assert heard == ["[2] Second study."]
    assert panel.text.textCursor().block().text().startswith("[2]")


def test_the_keyboard_reaches_every_link(qtbot, opened):
    panel, session = opened()
    panel.activateWindow()
    panel.text.setFocus()
    qtbot.keyClick(panel.text, Qt.Key.Key_Tab)
    qtbot.keyClick(panel.text, Qt.Key.Key_Return)
    assert session.place.page == "cppd"


def test_another_page_begins_at_its_top(opened):
    many = tuple(a_statement(f"Feature {n}.") for n in range(90))
    panel, session = opened(a_page("gout", "Gout", key_features=many),
                            a_page("cppd", "CPPD", key_features=many))  # fmt: skip
    panel.text.verticalScrollBar().setValue(900)
    session.open(PageId("cppd"))
    assert panel.text.verticalScrollBar().value() == 0


def a_long_page(name="gout"):
    many = tuple(a_statement(f"Sentence {number} of many that follow.") for number in range(200))
    return a_page(name, name.title(), pitfalls=many, plates=(a_plate("a"), a_plate("b")))


def tops_of_marked(panel):
    text = panel.text
    return [text._rectangle(block).top() for block in text._blocks_with(SAID, text._sought)]


def test_the_sentence_that_was_sought_is_scrolled_to_and_marked_until_the_reader_moves_on(opened):
    panel, session = opened(a_long_page(), a_long_page("other"))
    session.go(Place(PageId("other"), statement="Sentence 120 of many that follow."))
    (top,) = tops_of_marked(panel)
    assert 0 < top < panel.text.viewport().height() / 2
    marked = panel.text.grab().toImage()
    session.open(PageId("other"))
    assert tops_of_marked(panel) == []
    assert panel.text.grab().toImage() != marked


def test_a_sentence_that_is_seen_already_is_not_scrolled_to(opened):
    panel, session = opened(a_long_page())
    session.go(Place(PageId("gout"), statement="A dense ring."))
    assert len(tops_of_marked(panel)) == 1
    assert panel.text.verticalScrollBar().value() == 0


def test_the_marked_sentence_stays_and_nothing_scrolls_while_plates_are_turned(opened):
    panel, session = opened(a_long_page())
    session.go(Place(PageId("gout"), PlateId("a"), "Sentence 120 of many that follow."))
    panel.text.verticalScrollBar().setValue(30)
    session.look_at(PlateId("b"))
    assert panel.text.verticalScrollBar().value() == 30
    assert len(tops_of_marked(panel)) == 1


def test_every_sentence_that_search_can_send_to_stands_in_the_text(opened, workspace):
    session = a_session(workspace.library)
    panel = FeaturePanel(session)
    for page in workspace.library:
        session.open(page.id)
        for passage in passages_of(page, workspace.library):
            if passage.statement and not passage.why.startswith("picture"):
                assert panel.text._blocks_with(SAID, passage.statement), passage


def test_tab_goes_from_link_to_link_over_the_citations(qtbot, opened):
    first = a_statement("Urate [1], and crystals [1] in [[cppd]], and more [1].")
    study = Reference("A study.", pmid="1")
    page = a_page("lipoma", "Lipoma", key_features=(first,), references=(study,))
    panel, _ = opened(a_page("gout", "Gout"), a_page("cppd", "CPPD disease"), page, at="lipoma")
    panel.activateWindow()
    panel.text.setFocus()
    qtbot.waitUntil(panel.text.hasFocus)
    stops = []
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        qtbot.keyClick(panel.text, key)
        stops.append(panel.text.textCursor().selectedText().replace("\N{NO-BREAK SPACE}", " "))
    assert stops == ["CPPD disease", "PMID 1", "CPPD disease"]
