"""The time course of a plate: its stages, and what each of them makes of the recipe."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from atlas.content.fields import Fields
from atlas.content.folder import Objection
from atlas.domain.plate import (
    Region,
    Simulated,
    Source,
    Stage,
    StatementId,
    TimeCourse,
    Values,
)

MOST_STEPS = 500  # from first to last
_SLACK = 1e-6  # by which a sum of decimals may miss


def read_region(fields: Fields) -> Region:
    """One outlined part of a plate."""
    sign = fields.text("sign", "")
    if sign:
        fields.document.pointers.append((fields.at("sign"), sign))
    return Region(fields.text("name"), fields.text("label"), StatementId(sign) if sign else None)


def read_course(
    fields: Fields, source: Source | None, regions: tuple[Region, ...], objection: Objection
) -> TimeCourse | None:
    """What stands under `time`, if it is sound; its complaints are in the document."""
    inner = fields.inner("time")
    if inner is None:
        return None
    label, said = inner.text("label"), inner.text("said", "")
    step, shown = inner.number("step", 0.0) or 0.0, inner.number("shown")
    nodes = inner.nodes("stages", required=True)
    stages = tuple(inner.each("stages", partial(_stage, said=bool(said))))
    inner.close()
    if not isinstance(source, Simulated):
        fields.complain("time", "only a simulated plate changes with time")
        return None
    if len(stages) < 2:
        inner.complain("stages", "a time course has two stages or more")
        return None
    course = TimeCourse(label, said, step, stages[0].begins if shown is None else shown, stages)
    sound = _is_measured(inner, course) and _is_driven(inner, course, source)
    for node, stage in zip(nodes, stages, strict=True):
        names = tuple(region.name for region in stage.regions or regions)
        if sound and (wrong := objection(source.changed(stage.values), names)):
            fields.document.complain(node, wrong)
    return course if sound else None


def _stage(fields: Fields, said: bool) -> Stage:
    begins = fields.number("begins")
    if "begins" not in fields:
        fields.complain("begins", "`begins` is missing")
    if not said and "name" not in fields:
        fields.complain("name", "a stage needs a `name` where no `said` puts the time in words")
    values = fields.inner("set")
    if values is None:
        fields.complain("set", "`set` is missing: what the lesions are from here on")
    return Stage(
        begins=begins or 0.0,
        values=_values(values) if values else (),
        name=fields.text("name", ""),
        caption=fields.text("caption", ""),
        regions=tuple(fields.each("regions", read_region)),
    )


def _values(fields: Fields) -> Values:
    given = ((name, fields.as_number(node, f"`{name}`")) for name, node in fields.names())
    return tuple(sorted(given))


def _is_measured(fields: Fields, course: TimeCourse) -> bool:
    """Whether the stages follow each other, and the steps fit between them."""
    if any(after.begins <= before.begins for before, after in pairwise(course.stages)):
        fields.complain("stages", "each stage must begin later than the one before")
        return False
    length = course.last - course.first
    if not 0 < course.step <= length or length / course.step > MOST_STEPS:
        most = f"more than 0 and at most {length:g}, in at most {MOST_STEPS} steps"
        fields.complain("step", f"`step` is how finely time can be chosen: {most}")
        return False
    if not course.first <= course.shown <= course.last:
        between = f"{course.first:g} to {course.last:g}"
        fields.complain("shown", f"`shown` is {course.shown:g}; it may be {between}")
        return False
    for time in (course.shown, *(stage.begins for stage in course.stages)):
        if abs(course.at_step(course.step_of(time)) - time) > _SLACK:
            fields.complain("step", f"no step of {course.step:g} leads to {time:g}")
            return False
    return True


def _is_driven(fields: Fields, course: TimeCourse, source: Simulated) -> bool:
    """Whether every stage sets the same numbers, which the recipe gives as they are at `shown`."""
    names = [name for name, _ in course.stages[0].values]
    if any([name for name, _ in stage.values] != names for stage in course.stages):
        fields.complain("stages", f"each stage must `set` the same: {', '.join(names)}")
        return False
    for name, value in course.values(course.shown):
        driven = [(one, own) for one in source.lesions if (own := one.driven(name))]
        if not driven:
            fields.complain("stages", f"`{name}` is given by no lesion of the recipe")
            return False
        for lesion, own in driven:
            given = dict(lesion.parameters)[own]
            if not isinstance(given, float) or abs(given - value) > _SLACK:
                said = f"`{own}` of the recipe is {given}, but {value:g} at `shown`"
                fields.complain("shown", f"{said}, {course.shown:g}")
                return False
    return True
