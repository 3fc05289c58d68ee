from atlas.search.documents import said_of
from atlas.search.evidence import Said
from atlas.search.meaning import Wanted
from atlas.search.passages import BODY, KEY, Passage

PASSAGES = (
    Passage("A dark rim of low signal.", KEY, "key feature"),
    Passage("The rim is low.", BODY, "sign on MR"),
    Passage("Signal of fat.", BODY, "sign on MR"),
)
SAID = Said(said_of(PASSAGES), PASSAGES)


def wanted(*words):
    return [Wanted({word: 1.0}) for word in words]


def evidence(*words):
    return SAID.evidence(wanted(*words), [1 / len(words)] * len(words))


def test_the_passage_with_most_words_speaks_first():
    assert evidence("rim", "signal").passages[0].why == "key feature"


def test_words_that_stand_side_by_side_count_more_in_their_order():
    assert evidence("low", "signal").neighbours > evidence("signal", "low").neighbours > 0
    assert evidence("rim", "fat").neighbours == 0


def test_small_words_do_not_part_neighbours():
    assert evidence("rim", "low").neighbours == evidence("low", "signal").neighbours


def test_a_group_is_said_only_where_all_its_terms_are():
    group = [Wanted({}, {("fat", "signal"): 1.0})]
    assert [p.text for p in SAID.evidence(group, [1.0]).passages] == ["Signal of fat."]
