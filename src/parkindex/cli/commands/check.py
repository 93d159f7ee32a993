"""`parkindex check`: every problem of an edition, with its address."""

from __future__ import annotations

import typer

from parkindex.cli.parameters import EditionPath, Json


def check(edition: EditionPath, json: Json = False) -> None:
    """Check an edition: files, codes, values, methods and pages. All problems are shown at once.

    Leaves with 1 when there is an error; warnings and notes alone leave with 0.

    Example: parkindex check editions/blockchain-parks-2019
    """
    from dataclasses import asdict

    from parkindex.cli.output import emit_json, report_findings, say
    from parkindex.cli.progress import progress
    from parkindex.errors import has_errors
    from parkindex.publishing.check import check_edition

    with progress("Checking"):
        findings = check_edition(edition)
    if json:
        emit_json([asdict(finding) for finding in findings])
    else:
        report_findings(findings)
        if not findings:
            say(f"{edition}: nothing to mend")
    raise typer.Exit(1 if has_errors(findings) else 0)
