"""Glad and sorry texts in six languages, denied, strengthened and softened."""

import numpy as np
import pandas as pd
import pytest

from signals.voice import polarity as lists
from signals.voice.polarity import LANGUAGES, REACH, polarity

GLAD = {
    "en": [
        "Excellent service and friendly staff",
        "I love it",
        "Not only cheap but great",
        "No problems at all, thank you",
    ],
    "de": [
        "Sehr freundlicher Service, gerne wieder",
        "Keine Probleme",
        "Nicht nur günstig, sondern auch gut",
        "Es gefällt mir",
    ],
    "fr": [
        "Le livreur était très aimable",
        "Aucun problème, livraison rapide",
        "J'adore ce magasin",
        "Pas mal du tout",
    ],
    "es": ["Muy buen servicio, estoy encantada", "Sin problemas, todo perfecto", "Me gusta mucho", "Lo recomiendo"],
    "it": ["Ottimo prodotto, consegna veloce", "Nessun problema", "Mi piace molto", "Il personale è gentile"],
    "pt": ["Ótimo atendimento, recomendo", "Sem problemas, entrega rápida", "Gostei muito", "A entrega foi rápida"],
}
SORRY = {
    "en": [
        "not good",
        "It isn't very good",
        "I don’t recommend it",
        "The parcel arrived late and broken",
        "I dont like it",
    ],
    "de": [
        "nicht gut",
        "Das Gerät funktioniert leider nicht",
        "Gefällt mir nicht",
        "Die Lieferung war viel zu spät",
        "Ich bin überhaupt nicht zufrieden",
    ],
    "fr": ["pas bon", "Je ne recommande pas ce magasin", "Produit cassé, service nul", "La livraison n'est pas rapide"],
    "es": ["no es bueno", "No funciona", "El paquete llegó roto y tarde", "La atención fue pésima"],
    "it": ["non è buono", "Il pacco è arrivato rotto", "Non funziona e nessuno risponde", "Il servizio è pessimo"],
    "pt": ["não é bom", "Não gostei", "O produto chegou quebrado e atrasado", "O atendimento foi péssimo"],
}


def told(*texts):
    return polarity(pd.Series(texts, dtype=object)).tolist()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glad_are_above_and_the_sorry_below_zero(language):
    assert min(told(*GLAD[language])) > 0 > max(told(*SORRY[language]))


def test_a_language_keeps_its_own_words():
    fast, almost, mal = told("fast delivery", "Das ist fast alles", "Ich war einmal da, noch mal")
    assert fast > 0 and np.isnan(almost) and np.isnan(mal)


def test_more_is_more_and_less_is_less():
    slightly, plain, very, best = told("slightly slow", "slow", "very slow", "terrible")
    assert best < very < plain < slightly < 0


def test_a_denied_word_is_less_than_its_opposite():
    assert told("bad")[0] < told("not good")[0] < 0 < told("not bad")[0] < told("good")[0]


def test_a_negation_reaches_no_further_than_its_clause_and_its_reach():
    far = " ".join(["table"] * REACH)
    near = " ".join(["table"] * (REACH - 1))
    assert min(told("It is not, good", "It is not. Good", f"not {far} good")) > 0
    assert told(f"not {near} good")[0] < 0


def test_what_comes_after_a_but_is_meant_more():
    assert told("good, but slow")[0] < 0 < told("slow, but good")[0]


def test_as_much_good_as_bad_is_zero_not_missing():
    assert told("good and bad") == [0.0]


@pytest.mark.parametrize("text", [None, float("nan"), pd.NA, "", "   ", "...", "Order 4711", "🙂", 5, "\x00", "not"])
def test_where_nothing_tells_the_polarity_is_missing(text):
    assert np.isnan(told(text)).all()


def test_every_polarity_lies_between_minus_one_and_one():
    found = told("great " * 3000, "terrible " * 3000, "not great " * 3000, "<b>bad</b>", "GREAT!!!")
    assert all(abs(each) <= 1 for each in found)
    assert found[0] > 0.9 and found[1] < -0.9 and found[3] < 0 < found[4]


def test_accents_and_capitals_are_a_matter_of_taste():
    assert len(set(told("Não é bom", "NAO E BOM", "nao e bom", "na\u0303o e\u0301 bom"))) == 1


def test_each_text_keeps_its_place():
    texts = pd.Series([text for each in (GLAD, SORRY) for language in LANGUAGES for text in each[language]])
    before = texts.copy()
    shuffled = texts.sample(frac=1, random_state=1)
    assert polarity(shuffled).reindex(texts.index).equals(polarity(texts))
    assert texts.equals(before)
    assert polarity(texts.iloc[:0]).dtype == float and polarity(texts.iloc[:0]).empty


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_listed_as_good_and_as_bad(language):
    good, bad = (a[language] | b[language] for a, b in ((lists.GOOD, lists.VERY_GOOD), (lists.BAD, lists.VERY_BAD)))
    for entry in good:
        word = entry.removesuffix("*")
        assert not lists._is_in(word, bad), entry
    for entry in bad:
        assert not lists._is_in(entry.removesuffix("*"), good), entry


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_are_folded_and_their_stems_not_too_short(language):
    for each in (lists.GOOD, lists.VERY_GOOD, lists.BAD, lists.VERY_BAD):
        for entry in each[language]:
            word = entry.removesuffix("*")
            assert lists.words_of(word) == [word]
            assert word == entry or len(word) >= lists.SHORTEST_STEM
