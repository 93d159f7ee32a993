"""The command: each subcommand is a few lines over one call of the library.

Rows go to stdout, words and progress to stderr. Exit codes: 0 well, 1 findings, 2 wrong usage, 130 stopped by the user.
"""

from __future__ import annotations

import io
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from parkindex.errors import Finding, ParkIndexError, UsageError


def main() -> None:
    """Run the command line and leave with its exit code; no error of the user's ends in a traceback."""
    _never_stumble_over_characters()
    with interruptions() as interrupted:
        try:
            _run()
        except Exception:
            # Some libraries pass an interruption on as an error of their own.
            if interrupted:
                _stop()
            raise


def _run() -> None:
    try:
        from parkindex.cli import application

        application.application()
    except UsageError as error:
        _report(error.findings)
        sys.exit(2)
    except ParkIndexError as error:
        _report(error.findings)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of our rows has gone (`| head`): say nothing, and keep the interpreter from flushing into nowhere.
        sys.stdout = None
        sys.exit(0)
    except OSError as error:
        where = "" if error.filename is None else str(error.filename)
        _report(
            (Finding("system", where, error.strerror or type(error).__name__, "check the path and its permissions"),)
        )
        sys.exit(1)
    except KeyboardInterrupt:
        _stop()
    except SystemExit as leaving:
        if leaving.code == STOPPED:
            _stop()
        raise


@contextmanager
def interruptions() -> Iterator[list[int]]:
    """Note every Ctrl-C in the list that is yielded, besides raising `KeyboardInterrupt` as ever."""
    met: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield met
        return

    def note(number: int, frame: FrameType | None) -> None:
        met.append(number)
        signal.default_int_handler(number, frame)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield met
    finally:
        signal.signal(signal.SIGINT, before)


STOPPED = 130
"""The exit code after Ctrl-C, which typer turns into a `SystemExit` of its own."""


def _stop() -> NoReturn:
    print("stopped; nothing was left half-written", file=sys.stderr)  # noqa: T201
    sys.exit(STOPPED)


def _never_stumble_over_characters() -> None:
    """Let a terminal that is not in UTF-8 show Chinese names escaped rather than end the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _report(findings: tuple[Finding, ...]) -> None:
    from parkindex.cli.output import report_findings

    report_findings(findings)
