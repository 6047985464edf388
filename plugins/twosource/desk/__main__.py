"""`python -m twosource.desk`."""

import sys

from twosource.desk.main import main

sys.exit(main())
