from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from atlas.search.query import Answer
from atlas.settings import Settings
from atlas.ui.search.model import HIT


def test_two_words_find_the_page_and_enter_opens_it(reader):
    titles = reader.searches("rim muscle")
    assert titles[0] == "Myositis ossificans"
    reader.key(Qt.Key.Key_Return)
    assert reader.is_on("Myositis ossificans")


def test_results_stand_in_the_place_of_the_contents_while_something_is_typed(reader):
    window = reader.window
    assert window.left.currentWidget() is window.contents
    reader.searches("phleb")
    assert window.left.currentWidget() is window.results
    window.search_box.clear()
    assert window.left.currentWidget() is window.contents


def test_arrows_preview_and_escape_returns(reader):
    reader.opens("Metabolic", "Other", "Gout")
    titles = reader.searches("tram track")
    reader.key(Qt.Key.Key_Down)
    reader.waits(lambda: reader.is_on(titles[0]))
    reader.key(Qt.Key.Key_Down)
    reader.waits(lambda: reader.is_on(titles[1]))
    reader.key(Qt.Key.Key_Escape)
    assert reader.is_on("Gout")
    assert reader.window.search_box.text() == ""
    reader.does("go.back")
    assert not reader.is_on(titles[0])


def test_enter_after_a_preview_is_one_step_of_the_way_back(reader):
    reader.opens("Metabolic", "Other", "Gout")
    titles = reader.searches("tram track")
    reader.key(Qt.Key.Key_Down)
    reader.waits(lambda: reader.is_on(titles[0]))
    reader.key(Qt.Key.Key_Return)
    reader.does("go.back")
    assert reader.is_on("Gout")


def test_nonsense_never_ends_in_nothing_to_read(reader):
    assert reader.searches("xqzzv")


def test_the_results_are_painted_with_their_highlights(reader):
    reader.searches("fluid level")
    view = reader.window.results.view
    image = view.viewport().grab().toImage()
    wanted = reader.session.look.colour("highlight").rgb()
    found = any(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )
    assert found


def test_two_words_half_misspelt_a_chip_a_preview_and_back_all_by_key(reader):
    reader.opens("Metabolic", "Other", "Gout")
    window, box = reader.window, reader.window.search_box
    reader.searches("calcifcation knee")
    reader.does("go.narrow")
    reader.presses_on(Qt.Key.Key_Right)
    reader.presses_on(Qt.Key.Key_Space)
    reader.waits(window.results.chips._seen()[0].isChecked)
    assert ":" in box.text()
    assert box.text().endswith("calcifcation knee")
    reader.presses_on(Qt.Key.Key_Down)
    reader.presses_on(Qt.Key.Key_Down)
    hit = window.results.view.currentIndex().data(HIT)
    reader.waits(lambda: reader.is_on(hit.title))
    assert reader.marked
    reader.presses_on(Qt.Key.Key_Return)
    assert reader.is_on(hit.title)
    assert reader.marked
    assert window.features.text.hasFocus()
    reader.does("go.back")
    assert reader.is_on("Gout")
    assert not reader.marked
    reader.does("go.forward")
    assert reader.marked
    reader.does("go.search")
    reader.key(Qt.Key.Key_Escape)
    assert reader.is_on(hit.title)
    assert box.text() == ""


def test_a_chip_adds_a_filter_to_the_text_and_again_takes_it_away(reader):
    reader.searches("rim")
    chips, box = reader.window.results.chips, reader.window.search_box
    chips._seen()[0].click()
    assert box.text().startswith("category:")
    assert box.text().endswith(" rim")
    reader.waits(chips._seen()[0].isChecked)
    chips._seen()[0].click()
    assert box.text() == "rim"
    box.undo()
    assert box.text().startswith("category:")


def test_a_hit_lights_the_region_of_the_sentence_that_made_it_one(reader):
    reader.searches("rim of mineral surrounds clear centre lucent cleft")
    reader.key(Qt.Key.Key_Return)
    assert reader.is_on("Myositis ossificans")
    assert reader.session.lit == "rim-clear-centre-cleft"
    assert len(reader.marked) == 1


def test_tab_takes_what_is_offered_and_then_leads_to_the_chips(reader):
    reader.searches("phleb")
    box = reader.window.search_box
    reader.waits(lambda: box.ghost == "oliths")
    reader.presses_on(Qt.Key.Key_Tab)
    assert box.text() == "Phleboliths"
    reader.waits(reader.window.results.chips.isVisible)
    reader.presses_on(Qt.Key.Key_Tab)
    assert reader.window.results.chips.isAncestorOf(QApplication.focusWidget())


