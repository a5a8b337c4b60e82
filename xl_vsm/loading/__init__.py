"""Published tables that an organisation loads itself: read, checked, kept outside the package."""

from xl_vsm.loading.document import Document
from xl_vsm.loading.faults import Fault, LoadingError
from xl_vsm.loading.load import load_pay_ranges
from xl_vsm.loading.stored import Kept
from xl_vsm.loading.template import write_template

__all__ = ["Document", "Fault", "Kept", "LoadingError", "load_pay_ranges", "write_template"]
