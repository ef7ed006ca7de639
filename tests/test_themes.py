"""What customers talk about is found in six languages, by each text itself, whatever it contains."""

import time

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from benchmarks.voice import NO_THEME, SENTENCES, sentences_of
from signals.voice.lexicon import PHRASES, PHRASES_OF
from signals.voice.phrase_matching import Phrases
from signals.voice.themes import LONGEST, THEMES, themes_of
from signals.voice.touchpoints import STAGES, departments

SAID = """
late_delivery      | My parcel arrived a week late | Das Paket kam viel zu spät | Le colis est arrivé en retard | El paquete llegó tarde | Il pacco è arrivato in ritardo | A encomenda chegou com atraso
quick_delivery     | Shipping was really fast | Der Versand war top, schnelle Lieferung | Livraison très rapide | Entrega muy rápida | Consegna velocissima | Entrega super rápida
damaged_delivery   | The box was crushed | Das Gerät kam beschädigt an | Le colis était endommagé | El paquete llegó dañado | Merce arrivata danneggiata | O produto chegou danificado
price_too_high     | Far too expensive | Leider viel zu teuer | Beaucoup trop cher | Demasiado caro | Troppo caro per me | Muito caro
good_value         | Great value for money | Das Preis-Leistungs-Verhältnis stimmt | Bon rapport qualité prix | Buena relación calidad-precio | Ottimo rapporto qualità prezzo | Ótimo custo-benefício
wrong_invoice      | There was an error on the bill | Die Abrechnung ist falsch | La facture contient une erreur | La factura tiene un error | La fattura è sbagliata | A fatura veio errada
refund_and_payment | I want my money back | Ich möchte mein Geld zurück | J'attends mon remboursement | Quiero un reembolso | Voglio il rimborso | Quero o reembolso
poor_quality       | It fell apart after a month | Nach zwei Tagen ging es kaputt | Il s'est cassé au bout d'un jour | Se rompió enseguida | Si è rotto subito | Quebrou na primeira semana
does_not_work      | It doesn't work at all | Das Gerät funktioniert nicht | L'appareil ne fonctionne pas | El aparato no funciona | L'apparecchio non funziona | O aparelho não funciona
works_well         | It works really well | Funktioniert einwandfrei | Il fonctionne très bien | Funciona muy bien | Funziona benissimo | Funciona muito bem
out_of_stock       | Always out of stock | Ständig ausverkauft | Encore en rupture de stock | Siempre agotado | Sempre esaurito | Sempre esgotado
waiting_time       | We waited two hours | Die Wartezeit war ewig | Trop d'attente, une heure ! | Esperamos dos horas | Tempi di attesa infiniti | O tempo de espera foi enorme
friendly_staff     | The nurses were lovely | Das Personal war sehr freundlich | Le personnel est très aimable | El personal es muy amable | Il personale è molto gentile | Os funcionários são muito simpáticos
unfriendly_staff   | The staff weren't friendly | Der Fahrer war nicht freundlich | Le vendeur n'est pas aimable | La camarera no fue amable | Il personale non è gentile | O pessoal não foi simpático
website_trouble    | The app crashes daily | Die Webseite stürzt ständig ab | Le site est trop lent | La página no carga | Il sito non funziona | O site não abre
side_effects       | I got a rash from it | Starke Nebenwirkungen | Beaucoup d'effets secondaires | Muchos efectos secundarios | Troppi effetti collaterali | Muitos efeitos colaterais
size_and_fit       | It runs small | Fällt zu klein aus | Il est trop serré | Me queda grande | Troppo stretto | Ficou apertado
taste_and_smell    | It smells odd | Es schmeckt komisch | Un drôle de goût | Tiene mal sabor | Ha un sapore strano | O cheiro é forte
parking            | Nowhere to leave the car, no parking | Keine Parkplätze | Impossible de se garer | Sin aparcamiento | Nessun parcheggio | Sem estacionamento
"""  # noqa: E501
LINES = [[cell.strip() for cell in line.split("|")] for line in SAID.strip().splitlines()]
TEXTS = pd.Series([text for line in LINES for text in line[1:]], name="verbatim")


def heard(*texts: str) -> list[set[str]]:
    """The themes of each text, in one call: the expressions are compiled anew by each."""
    told = themes_of(pd.Series(texts, dtype="object"))
    return [set(told[told.row == place].theme) for place in range(len(texts))]


def test_six_languages_speak_of_one_theme():
    found = iter(heard(*TEXTS))
    missed = [text for theme, *texts in LINES for text in texts if theme not in next(found)]
    assert missed == [] and {len(line) for line in LINES} == {7}


DENIALS = [  # text, a theme it has, a theme it has not
    ("The delivery was not late", None, "late_delivery"),
    ("It is not expensive", None, "price_too_high"),
    ("Nicht nur freundlich, auch schnell", "friendly_staff", "unfriendly_staff"),
    ("Not cheap but the staff is friendly", "friendly_staff", "unfriendly_staff"),
    ("Not helpful", "unfriendly_staff", "friendly_staff"),
    ("Le personnel n'est pas très aimable", "unfriendly_staff", "friendly_staff"),
    ("Personale per niente gentile, non gentile", "unfriendly_staff", None),
    ("My kind of dress; das Kind war krank", None, "friendly_staff"),
]


