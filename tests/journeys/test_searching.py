from __future__ import annotations

from PySide6.QtCore import Qt


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


def test_the_filter_narrows_the_contents_and_the_arrow_enters_them(reader, qtbot):
    reader.does("go.filter")
    qtbot.keyClicks(reader.window.contents.filter_box, "phleb")
    qtbot.keyClick(reader.window.contents.filter_box, Qt.Key.Key_Return)
    assert reader.session.page.title.lower().find("phleb") >= 0 or any(
        "phleb" in synonym.term.lower() for synonym in reader.session.page.synonyms
    )
