"""Which department does a touchpoint belong to, and is it before, during or after the experience?

The names are a company's own, in English, German, French, Spanish, Italian or Portuguese.
"""

import re
import unicodedata

import pandas as pd

WEBSITE, RECEPTION, VISITS, ORDERS = "Website and systems", "Reception and calls", "Sales visits", "Order taking"
PRICES, LOGISTICS, STATUS, BILLING = "Prices and conditions", "Logistics", "Order status", "Billing"
CLAIMS, COLLECTIONS, REPORTS = "Claims and quality", "Collections", "Reports"
MAINTENANCE, PRODUCT, SERVICE = "Maintenance", "Product", "Service"
PERCEPTION, INTERACTION, REMEMBRANCE = "perception", "interaction", "remembrance"

STAGES = {  # of each department: what is expected, the moment of truth, what stays
    WEBSITE: PERCEPTION, PRICES: PERCEPTION,
    RECEPTION: INTERACTION, VISITS: INTERACTION, ORDERS: INTERACTION, LOGISTICS: INTERACTION, STATUS: INTERACTION,
    PRODUCT: INTERACTION, SERVICE: INTERACTION,
    BILLING: REMEMBRANCE, CLAIMS: REMEMBRANCE, COLLECTIONS: REMEMBRANCE, REPORTS: REMEMBRANCE, MAINTENANCE: REMEMBRANCE,
}  # fmt: skip

_DEPARTMENTS = (  # the first that fits, so the narrower comes before the wider: an order's status before an order
    (STATUS, r"order status|status|\btrack|verfolgung|suivi|\bseguimiento|\bestado d|\bstato|tracciament|\brastre"
             r"|acompanhamento"),
    (COLLECTIONS, r"\bcollections?\b|\bdebt|dunning|overdue|mahn|inkasso|forderung|recouvrement|relance|\bcobr(?!e)"
                  r"|recupero crediti|sollecit|\bimpag|inadimpl"),
    (CLAIMS, r"claim|complain|reklam|beschwerde|reclam|qualit|qualidad|calidad|\breturns?\b|retoure|rucksend|ruecksend"
             r"|\bretours?\b|devolu|\bresi\b|\breso\b|garanti|garanzia|warrant|gewahrleist|gewaehrleist|queixa"),
    (BILLING, r"billing|\bbills?\b|invoic|payment|rechnung|zahlung|factur|fatur|fattur|paiement|\bpagos?\b|pagament"
              r"|buchhalt|accounting|comptabil|contabil"),
    (MAINTENANCE, r"maint|repair|wartung|reparat|instandh|entretien|manuten|manten|riparaz|technician|techniker"
                  r"|technicien|tecnico|field service|spare part|ersatzteil|installation|instalac|installaz"),
    (REPORTS, r"\breport|bericht|auswertung|rapport|informe\b|relatori|statement|statisti|estatisti|estadisti"),
    (VISITS, r"visit|besuch|aussendienst|\breps?\b|representati|representant|reprasent|vertreter|vertrieb"
             r"|rappresentan|commercia(?:l|ux)\b(?! cond)|salesperson|sales (?:rep|team|force|call)|\bvendedor|venditor"
             r"|account manag"),
    (ORDERS, r"\border|bestell|auftrag|commande|\bpedidos?\b|\bordin[ei]|ordinazion|encomenda"
             r"|booking|buchung|reserv|prenotaz|check ?out"),
    (WEBSITE, r"\bweb|\bsite\b|internet|online|\bapps?\b|portal|\bsystem|\bsistem|e ?shop|e ?commerce|homepage"
             r"|loja virt"
              r"|\bsito\b|\bedi\b|log ?in|digital|plattform|platform|plateforme"),
    (LOGISTICS, r"deliver|logist|shipping|shipment|transport|warehouse|dispatch|courier|driver|liefer|versand|zustell"
                r"|\blager\b|fahrer|livrais|livreur|expedi|entrepot|chauffeur|entreg|envios?\b|almacen|repart|consegn"
                r"|spedizion|magazzin|armaze|transporte"),
    (PRICES, r"pric|preis|prix|preci|prezz|preco|tarif|\bcondi|kondition|rabatt|discount|remise|descuent|sconto|descont"
             r"|\bcosts?\b|contract|vertrag|contrat"),
    (RECEPTION, r"\bcall|reception|recept?cion|rezeption|empfang|accueil|telefon|telephon|phone|hotline|switchboard"
                r"|zentrale|standard tel|centralit|centralin|front desk|anruf|\bappels?\b|llamad|chiamat|chamad|recep"
                r"|rececao|accettazion|accoglien"),
    (SERVICE, r"servi[czct]|serviz|kundendienst|support|betreuung|beratung|atencion|atendimento|assisten|asistencia"
              r"|help ?desk|hilfe|advice|conseil|apres vente"),
    (PRODUCT, r"product|produkt|produit|producto|prodott|produto|artikel|\barticle|articol|articul|artigo|\bware\b"
              r"|\bgoods\b|packag|verpackung|emballage|embalaje|imball|embalagem|sortiment|assort|\bgamma\b"),
)  # fmt: skip
_KNOWN = {name.lower(): name for name in STAGES}
_EXPECTED = re.compile(  # heard before the first order; these words outrank the department's own stage
    r"advert|\bads?\b|werbung|anzeige|publicid|publicit|pubblicit|anuncio|reputa|\bruf\b|renomme|campaign|kampagne"
    r"|campagn|campan|recommend|empfehl|recomend|raccomand|brand|marke\b|\bmarque\b|\bmarca\b|brochure|prospekt"
    r"|catalog|katalog|first (?:visit|contact)|(?:visits? )before|before .*visit|vorab|erstbesuch|expectation|erwartung"
)
_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _DEPARTMENTS)


def departments(touchpoints: pd.Series) -> pd.Series:
    """The department of each touchpoint; an unknown one stays under its own name, a missing one missing."""
    return _each(touchpoints, lambda name: _department(name) or name)


def stages(touchpoints: pd.Series) -> pd.Series:
    """PERCEPTION, INTERACTION or REMEMBRANCE of each touchpoint; missing where we do not know."""
    return _each(touchpoints, _stage)


def _each(touchpoints: pd.Series, answer) -> pd.Series:
    answers = {name: answer(str(name)) for name in touchpoints.dropna().unique()}
    return pd.Series([answers.get(name) for name in touchpoints], touchpoints.index, "str", touchpoints.name)


def _department(name: str) -> str | None:
    folded = _folded(name)
    return _KNOWN.get(folded) or next((known for known, pattern in _PATTERNS if pattern.search(folded)), None)


def _stage(name: str) -> str | None:
    return PERCEPTION if _EXPECTED.search(_folded(name)) else STAGES.get(_department(name))


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name[:200].casefold())
    return " ".join(re.sub(r"[^a-z0-9]+", " ", "".join(c for c in plain if not unicodedata.combining(c))).split())
