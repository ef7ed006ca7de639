"""A company's own names of its touchpoints find their department and their stage, in six languages."""

import pandas as pd
import pytest

from signals.voice.touchpoints import STAGES, departments, stages

NAMES = """
Website and systems   | website | Webseite | site internet | sitio web | sito web | portal online
Reception and calls   | call centre | Telefonzentrale | accueil téléphonique | recepción | chiamate | receção
Sales visits          | sales visit | Außendienst | visite commerciale | visita comercial | visita commerciale | visitas
Order taking          | order taking | Bestellannahme | prise de commande | toma de pedidos | presa ordini | encomendas
Prices and conditions | prices | Preise | prix | precios | prezzi | preços
Logistics             | delivery | Lieferung | livraison | entrega | consegna | entregas
Order status          | order status | Bestellstatus | suivi de commande | estado del pedido | stato ordine | rastreio
Billing               | billing | Rechnungen | facturation | facturación | fatturazione | faturação
Claims and quality    | claims | Reklamation | réclamations | reclamaciones | reclami | reclamações
Collections           | collections | Mahnwesen | recouvrement | cobranza | solleciti | cobranças
Reports               | reports | Berichte | rapports | informe | rapporto | relatórios
Maintenance           | maintenance | Wartung | entretien | mantenimiento | manutenzione | manutenção
Product               | product | Produkt | produit | producto | prodotto | produto
Service               | customer service | Kundendienst | service client | atención al cliente | servizio | atendimento
"""
LINES = [[cell.strip() for cell in line.split("|")] for line in NAMES.strip().splitlines()]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[0])
def test_six_languages_name_one_department(line):
    assert set(departments(pd.Series(line))) == {line[0]}
    assert set(stages(pd.Series(line))) == {STAGES[line[0]]}


def test_every_department_is_spoken_of():
    assert {line[0] for line in LINES} == set(STAGES)


@pytest.mark.parametrize(
    ("name", "stage"),
    [("advertising", "perception"), ("Werbung", "perception"), ("réputation", "perception"),
     ("first visit", "perception"), ("Visits before", "perception"), ("sales visit", "interaction"),
     ("CALL-CENTRE", "interaction")],
)  # fmt: skip
def test_what_was_expected_is_not_what_was_met(name, stage):
    assert stages(pd.Series([name])).item() == stage


def test_an_unknown_name_stays_and_its_stage_is_missing():
    told = pd.Series(["Zumba", None, "😀", ""], index=[7, 3, 9, 1], name="touchpoint")
    before = told.copy(deep=True)
    assert departments(told).fillna("-").to_dict() == {7: "Zumba", 3: "-", 9: "😀", 1: ""}
    assert stages(told).isna().all()
    assert departments(told).index.equals(told.index) and told.equals(before)


def test_without_touchpoints_there_are_none():
    assert departments(pd.Series([], dtype="str")).empty
    assert stages(pd.Series([None, None], dtype="object")).isna().all()
