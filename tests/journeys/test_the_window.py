from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from atlas.domain.page import PageId
from atlas.settings import Settings, load
from atlas.ui.about.words import NOT_A_DEVICE
from atlas.ui.kit.theme import THEMES


def test_three_themes_go_round_and_never_touch_the_picture(reader):
    reader.session.open(PageId("synovial-sarcoma"))
    reader.waits_for_the_picture()
    grounds, pictures = [], []
    for _ in THEMES:
        grounds.append(reader.window.grab().toImage().pixelColor(3, 120).name())
        view = reader.window.viewer.viewport
        pictures.append(view.grab().toImage().pixelColor(view.width() // 2, view.height() // 2))
        reader.does("view.theme")
    assert len(set(grounds)) == 3
    assert len({colour.name() for colour in pictures}) == 1


def test_the_theme_is_kept_for_the_next_start(start, tmp_path):
    reader = start(Settings(notice_read=True, theme="dark"))
    reader.does("view.light")
    assert load(tmp_path / "reader" / "config" / "settings.json").settings.theme == "light"
    again = start()
    assert again.session.look.theme.id == "light"


def test_the_page_and_the_size_are_kept_for_the_next_start(start):
    reader = start(Settings(notice_read=True))
    reader.session.open(PageId("gout"))
    reader.window.body.across.moveSplitter(333, 1)
    reader.window.resize(777, 700)  # the screen of the tests is 800 pixels wide
    reader.waits(lambda: reader.window.body.narrow)
    reader.window.body.reading.moveSplitter(444, 1)
    shared = reader.window.body.sizes
    reader.window.close()
    again = start(size=None)
    assert again.is_on("Gout")
    assert (again.window.width(), again.window.height()) == (777, 700)
    assert again.window.body.sizes == shared
    again.waits(lambda: again.window.body.reading.sizes()[1] == shared.features)
    again.window.resize(1440, 800)
    again.waits(lambda: again.window.body.across.sizes()[0] == 333)


def test_upright_and_lying_each_keep_their_sizes(start):
    reader = start(Settings(notice_read=True), size=(1300, 900))
    body = reader.window.body
    body.reading.moveSplitter(500, 1)
    lying = body.reading.sizes()
    reader.window.resize(1080, 1600)
    reader.waits(lambda: body.portrait)
    body.reading.moveSplitter(700, 1)
    upright = body.reading.sizes()
    reader.window.resize(1300, 900)
    reader.waits(lambda: body.reading.sizes() == lying)
    reader.window.resize(1080, 1600)
    reader.waits(lambda: body.reading.sizes() == upright)


def test_a_narrow_window_folds_the_contents_to_a_drawer(start):
    reader = start(Settings(notice_read=True), size=(1024, 768))
    window = reader.window
    assert not window.left.isVisible()
    reader.does("view.contents")
    assert window.left.isVisible()
    assert window.left.geometry().width() < 400
    reader.opens("Metabolic", "Other", "Gout")
    assert not window.left.isVisible()


def test_typing_in_a_narrow_window_opens_the_drawer_and_enter_closes_it(start):
    reader = start(Settings(notice_read=True), size=(1024, 768))
    reader.searches("gout")
    assert reader.window.left.isVisible()
    reader.key(Qt.Key.Key_Return)
    assert not reader.window.left.isVisible()


def test_a_portrait_screen_stacks_image_over_features(start):
    reader = start(Settings(notice_read=True), size=(1080, 1600))
    image, features = reader.window.viewer, reader.window.features
    assert (
        image.mapToGlobal(image.rect().bottomLeft()).y()
        <= features.mapToGlobal(features.rect().topLeft()).y()
    )


def test_maximising_gives_the_image_the_room_and_back(reader):
    before = reader.window.viewer.width()
    reader.does("image.maximise")
    reader.waits(lambda: reader.window.viewer.width() > before + 400)
    assert not reader.window.features.isVisible()
    reader.does("image.maximise")
    reader.waits(lambda: reader.window.viewer.width() == before)


def test_text_grows_to_two_hundred_per_cent(reader):
    for _ in range(15):
        reader.does("page.larger")
    assert reader.session.look.scale == 2.0
    assert reader.window.top_bar.height() == 92
    reader.does("page.plain_size")
    assert reader.session.look.scale == 1.0


def test_the_first_start_says_what_the_program_is_not(start):
    reader = start()
    strip = reader.window.notice_strip
    assert strip.isVisible()
    strip.button.click()
    assert not strip.isVisible()
    assert reader.session.settings.notice_read
    assert NOT_A_DEVICE.startswith("Educational reference for health professionals.")


def test_a_nonsense_settings_file_is_told_and_mended_one_by_one(start, tmp_path):
    folder = tmp_path / "reader" / "config"
    folder.mkdir(parents=True)
    (folder / "settings.json").write_text('{"theme": "pink", "text_size": 120}')
    reader = start()
    reader.waits(lambda: reader.is_told("`theme` cannot be 'pink'"))
    assert reader.session.settings.text_size == 120


def test_settings_that_cannot_be_written_are_told_and_still_hold(start, tmp_path):
    (tmp_path / "reader").mkdir()
    (tmp_path / "reader" / "config").write_text("a file where the folder should be")
    reader = start()
    reader.does("view.light")
    assert reader.is_told("could not be saved")
    assert reader.session.look.theme.id == "light"


def test_two_programs_at_once_do_not_disturb_each_other(start):
    one = start(Settings(notice_read=True))
    two = start()
    assert one.searches("gout")[0] == two.searches("gout")[0] == "Gout"
    one.does("view.light")
    two.does("view.dark")
    assert (one.session.settings.theme, two.session.settings.theme) == ("light", "dark")


def test_f6_goes_round_the_panels(reader):
    reader.window.activateWindow()
    seen = set()
    for _ in range(4):
        reader.does("go.panel")
        focus = QApplication.focusWidget() or reader.window.focusWidget()
        seen.add(type(focus).__name__)
    assert len(seen) >= 4


def test_every_line_and_button_has_the_font_of_the_look(reader):
    window = reader.window
    for widget in (window.search_box, window.status, window.features.find_bar.box):
        assert widget.font().families() == window.session.look.font(13).families()


def test_a_link_to_what_is_shown_is_copied_and_leads_back(reader):
    reader.session.open(PageId("liposarcoma"))
    reader.waits_for_the_picture()
    reader.does("image.bone")
    reader.does("page.copy_link")
    link = QGuiApplication.clipboard().text()
    assert link == "calcatlas:page/liposarcoma#plate=ct-thigh&ww=2000&wl=350&overlay=1"
    reader.session.open(PageId("lipoma"))
    reader.follows(link)
    assert reader.session.place.page == "liposarcoma"
    assert reader.window.viewer.preset_name == "bone"