def test_what_was_opened_from_a_search_can_be_searched_for_again(reader):
    window, box = reader.window, reader.window.search_box
    reader.searches("fluid level")
    reader.key(Qt.Key.Key_Return)
    box.clear()
    assert window.left.currentWidget() is window.contents
    reader.does("go.search")
    assert window.left.currentWidget() is window.results
    reader.key(Qt.Key.Key_Down)
    reader.key(Qt.Key.Key_Return)
    assert box.text() == "fluid level"
    assert box.hasFocus()


def test_recent_searches_give_way_to_the_contents_and_can_be_forgotten(start):
    reader = start(Settings(notice_read=True))
    reader.searches("gout")
    reader.key(Qt.Key.Key_Return)
    reader.window.close()
    reader = start()
    window = reader.window
    assert window.left.currentWidget() is window.contents
    reader.does("go.search")
    assert window.left.currentWidget() is window.results
    reader.does("go.contents")
    assert window.left.currentWidget() is window.contents
    reader.does("go.search")
    reader.does("go.forget")
    assert window.left.currentWidget() is window.contents


def test_what_was_meant_is_offered_in_a_line_that_a_key_takes(reader):
    results, box = reader.window.results, reader.window.search_box
    reader.searches("calcificatoin")
    results._show_answer(Answer(meant="calcification"))
    reader.does("go.narrow")
    assert results.meant.hasFocus()
    assert "calcification" in results.meant.text()
    reader.presses_on(Qt.Key.Key_Space)
    assert box.text() == "calcification"
    assert box.hasFocus()


def test_only_the_words_put_right_are_shown_beside_a_count_in_one_line(reader):
    results = reader.window.results
    asked = "a long question about a hetertopic ossification round an old hip replacement"
    reader.searches(asked)
    meant = asked.replace("hetertopic", "heterotopic")
    hit = results.model.index(0).data(HIT)
    results._show_answer(Answer((hit,), meant=meant, total=20))
    assert results.meant.text().endswith("heterotopic?")
    assert results.meant.accessibleName() == f"Did you mean {meant}?"
    assert meant in results.meant.toolTip()
    assert results._says.text() == "20 pages"
    assert not results._says.wordWrap()


def test_a_field_that_is_begun_offers_its_values_as_chips(reader):
    chips, box = reader.window.results.chips, reader.window.search_box
    reader.does("go.search")
    reader.types("site:")
    reader.waits(lambda: any("Trunk" in chip.text() for chip in chips._chips))
    next(chip for chip in chips._chips if chip.text().startswith("Trunk ")).click()
    assert box.text() == "site:trunk "
    assert box.hasFocus()
    reader.waits(lambda: len(reader.found) > 1)
    reader.types("lab:")
    reader.waits(lambda: any("Phosphate" in chip.text() for chip in chips._chips))
    for _ in "lab:":
        reader.key(Qt.Key.Key_Backspace)
    reader.waits(chips._chips[0].isChecked)


def test_the_last_hit_can_be_reached_by_key(reader):
    titles = reader.searches("calcification")
    for _ in range(len(titles)):
        reader.key(Qt.Key.Key_PageDown)
        reader.waits_a_moment()
    assert reader.found == titles
    assert reader.window.results.view.currentIndex().data() == titles[-1]


def test_what_was_typed_can_be_typed_on_from_chips_and_rows(reader):
    reader.searches("rim")
    box = reader.window.search_box
    reader.does("go.narrow")
    reader.presses_on(Qt.Key.Key_M)
    assert box.text() == "rimm"
    assert box.hasFocus()
    reader.window.results.view.setFocus()
    reader.presses_on(Qt.Key.Key_I)
    assert box.text() == "rimmi"


def test_the_filter_narrows_the_contents_and_the_arrow_enters_them(reader, qtbot):
    reader.does("go.filter")
    qtbot.keyClicks(reader.window.contents.filter_box, "phleb")
    qtbot.keyClick(reader.window.contents.filter_box, Qt.Key.Key_Return)
    assert reader.session.page.title.lower().find("phleb") >= 0 or any(
        "phleb" in synonym.term.lower() for synonym in reader.session.page.synonyms
    )
