"""``STEP=METHOD`` settings of the command line."""

from __future__ import annotations

import pytest

from parkindex.cli.settings import read_choices
from parkindex.engine.method import Method, Step
from parkindex.errors import UsageError


def test_a_method_with_parameters() -> None:
    read = read_choices(["aggregation=power,p=0.5", "tiers=thresholds,at=95/87"])
    assert read == {"aggregation": Step("power", {"p": 0.5}), "tiers": Step("thresholds", {"at": (95, 87)})}


def test_words_and_whole_numbers_stay_what_they_are() -> None:
    assert read_choices(["tiers=natural_breaks,count=4", "ranking=rank,ties=dense"]) == {
        "tiers": Step("natural_breaks", {"count": 4}),
        "ranking": Step("rank", {"ties": "dense"}),
    }


def test_every_setting_that_cannot_be_read_is_named() -> None:
    with pytest.raises(UsageError) as caught:
        read_choices(["aggregation", "nonsense=sum", "tiers="])
    messages = [finding.message for finding in caught.value.findings]
    assert [message.rpartition("got ")[2] for message in messages] == ["'aggregation')", "'nonsense=sum')", "'tiers=')"]


@pytest.mark.parametrize(
    ("setting", "parameters"),
    [
        ("normalisation=goalposts,low=0,high=25,truncate=false", {"low": 0, "high": 25, "truncate": False}),
        ("imputation=latest,within=null", {"within": None}),
        ("tiers=quantiles,at=[0.5]", {"at": (0.5,)}),
        ("normalisation=min_max,to=[0, 10]", {"to": (0, 10)}),
        (
            "weighting=analytic_hierarchy,matrix=[[1, 2], [1/2, 1]],limit=0.2",
            {"matrix": ((1, 2), (0.5, 1)), "limit": 0.2},
        ),
        (
            "denomination=ratio,by={talent: area, financing: area},scale=10",
            {"by": {"talent": "area", "financing": "area"}, "scale": 10},
        ),
        ("normalisation=distance_to_unit,unit=7", {"unit": "7"}),
        ("imputation=group_mean,group=", {"group": ""}),
    ],
)
def test_values_are_read_as_in_methods_yaml(setting: str, parameters: dict[str, object]) -> None:
    (step,) = read_choices([setting]).values()
    assert dict(step.parameters) == parameters


def test_a_choice_for_one_node_keeps_the_rest_of_the_step() -> None:
    base = Method("m", weighting=Step("critic", nodes={"policy": Step("equal")}))
    read = read_choices(["weighting@index=entropy", "weighting@research=merec"], base)
    nodes = {"policy": Step("equal"), "index": Step("entropy"), "research": Step("merec")}
    assert read == {"weighting": Step("critic", nodes=nodes)}
    assert read_choices(["aggregation@index=geometric"]) == {
        "aggregation": Step("arithmetic", nodes={"index": Step("geometric")})
    }


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("wieghting=entropy", "did you mean 'weighting'?"),
        ("tiers@index=k_means", "tiers takes one choice for all nodes"),
        ("weighting@=entropy", "--set takes STEP=METHOD"),
        ("normalisation=min_max,=3", "a parameter is written NAME=VALUE"),
        ("tiers=thresholds,at", "a parameter is written NAME=VALUE"),
    ],
)
def test_what_is_wrong_with_a_setting_is_said_with_an_example(setting: str, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_choices([setting])
    (finding,) = caught.value.findings
    assert words in f"{finding.message} {finding.hint}"
    assert finding.hint
