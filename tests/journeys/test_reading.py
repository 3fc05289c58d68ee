from __future__ import annotations

from PySide6.QtCore import Qt

from atlas.domain.page import PageId
from atlas.domain.place import Place
from atlas.domain.plate import PlateId
from atlas.settings import Settings


def test_a_click_in_the_contents_brings_features_and_picture(reader):
    reader.opens("Ossification", "Post-traumatic", "Myositis ossificans")
    assert reader.reads("mineral")
    reader.waits_for_the_picture()


def test_the_way_back_by_key_command_and_side_button(reader):
    reader.opens("Metabolic", "Other", "Gout")
    reader.opens("Infection", "Parasitic", "Cysticercosis")
    reader.opens("Localized", "Trauma", "Fat necrosis")
    reader.does("go.back")
    assert reader.is_on("Cysticercosis")
    reader.presses_mouse(Qt.MouseButton.BackButton)
    assert reader.is_on("Gout")
    reader.presses_mouse(Qt.MouseButton.ForwardButton)
    assert reader.is_on("Cysticercosis")
    assert reader.may("go.forward")


def test_the_side_buttons_work_over_every_panel(reader):
    reader.opens("Metabolic", "Other", "Gout")
    window = reader.window
    reader.searches("phleb")
    reader.key(Qt.Key.Key_Return)
    for over in (
        window.contents.tree.viewport(),
        window.contents.filter_box,
        window.results.view.viewport(),
        window.search_box,
        window.features.text.viewport(),
        window.viewer.viewport,
        window.viewer.strip.viewport(),
        window.status,
    ):
        reader.presses_mouse(Qt.MouseButton.BackButton, over)
        assert reader.is_on("Gout"), over
        reader.presses_mouse(Qt.MouseButton.ForwardButton, over)
        assert not reader.is_on("Gout"), over


def test_a_preview_that_is_opened_can_be_left_by_back(reader):
    reader.opens("Metabolic", "Other", "Gout")
    titles = reader.searches("tram track")
    reader.key(Qt.Key.Key_Down)
    reader.waits(lambda: reader.is_on(titles[0]))
    reader.key(Qt.Key.Key_Return)
    assert reader.may("go.back")
    assert reader.window.contents.tree.currentIndex().data() == titles[0]


def test_arrows_in_the_contents_preview_and_leaving_makes_one_step(reader, qtbot):
    reader.opens("Metabolic", "Other", "Gout")
    tree = reader.window.contents.tree
    qtbot.keyClick(tree, Qt.Key.Key_Up)
    qtbot.keyClick(tree, Qt.Key.Key_Up)
    passed = tree.currentIndex().data()
    assert reader.is_on(passed)
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    reader.does("go.back")
    assert reader.is_on("Gout")


def test_a_second_place_leads_to_the_same_page(reader):
    reader.opens("Metabolic", "See also", "Tumoral calcinosis")
    assert reader.window.top_bar.trail._category.text() == "Generalized ›"


def test_the_category_in_the_trail_leads_to_its_overview(reader):
    reader.opens("Metabolic", "Other", "Gout")
    reader.window.top_bar.trail._category.click()
    assert reader.is_on("Metastatic calcification")


def test_turning_the_pages_of_the_contents_by_key(reader):
    reader.opens("Metabolic", "Renal", "Chronic kidney disease: soft-tissue calcification")
    reader.does("go.next")
    assert reader.is_on("Calciphylaxis")
    reader.does("go.previous")
    reader.does("go.previous")
    assert reader.is_on("Metastatic calcification")


def test_every_page_opens_and_shows_its_title(reader):
    for page in reader.session.library:
        reader.session.open(page.id)
        assert reader.reads(page.title), page.id


def test_sentence_and_region_light_each_other(reader):
    reader.session.open(PageId("synovial-sarcoma"))
    reader.waits_for_the_picture()
    sign = reader.session.plate.regions[0].sign
    reader.window.viewer.viewport.region_clicked.emit(reader.session.plate.regions[0].name)
    assert reader.session.lit == sign
    assert reader.window.features.text._lit == sign


def test_the_plates_of_a_page_turn_by_key_and_the_page_stays(reader):
    reader.session.open(PageId("myositis-ossificans"))
    first = reader.session.plate
    reader.does("image.next")
    assert reader.session.plate != first
    assert reader.is_on("Myositis ossificans")
    reader.does("image.previous")
    assert reader.session.plate == first


def test_a_plate_without_a_picture_says_what_it_will_show(reader):
    pages = reader.session.library
    page, plate = next((p, q) for p in pages for q in p.plates if not q.source)
    reader.session.go(Place(page.id, plate.id))
    shown = reader.window.viewer.notice
    assert shown.isVisible()
    assert not reader.may("image.invert")


def test_single_letters_can_be_switched_off(start):
    reader = start(Settings(notice_read=True, letter_keys=False))
    assert reader._atlas.actions["image.invert"].shortcuts() == []
    reader.does("view.letter_keys")
    assert reader._atlas.actions["image.invert"].shortcut().toString() == "Shift+I"


def test_another_variant_and_the_way_back_by_key(reader):
    reader.session.open(PageId("liposarcoma"))
    reader.waits_for_the_picture()
    seed = reader.session.plate.source.seed
    assert not reader.may("image.first_variant")
    reader.window.viewer.focus_image()
    reader.presses("V")
    reader.waits(lambda: reader.says_of_the_picture(f"variant {seed + 1}"))
    reader.presses("Shift+V")
    reader.waits(lambda: reader.says_of_the_picture(f"variant {seed}"))
    assert not reader.may("image.first_variant")


def test_through_time_by_key_and_the_words_follow(reader):
    reader.session.go(Place(PageId("myositis-ossificans"), PlateId("radiograph-thigh")))
    reader.waits_for_the_picture()
    assert reader.says_of_the_picture("week 6")
    reader.window.viewer.focus_image()
    reader.presses(", , ,")
    assert not reader.may("image.earlier")
    reader.waits(lambda: reader.says_of_the_picture("week 3 · first floccules"))
    assert "first floccules" in reader.window.viewer.caption.text
