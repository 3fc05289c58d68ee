"""The contents file: categories, their groups, and the pages in them."""

from __future__ import annotations

from functools import partial

import yaml

from atlas.content.document import Document
from atlas.content.fields import Fields
from atlas.domain.errors import Problem, Where
from atlas.domain.library import Category, CategoryId, Group
from atlas.domain.page import PageId

Mentions = dict[PageId, list[tuple[str, Where]]]
"""Each page that the contents name: under which category, and where it is written."""


def contents_of(document: Document) -> tuple[tuple[Category, ...], Mentions]:
    """The categories in the order of the file, and where each page is named first."""
    fields = Fields(document, document.root)
    mentions: Mentions = {}
    categories = fields.each("categories", partial(_category, mentions), required=True)
    fields.close()
    kept = tuple(category for category in categories if category is not None)
    _complain_of_doubles(document, mentions)
    return kept, mentions


def _category(mentions: Mentions, fields: Fields) -> Category | None:
    category = fields.one_of("id", CategoryId)
    name = category.value if category else ""
    if category:
        fields.document.define("category", fields.at("id"), name)
    overview = _mention(fields, name, fields.at("overview"), fields.text("overview"), mentions)
    title = fields.text("title")
    groups = fields.each("groups", partial(_group, name, mentions), required=True)
    also = tuple(PageId(page) for page in fields.texts("also"))
    for node, page in zip(fields.nodes("also"), also, strict=True):
        fields.document.links.append((fields.document.where(node), page))
    if category is None:
        return None
    return Category(category, title, overview, tuple(groups), also)


def _group(category: str, mentions: Mentions, fields: Fields) -> Group:
    nodes = fields.nodes("pages", required=True)
    names = fields.texts("pages")
    pages = [_mention(fields, category, n, p, mentions) for n, p in zip(nodes, names, strict=True)]
    return Group(fields.text("title"), tuple(pages))


def _mention(
    fields: Fields, category: str, node: yaml.Node, name: str, mentions: Mentions
) -> PageId:
    page = PageId(name)
    if page:
        mentions.setdefault(page, []).append((category, fields.document.where(node)))
    return page


def _complain_of_doubles(document: Document, mentions: Mentions) -> None:
    for page, places in mentions.items():
        for _, where in places[1:]:
            document.problems.append(
                Problem(where, f"`{page}` has its place already, at line {places[0][1].line}")
            )
