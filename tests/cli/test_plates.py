from __future__ import annotations

import json


def test_every_plate_that_can_be_rendered_has_its_line(call, workspace):
    status, out, err = call("plates")
    assert (status, err) == (0, "")
    made = [(page.id, one.id) for page in workspace.library for one in page.plates if one.source]
    assert [tuple(line.split()[:2]) for line in out.splitlines()] == made


def test_plates_as_json_say_what_they_are_made_of(call):
    status, out, err = call("plates", "--json")
    assert (status, err) == (0, "")
    row = next(row for row in json.loads(out) if row["page"] == "liposarcoma")
    assert row == {
        "page": "liposarcoma",
        "plate": "ct-thigh",
        "title": "Liposarcoma",
        "modality": "ct",
        "view": "thigh-ct",
        "projection": "Axial",
        "simulated": True,
        "time": None,
    }