def test_a_denial_turns_a_theme():
    for (text, theme, other), found in zip(DENIALS, heard(*(text for text, *_ in DENIALS)), strict=True):
        assert other not in found, text
        assert theme is None or theme in found, text


def test_a_text_may_have_several_themes():
    assert {"late_delivery", "price_too_high"} <= heard("Arrived late. And far too expensive!")[0]


def test_case_accents_tags_and_entities_do_not_matter():
    loud, plain = heard("<p>LIVRAISON&nbsp;TRES <b>RAPIDE</b></p>", "livraison très rapide")
    assert loud == plain == {"quick_delivery"}


def test_other_texts_and_their_order_change_nothing():
    alone, before = themes_of(TEXTS), TEXTS.copy(deep=True)
    more = pd.concat([TEXTS, pd.Series(["Too late", "x" * 50], index=[900, 901])]).sample(frac=1, random_state=2)
    again = themes_of(more)
    again = again[again.row < 900].sort_values("row", kind="stable").reset_index(drop=True)
    assert_frame_equal(again, alone)
    assert TEXTS.equals(before)


def test_each_row_has_the_label_of_its_text():
    told = themes_of(pd.Series(["Too expensive", "ok", "Too expensive"], index=["a", "b", "c"]))
    assert list(told.row) == ["a", "c"] and list(told.columns) == ["row", "theme", "name"]


def test_a_text_without_words_of_ours_has_no_theme():
    hostile = [
        None,
        float("nan"),
        "",
        " ",
        "😀😀",
        "<div><br/>",
        "<" * 9_000,
        "~~~ ~",
        ".*+?[(",
        "\x00",
        "配送が遅い",
        "not " * 9_000,
    ]
    assert themes_of(pd.Series(hostile, dtype="object")).empty


def test_without_texts_the_columns_remain():
    assert list(themes_of(pd.Series([], dtype="str")).columns) == ["row", "theme", "name"]


def test_very_long_texts_are_read_in_no_time():
    pieces = ["late delivery not ", "a", "delivery ", "<b", "& ", "n't", "é́"]
    long = [piece * (100_000 // len(piece)) for piece in pieces]
    began = time.perf_counter()
    found = heard(*long, *(text[:LONGEST] for text in long))
    assert time.perf_counter() - began < 5
    assert found[: len(long)] == found[len(long) :]


def test_a_company_may_call_a_theme_its_own_name():
    told = themes_of(pd.Series(["Too expensive", "Sold out"]), {"price_too_high": "Tariff", "unheard": "x"})
    assert list(told.name) == ["Tariff", THEMES["out_of_stock"].name]


def test_every_theme_is_of_a_known_department_and_cause():
    causes = {"competitor", "price", "quality", "delivery", "stock", "service", "billing", None}
    assert {theme.touchpoint for theme in THEMES.values()} <= set(STAGES)
    assert {theme.cause for theme in THEMES.values()} <= causes
    places = pd.Series([theme.touchpoint for theme in THEMES.values()])
    assert departments(places).equals(places.astype("str"))
    assert all(
        list(THEMES) == list(phrases) or set(phrases) <= set(THEMES) for phrases in (PHRASES, *PHRASES_OF.values())
    )
    assert len({theme.name for theme in THEMES.values()}) == len(THEMES)


@pytest.mark.parametrize(
    ("phrase", "text", "is_said"),
    [
        ("late .. parcel", "late with the parcel", True),
        ("late .. parcel", "late . parcel", False),
        ("late .. parcel", "late a b c d parcel", False),
        ("late parcel", "late the parcel", False),
        ("late <> parcel", "parcel came late", True),
        ("+late", "not ~late", False),
        ("-late", "not ~late", True),
        ("colou?r*", "colors", True),
        ("gut[es]", "gute", True),
        ("gut[es]", "gut", False),
        ("to_pay/late .. cash", "to pay in cash", True),
        ("@goods .. late", "the parcel is late", True),
        ("late/ \n soon", "soon", True),
    ],
)
def test_a_phrase_is_read_as_the_lexicon_says(phrase, text, is_said):
    phrases = Phrases({"": {"it": phrase}}, {"goods": "parcel box*"})
    assert phrases.topics_in(f" {text} ", set()) == ({"it"} if is_said else set())


def test_a_phrase_of_another_language_is_not_read():
    phrases = Phrases({"de": {"late": "fast"}}, {})
    assert phrases.topics_in(" fast ", {"de"}) == {"late"} and phrases.topics_in(" fast ", {"en"}) == set()


@pytest.mark.parametrize(("written", "recall", "precision"), [("beside", 0.9, 0.85), ("after", 0.2, 0.55)])
def test_labelled_sentences_of_six_languages_have_their_theme(written, recall, precision):
    sentences = sentences_of(SENTENCES[written])
    assert sentences["text"].is_unique and set(sentences["theme"]) == {*THEMES, NO_THEME}
    found = themes_of(sentences["text"])
    right = (found["theme"].to_numpy() == sentences["theme"].loc[found["row"]].to_numpy()).sum()
    assert right >= recall * (sentences["theme"] != NO_THEME).sum() and right >= precision * len(found)
