from atlas.search.facets import facets_of
from atlas.search.fields import Fields
from atlas.search.query import Query


def labels(facets, field):
    return [choice.label for facet in facets if facet.field == field for choice in facet.choices]


def test_choices_part_what_is_typical_of_the_first_hits(atlas_index):
    facets = atlas_index.find(Query.parse("rim muscle")).facets
    assert "Head and neck" not in labels(facets, "site")
    assert "Muscle" in labels(facets, "tissue")


def test_the_same_pages_in_another_order_are_parted_otherwise(atlas_pages):
    fields, query = Fields(atlas_pages), Query(("calcification",))
    pages = range(len(atlas_pages))
    assert facets_of(query, pages, fields) != facets_of(query, pages[::-1], fields)


def test_no_hits_have_no_facets(atlas_pages):
    assert facets_of(Query(("zzz",)), (), Fields(atlas_pages)) == ()
