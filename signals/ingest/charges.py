"""Which lines of a sales export are no products, though they are money: postage, fees, discounts, bad debt?

A rule of names, not of one company: the usual name of a code, or the code itself, must be a charge as a whole
("Postage", "Bank charges", "TEST001"), so that a product whose name merely contains such a word stays a product.
"""

import re

from signals.ingest.headings import folded

PRODUCT = "product"

_NAMES = {
    "bad debt": r".*\bbad debts?\b.*|forderungsausfall|creance irrecouvrable|incobrable|credito inesigibile",
    "postage": r"(\w+ )?(postage|shipping|carriage|freight|delivery)( and (packing|handling))?"
    r"( (charges?|costs?|fees?))?|"
    r"versand(kosten)?|porto|fracht(kosten)?|frais de (port|livraison)|livraison|gastos de envio|envio|portes|"
    r"spese di (spedizione|trasporto)|spedizione|frete",
    "fee": r"(\w+ ){0,2}(fees?|commission|surcharge)|(bank|service|handling|card|payment) charges?|"
    r"(bank|service|bearbeitungs)?gebuhr(en)?|provision|frais( bancaires)?|comision(es)?|commission[ei]|taxa",
    "discount": r"(\w+ )?(discounts?|rebates?|rabatt|skonto|remise|descuento|sconto|desconto)( \w+)?",
    "adjustment": r"(manual( \w+)?|adjust(ment|ed)?\b.*|korrektur(buchung)?|ausbuchung|correction|ajuste|rettifica)",
    "voucher": r".*\b(gift (voucher|certificate)s?|gutschein|geschenkkarte|cheque cadeau|carte cadeau|"
    r"tarjeta regalo|buono regalo|vale presente)\b.*|gift cards?( \d+)?",
    "sample": r"samples?|muster|echantillons?|muestras?|campion[ei]|amostras?",
    "test": r"(this is a )?test (product|item|article)s?|test\d*|testartikel",
}
_CODES = {
    "postage": r"post(age)?|dot|ship(ping)?|freight|porto|versand",
    "fee": r"bank charges|\w+ ?fee",
    "discount": r"d|disc(ount)?|rabatt",
    "adjustment": r"m|manual|adj(ust)? ?\d*",
    "voucher": r"gift( \d+)*|voucher( \d+)*|gutschein( \d+)*",
    "sample": r"s|samples?",
    "test": r"test ?\d*",
}
NAMES = {kind: re.compile(pattern) for kind, pattern in _NAMES.items()}
CODES = {kind: re.compile(pattern) for kind, pattern in _CODES.items()}


def line_kind(product_id: str, usual_name: str | None) -> str:
    """`product`, or the kind of charge that a product code stands for."""
    for patterns, text in ((NAMES, folded(usual_name or "")), (CODES, folded(product_id))):
        for kind, pattern in patterns.items():
            if pattern.fullmatch(text):
                return kind
    return PRODUCT
