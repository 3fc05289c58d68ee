"""What this program is, and what it must never be taken for."""

from __future__ import annotations

NOT_A_DEVICE = (
    "Educational reference for health professionals. Not a medical device. "
    "Not for diagnosis or measurement of an individual patient. "
    "Images are not for diagnostic display."
)
WHAT_IT_IS = "An offline atlas of soft-tissue calcification and ossification."
PICTURES = (
    "All images are simulated by this program from physical models; "
    "none shows a patient, and each is marked."
)
PRIVACY = "It opens no connection to any network, and tells nobody what you read."
LICENCES = (
    "Program: MIT licence. Text: Creative Commons Attribution 4.0. "
    "It uses Qt through PySide6 (LGPL 3), NumPy, Pillow, PyYAML and Whoosh."
)
ANATOMY = (
    "Anatomy: bones of pelvis and leg from musculoskeletal-models (MPL 2.0); brain from the "
    "ICBM 152 template, copyright 1993-2009 Louis Collins, McConnell Brain Imaging Centre, "
    "Montreal Neurological Institute, McGill University."
)
