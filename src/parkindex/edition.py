"""An edition: one evaluation with one cut-off date, kept as a folder of plain text, as one object."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from pydantic import Field

from parkindex.errors import EditionError, Finding, MethodError, UsageError, has_errors
from parkindex.evidence.checks import check as check_dataset
from parkindex.evidence.claims_file import ClaimsFile, checked_claims
from parkindex.evidence.declared import DateField
from parkindex.evidence.read import read_what_can_be_read
from parkindex.evidence.rubrics import with_rubrics
from parkindex.framework.load import read_tree
from parkindex.framework.methods import NamedMethod, read_methods
from parkindex.framework.reading import Located, read_yaml, validate
from parkindex.framework.text import Code, Language, Slug, Strict, Text
from parkindex.index import Index, Panel, Result, changed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from parkindex.analysis.uncertainty.assumptions import Assumption
    from parkindex.analysis.uncertainty.dominance import Dominance
    from parkindex.analysis.uncertainty.levers import Levers
    from parkindex.analysis.uncertainty.sensitivity import Sensitivity
    from parkindex.analysis.uncertainty.stability import Interval
    from parkindex.analysis.uncertainty.uncertainty import Uncertainty
    from parkindex.audit import Audit
    from parkindex.engine.method import Step
    from parkindex.evidence.dataset import Dataset
    from parkindex.evidence.rows import Unit
    from parkindex.framework.model import Framework

Found = TypeVar("Found")


class About(Strict):
    """What ``edition.yaml`` says of the edition as a whole.

    ``subject`` names what a unit is; ``cut_off`` is the date up to which the evidence reaches; ``second_method`` is
    shown beside the default one; ``pages`` are the names of the report's chapters in their order. ``draws`` is the
    number of draws of an uncertainty analysis, chosen by the number of units where it is left out.
    """

    code: Slug
    title: Text
    subject: Text
    cut_off: DateField
    published: DateField | None = None
    publisher: Text
    languages: Annotated[tuple[Language, ...], Field(min_length=1)] = ("zh", "en")
    licence: Text | None = None
    synthetic: bool = False
    seed: Annotated[int, Field(ge=0)] = 0
    draws: Annotated[int, Field(ge=100, le=1_000_000)] | None = None
    method: Code
    second_method: Code | None = None
    pages: tuple[Slug, ...] = ()
    coastal_definition: Text | None = None


@dataclass(frozen=True)
class Edition:
    """One evaluation: what it is about, its framework, evidence and methods. Results are computed once and kept."""

    path: Path
    about: About
    framework: Framework
    dataset: Dataset
    methods: Mapping[str, NamedMethod]
    located: Located = field(repr=False, compare=False)
    findings: tuple[Finding, ...] = ()
    _results: dict[str, Result] = field(default_factory=dict, init=False, repr=False, compare=False)
    _analyses: dict[tuple[str, str], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def result(self, method: str | None = None, **changes: Step | str | int | None) -> Result:
        """Return the result of a method of the edition, of the default one without a name.

        ``changes`` take another choice for some steps, as in `Result.redo`, without scoring the method as it stands.
        Raises `UsageError` for a method that the edition does not have, `MethodError` when it cannot be applied.
        """
        name = method or self.about.method
        if changes:
            index = self._index(name)
            return replace(index, method=changed(index.method, **changes)).score()
        if name not in self._results:
            self._results[name] = self._index(name).score()
        return self._results[name]

    def _index(self, method: str | None) -> Index:
        name = method or self.about.method
        if name not in self.methods:
            known = ", ".join(self.methods)
            raise UsageError(Finding("usage.method", "", f"no method is called '{name}'", f"this edition has {known}"))
        return Index(self.framework, self.dataset, self.methods[name])

    def assumptions(self, method: str | None = None) -> tuple[Assumption, ...]:
        """Return what is assumed to be uncertain about a method; see `parkindex.analysis.trust.assumptions_for`."""
        from parkindex.analysis.trust import assumptions_for

        return self._kept("assumptions", method, lambda name: assumptions_for(self.result(name)))

    def uncertainty(self, method: str | None = None) -> Uncertainty | None:
        """Return how far the ranks of a method can be trusted, None where nothing about it is uncertain.

        With the edition's seed and number of draws, computed once. Raises `MethodError` for assumptions that do not
        hold, and when every draw fails.
        """
        from parkindex.analysis.trust import uncertainty_of

        return self._kept(
            "uncertainty",
            method,
            lambda name: uncertainty_of(
                self.result(name), self.assumptions(name), draws=self.about.draws, seed=self.about.seed
            ),
        )

    def sensitivity(self, method: str | None = None) -> Sensitivity | None:
        """Return which assumption moves the ranks of a method most, None where there are fewer than two."""
        from parkindex.analysis.trust import sensitivity_of

        return self._kept(
            "sensitivity",
            method,
            lambda name: sensitivity_of(self.result(name), self.assumptions(name), seed=self.about.seed),
        )

    def stability(self, method: str | None = None) -> dict[str, tuple[Interval, ...]] | None:
        """Return how far each pillar's weight can move before something changes; None where weights do not act.

        By what stays: ``leader``, ``top`` (the first three) and ``tiers``.
        """
        from parkindex.analysis.trust import stability_of, weights_of

        def compute(name: str) -> dict[str, tuple[Interval, ...]] | None:
            space = weights_of(self.result(name), self.assumptions(name))
            return None if space is None else stability_of(space)

        return self._kept("stability", method, compute)

    def dominance(self, method: str | None = None) -> tuple[Dominance, Dominance] | None:
        """Return who is ahead of whom under all weights and within a quarter of each, None where it cannot be told.

        See `parkindex.analysis.trust.dominance_of`.
        """
        from parkindex.analysis.trust import dominance_of, weights_of

        def compute(name: str) -> tuple[Dominance, Dominance] | None:
            space = weights_of(self.result(name), self.assumptions(name))
            return None if space is None else dominance_of(space)

        return self._kept("dominance", method, compute)

    def levers(self, method: str | None = None) -> dict[str, Levers]:
        """Return what takes each unit one step up, by its code; see `parkindex.analysis.trust.levers_of_all`."""
        from parkindex.analysis.trust import levers_of_all

        return self._kept("levers", method, lambda name: levers_of_all(self.result(name)))

    def audit(self) -> Audit:
        """Return what adds up in what was published, what does not, and what cannot be told; see `parkindex.audit`."""
        from parkindex.audit import audit
        from parkindex.audit.of_edition import publication_of

        def compute(name: str) -> Audit:
            published = publication_of(
                self.result(name),
                title=self.about.title,
                uncertainty=lambda: self.uncertainty(name),
                seed=self.about.seed,
            )
            return audit(published)

        return self._kept("audit", None, compute)

    def _kept(self, analysis: str, method: str | None, compute: Callable[[str], Found]) -> Found:
        """Return an analysis of a method, computed when it is first asked for; a refusal is kept like a result.

        Every value and figure that needs an analysis asks for it, and to be refused can take as long as to be answered.
        """
        key = analysis, method or self.about.method
        if key not in self._analyses:
            try:
                self._analyses[key] = compute(key[1])
            except MethodError as error:
                self._analyses[key] = error
        found = self._analyses[key]
        if isinstance(found, MethodError):
            raise found.with_traceback(None)
        kept: Found = found
        return kept

    def panel(self, method: str | None = None) -> Panel:
        """Return all years under a method of the edition, under the default one without a name.

        Raises `UsageError` for an unknown method and where no observation names a year.
        """
        return self._index(method).panel()

    def find_unit(self, words: str) -> str:
        """Return the code of the unit that is meant by a code, a name in either language, a short name or an alias.

        Raises `UsageError` with the nearest names when there is none.
        """
        known = {name: unit.code for unit in self.dataset.units for name in _names(unit)}
        if words in known:
            return known[words]
        from difflib import get_close_matches

        near = get_close_matches(words, known, n=3, cutoff=0.4) or [unit.code for unit in self.dataset.units[:30]]
        hint = f"did you mean {' or '.join(near)}?"
        raise UsageError(Finding("usage.unit", "", f"no unit is called '{words}'", hint))

    def check(self) -> list[Finding]:
        """Return every finding about the files, the evidence and the methods, in the order in which they were met.

        The pages are checked by `parkindex.publishing.check`, which knows what they may name.
        """
        return [*self.findings, *self.findings_of_claims, *self.failures(*self.methods)]

    @property
    def findings_of_claims(self) -> list[Finding]:
        """What is wrong with ``claims.yaml``, which is read for it."""
        return self.dataset.claims.findings if isinstance(self.dataset.claims, ClaimsFile) else []

    def failures(self, *methods: str) -> list[Finding]:
        """Return why these methods, or their assumptions, cannot be applied; nothing where all of them can."""
        found: list[Finding] = []
        for name in methods:
            try:
                self.assumptions(name)
            except MethodError as error:
                found += error.findings
        return found


def _names(unit: Unit) -> tuple[str, ...]:
    return (unit.code, unit.name.zh, unit.name.en, unit.short.zh, unit.short.en, *unit.aliases)


def open_edition(path: Path | str) -> Edition:
    """Open the edition kept in a folder.

    Raises `EditionError` with all problems of all files at once; warnings and notes are kept in ``findings``. Claims
    are read when they are first asked for, and raise it then; `Edition.check` asks.
    """
    folder = Path(path)
    if not folder.is_dir():
        what = "is a file; expected a folder" if folder.exists() else "no such folder"
        hint = "give the folder that holds edition.yaml; `parkindex new` starts one"
        raise EditionError(Finding("edition.folder", str(folder), what, hint))
    located = read_yaml(folder / "edition.yaml")
    about, findings = validate(located, About)
    framework, of_framework = read_tree(folder / "framework.yaml")
    structure = None if framework is None or has_errors(of_framework) else framework.compile()
    methods, of_methods = read_methods(folder / "methods.yaml", structure)
    dataset, of_dataset = read_what_can_be_read(folder)
    findings += [*of_framework, *of_methods, *of_dataset]
    if about is not None:
        findings += _check_repetitions(about, located)
    if about is not None and methods is not None:
        findings += _check_choice(about, methods, located)
    of_evidence = check_dataset(framework, dataset) if framework is not None else []
    if about is None or framework is None or methods is None or has_errors([*findings, *of_evidence]):
        raise EditionError([*findings, *of_evidence, *checked_claims(folder, framework, dataset)[1]])
    findings += _check_years(about, dataset)
    dataset, of_evidence = _derived(about, framework, dataset, of_evidence)
    findings += of_evidence
    claims = ClaimsFile(partial(checked_claims, folder, framework, dataset))
    if has_errors(findings):
        raise EditionError([*findings, *claims.findings])
    dataset = replace(dataset, claims=claims)
    return Edition(folder, about, framework, dataset, methods, located, tuple(findings))


def _derived(
    about: About, framework: Framework, dataset: Dataset, findings: list[Finding]
) -> tuple[Dataset, list[Finding]]:
    """Add what rubrics derive from evidence without errors, and check it again; ``findings`` are those before."""
    if not any(indicator.rubric for indicator in framework.indicators):
        return dataset, findings
    derived, notes = with_rubrics(framework, dataset, about.cut_off)
    return derived, [*notes, *check_dataset(framework, derived)]


def _check_years(about: About, dataset: Dataset) -> list[Finding]:
    """Find values of a year after the cut-off, by which the edition would be scored."""
    last = about.cut_off.year
    return [
        Finding(
            "evidence.year",
            f"{row.where} column 'year'",
            f"the value is of {row.year}, after the cut-off date {about.cut_off}",
            "mend the year, or move cut_off in edition.yaml",
        )
        for row in dataset.observations
        if row.year is not None and row.year > last
    ]


def _check_repetitions(about: About, located: Located) -> list[Finding]:
    """Find a language or page that ``edition.yaml`` names twice."""
    named: dict[str, tuple[str, ...]] = {"languages": about.languages, "pages": about.pages}
    return [
        Finding("edition.repeated", located.where((key, place)), f"'{key}' names '{name}' twice", "keep one of the two")
        for key, names in named.items()
        for place, name in enumerate(names)
        if name in names[:place]
    ]


def _check_choice(about: About, methods: Mapping[str, NamedMethod], located: Located) -> list[Finding]:
    """Find names of methods in ``edition.yaml`` that ``methods.yaml`` does not have."""
    chosen: list[tuple[Literal["method", "second_method"], str | None]] = [
        ("method", about.method),
        ("second_method", about.second_method),
    ]
    known = ", ".join(methods)
    return [
        Finding(
            "edition.method", located.where((key,)), f"'{key}' names an unknown method '{name}'", f"there are {known}"
        )
        for key, name in chosen
        if name is not None and name not in methods
    ]
