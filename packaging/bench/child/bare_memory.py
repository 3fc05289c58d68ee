"""The most memory the bare window holds."""

import json
import sys
from pathlib import Path

from bench.bare import BareWindow
from bench.memory_of import peak
from bench.painting import settle
from PySide6.QtWidgets import QApplication

application = QApplication(sys.argv[:1])
window = BareWindow(Path(sys.argv[1]).read_text("utf-8"))
window.show()
settle(500)
print(json.dumps({"peak": peak()}))
