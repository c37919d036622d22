"""Main: from an argument list to an exit code; nothing a person sees is ever a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from sesbank.cli.parser import parse
from sesbank.cli.printing import complain, flush, prepare_streams, show_trace, silence
from sesbank.collecting import collect_rarely
from sesbank.errors import Exit, NotSavedError, SesbankError
from sesbank.files import reason

DEBUG_VARIABLE = "SESBANK_DEBUG"
"""Set to anything to see the whole traceback of an unforeseen error."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command, or open the app without one, and return the exit code."""
    collect_rarely()
    prepare_streams()
    try:
        arguments = parse(sys.argv[1:] if argv is None else argv)
        code: int = arguments.run(arguments)
        flush()
    except SystemExit as stop:  # --help and --version
        return stop.code if isinstance(stop.code, int) else 0
    except SesbankError as error:
        complain(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        complain("stopped")
        return Exit.STOPPED
    except EOFError:
        complain("stopped: there was no answer")
        return Exit.STOPPED
    except BrokenPipeError:
        silence()
        return Exit.BROKEN_PIPE
    except OSError as error:
        # Failures with files are told where they happen; without a file name it is the output.
        if error.filename is not None:
            return _unforeseen(error)
        silence()
        complain(f"the output could not be written: {reason(error)}")
        return NotSavedError.exit_code
    except Exception as error:
        return _unforeseen(error)
    return int(code)


def _unforeseen(error: Exception) -> int:
    """Say that something failed, and where; the error's own text may hold a story's words."""
    import traceback

    if os.environ.get(DEBUG_VARIABLE):
        show_trace("".join(traceback.format_exception(error)))
        return Exit.INTERNAL
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    complain(
        f"something went wrong inside sesbank ({type(error).__name__}{place}); "
        f"run it again with {DEBUG_VARIABLE}=1 to see more",
    )
    return Exit.INTERNAL
