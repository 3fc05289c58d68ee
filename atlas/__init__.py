"""An offline radiology atlas of soft-tissue calcification and ossification."""

__version__ = "0.1.0"
