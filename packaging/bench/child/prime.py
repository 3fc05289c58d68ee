"""Start the atlas once and close it, so that its caches are full; write the words of its page."""

import json
import sys
from pathlib import Path

from bench.painting import is_painted, settle, settle_until
from bench.running import a_running_atlas

application, atlas = a_running_atlas()
atlas.show()
text = atlas.window.features.text
settle_until(lambda: text.document().characterCount() > 1)
settle(500)
painted = is_painted(text)
Path(sys.argv[1]).write_text(text.toPlainText(), "utf-8")
atlas.window.close()
atlas.close()  # waits for the index
print(json.dumps({"painted": painted}))
