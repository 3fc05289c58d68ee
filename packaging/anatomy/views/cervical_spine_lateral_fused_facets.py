"""Cervical spine from the side with tall narrow bodies, fused facets and big spinous processes."""

from __future__ import annotations

from anatomy.bones.neck import Build
from anatomy.view import View
from anatomy.views.cervical_spine_lateral import lateral


def view() -> View:
    return lateral(Build(deep=0.74, high=1.2, spinous=1.12, fused=True))
