from __future__ import annotations

from atlas.imaging.recipes.objections import FAMILIES
from atlas.imaging.recipes.views import VIEWS


def test_every_view_family_region_and_parameter_can_be_asked_for(call):
    status, out, err = call("recipes")
    assert (status, err) == (0, "")
    assert [line.split()[1] for line in out.splitlines() if line.startswith("view: ")] == [*VIEWS]
    told = dict(piece.split(maxsplit=1) for piece in out.split("family: ")[1:])
    assert list(told) == list(FAMILIES)
    for name, family in FAMILIES.items():
        lines = [line.split()[0] for line in told[name].splitlines() if line.startswith("  ")]
        assert lines == ["regions"] * len(family.regions) + [*family.parameters]
        assert all(", ".join(regions) in told[name] for regions in family.regions.values())


def test_a_parameter_is_told_with_its_bounds_and_its_default(call):
    _, out, _ = call("recipes")
    assert "longest diameter: 30 to 95 mm; 68 where it is left out" in out
    assert "which arteries: `both`, `femoral`, `deep`; both where it is left out" in out
    assert "the landmark it lies by: a landmark of the view; needed" in out


def test_the_places_of_a_radiograph_are_told(call):
    _, out, _ = call("recipes")
    knee = out.split("view: knee-ap")[1].split("view: ")[0]
    assert "medial-epicondyle" in knee
    assert "popliteal-artery" in knee
