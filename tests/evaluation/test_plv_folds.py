from __future__ import annotations

from evaluation.plv_folds import FOLDS, fold_of


def test_rows_of_one_sentence_are_in_one_fold() -> None:
    assert fold_of("Ghana accused Togo.") == fold_of("Ghana accused Togo.")


def test_folds_are_of_like_size() -> None:
    sizes = [0] * FOLDS
    for n in range(1000):
        sizes[fold_of(f"sentence {n}")] += 1

    assert min(sizes) > 150
