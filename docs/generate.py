"""Write the reference pages that follow from the code: ``python docs/generate.py``.

A test holds each of them against what this writes, so that they cannot fall behind.
"""

from __future__ import annotations

from inspect import getdoc
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
HEAD = "<!-- written by docs/generate.py: change the code, not this page -->\n\n"


def methods_page() -> str:
    """Return the page of all methods, step by step, from the engine's registry and its docstrings."""
    from parkindex.cli.commands.methods import row, written
    from parkindex.engine.choices import METHODS

    parts = [HEAD, "# Methods\n\nEvery choice that `methods.yaml` can name, in the order of the handbook.\n"]
    for step, functions in METHODS.items():
        parts.append(f"\n## {step}\n")
        for name, function in functions.items():
            stated = row(step, (name, function))["parameters"]
            parameters = "".join(f"- `{written(one)}`: {one['allowed']}\n" for one in stated)
            parts.append(f"\n### {step}: {name}\n\n")
            parts.append((getdoc(function) or "").replace("``", "`") + "\n")
            parts.append(f"\n{parameters}" if parameters else "\nNo parameters.\n")
    return "".join(parts)


def commands_page() -> str:
    """Return the page of all commands: the help that each of them prints."""
    import typer
    from typer.testing import CliRunner

    from parkindex.cli.application import application

    runner = CliRunner()

    def help_of(*arguments: str) -> str:
        return runner.invoke(application, [*arguments, "--help"], terminal_width=100, prog_name="parkindex").output

    group: Any = typer.main.get_command(application)
    parts = [HEAD, "# Commands\n\nWhat `parkindex --help` and `parkindex COMMAND --help` print.\n"]
    parts.append(f"\n```text\n{help_of()}```\n")
    parts += [f"\n## {name}\n\n```text\n{help_of(name)}```\n" for name in group.commands]
    return "".join(parts)


def checks_page() -> str:
    """Return the page of all checks of the audit, family by family: code, what is asked, what has to be printed."""
    from parkindex.audit import CHECKS, FAMILIES

    parts = [HEAD, "# Checks of the audit\n\nEvery check by its stable code, in the order of the report.\n"]
    for family, name in FAMILIES.items():
        held = {code: check for code, check in CHECKS.items() if code.partition(".")[0] == family}
        if held:
            rows = [
                f"| `{code}` | {check.asks.en} | {check.asks.zh} | {', '.join(check.needs).replace('_', ' ') or '–'} |"
                for code, check in held.items()
            ]
            head = "| code | asks | 检验 | needs |\n|---|---|---|---|"
            parts.append("\n".join((f"\n## {name.en} · {name.zh}\n", head, *rows, "")))
    return "".join(parts)


PAGES = {"methods.md": methods_page, "commands.md": commands_page, "checks.md": checks_page}

if __name__ == "__main__":
    for page, written in PAGES.items():
        (HERE / page).write_text(written(), encoding="utf-8")
