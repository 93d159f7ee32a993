from __future__ import annotations

from parkindex.evidence.vocabulary import BENEFITS, CONDITIONS, LABELS, MEASURES


def test_benefits_are_labels() -> None:
    assert set(BENEFITS) <= set(LABELS)


def test_every_word_has_an_english_of_its_own_language() -> None:
    for words in (LABELS, MEASURES, CONDITIONS):
        for zh, en in words.items():
            assert any("\u4e00" <= letter <= "\u9fff" for letter in zh)
            assert en
            assert not any("\u4e00" <= letter <= "\u9fff" for letter in en)
            assert en == en.strip()
            assert en[0].islower() or en.startswith("R&D")


def test_no_label_holds_what_the_grammar_reads_itself() -> None:
    for label in LABELS:
        assert not any(mark in label for mark in ("最高", "门槛", "/", "%", "元", "：", "，"))
        assert not any(letter.isdigit() for letter in label)
