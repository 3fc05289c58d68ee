"""Name one plate of each kind: a view with its families."""

import json

from atlas.domain.plate import Simulated
from atlas.paths import Paths
from atlas.workspace import Workspace

kinds: dict[str, list[str]] = {}
for page in Workspace.open(Paths.of_this_computer()).library:
    for plate in page.plates:
        source = plate.source
        if isinstance(source, Simulated):
            families = "+".join(lesion.family for lesion in source.lesions) or "healthy"
            kinds.setdefault(f"{source.view} {families}", [page.id, plate.id])
        elif source is not None:
            kinds.setdefault(f"stored {plate.name}", [page.id, plate.id])
print(json.dumps(kinds))
