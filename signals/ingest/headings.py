"""What do the world's systems call our columns?

Headings are compared folded: case, accents, punctuation and camel case left out. The first spelling of a field is the
field's own name; a file that uses it is certain.
"""

import re
import unicodedata
from collections.abc import Sequence

CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
NOT_WORD = re.compile(r"[\W_]+")
INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")


def folded(heading: str) -> str:
    """`Stückpreis (€)` -> `stuckpreis`; `InvoiceNo` -> `invoice no`."""
    text = CAMEL.sub(" ", INVISIBLE.sub("", heading))
    text = unicodedata.normalize("NFKD", text.replace("ß", "ss"))
    text = "".join(char for char in text if not unicodedata.combining(char))
    return NOT_WORD.sub(" ", text).strip().casefold()


CURRENCIES = (
    "eur euro euros usd gbp chf jpy cad aud nzd sek nok dkk isk pln czk huf ron bgn try brl mxn inr cny sgd hkd zar"
)
_UNITS = CURRENCIES + " pcs pc pce pieces units unit ea each stk stuck st uds ud pz pza un kg g l"
_RANGE = r"\d+\s*[-–]\s*\d+"  # of a score
_SIGN = r"(?:[a-z]{1,2}\$|[€$£¥₹])"
UNIT = re.compile(
    rf"(?P<name>.*?\S)\s*(?:[(\[]\s*(?:in\s+)?(?P<bracketed>{_SIGN}|{_RANGE}|[^\W\d_]{{1,6}})\.?\s*[)\]]|"
    rf"[\s_-]in[\s_-]+(?P<told>{_SIGN}|[^\W\d_]{{1,6}})|[\s_-]+(?P<last>{_SIGN}|[^\W\d_]{{3,5}})|"
    r"(?P<sign>[€$£¥₹]))\s*",
    re.I,
)
MULTIPLES = re.compile(  # folded: amounts in thousands, millions or hundredths
    r".*\b(?:teur|keur|kusd|kgbp|kchf|tsd|tausend|thousands?|milliers|miles|migliaia|milhares|duizend(?:en)?|000s?|"
    r"mio|mn|mln|millions?|millionen|millones|milioni|milhoes|k|[kt] (?:eur|euro|usd|gbp|chf)|"
    r"cents?|cts?|pence|centimes?|centimos|centesimi|centavos|rappen)\b.*"
)
MULTIPLE_SIGNS = re.compile(r".*\b[kt]\s?[€$£]", re.I)


def unit_of(heading: str) -> tuple[str, str]:
    """(`Price`, `EUR`) of `Price (EUR)`, `Price in EUR` or `Price_EUR`; the whole heading and "" of others."""
    match = UNIT.fullmatch(" ".join(INVISIBLE.sub("", heading).split()))
    if not match:
        return heading, ""
    unit = next(filter(None, match.group("bracketed", "told", "sign", "last")))
    is_plain = re.fullmatch(rf"{_SIGN}|{_RANGE}", unit, re.I)
    is_known = is_plain or folded(unit) in (CURRENCIES if match["last"] else _UNITS).split()
    return (match["name"], unit) if is_known else (heading, "")


def counts_multiples(heading: str) -> bool:
    """Does it say that its amounts are in thousands, millions or cents, such as Umsatz (TEUR)?"""
    return bool(MULTIPLES.fullmatch(folded(heading)) or MULTIPLE_SIGNS.match(heading))


def shared_prefix(headings: Sequence[str]) -> str:
    """`sales.` where every heading begins so, as a database writes them."""
    first = headings[0].partition(".") if headings else ("", "", "")
    prefix = "".join(first[:2])
    return prefix if first[1] and first[2] and all(heading.startswith(prefix) for heading in headings) else ""


def glued(heading: str) -> str:
    """`ORDERNUMBER`, `order_number` and `Order Number` alike; a heading of two rows that say the same counts once."""
    words = folded(heading).split()
    half = len(words) // 2
    return "".join(words[:half] if half and words[:half] == words[half:] else words)


_SPELLINGS = {
    "order_id": "order id|belegnr|beleg nr|n commande|no de commande|order|order no|order number|"
    "order nr|orderid|invoice|invoice no|invoice id|invoice number|"
    "transaction id|transaction|receipt|receipt no|receipt number|bill no|document number|sales document|sales order|"
    "basket id|name order|bestellnr|bestellnummer|bestell nr|auftrag|auftragsnummer|auftragsnr|beleg|belegnummer|"
    "rechnung|rechnungsnummer|rechnungsnr|vbeln|commande|numero de commande|no commande|n commande|n de commande|"
    "facture|numero facture|pedido|numero de pedido|factura|numero de factura|ordine|numero ordine|fattura|"
    "numero fattura|"
    "n facture|n de facture|no pedido|no de pedido|no factura|n ordine|n fattura|"
    "numero do pedido|fatura|nota fiscal|order reference|ticket|"
    "opportunity id|opportunity number|no do pedido|bestelnummer|ordernummer|factuurnummer|bonnummer",
    "line_number": "line number|line no|line|line id|line item|item no|order line|row id|position|pos|posnr|"
    "positionsnummer|ligne|numero ligne|linea|riga|linha|order item id|item number in order|"
    "order line number|line nr|order product number",
    "sold_date": "sold date|order date|date|invoice date|sale date|sales date|transaction date|purchase date|"
    "transaction dt|transaction timestamp|"
    "posting date|billing date|document date|day|order purchase timestamp|created at|paid at|bestelldatum|datum|"
    "auftragsdatum|belegdatum|rechnungsdatum|verkaufsdatum|fkdat|audat|date de commande|date commande|date facture|"
    "date de vente|fecha|fecha de pedido|fecha pedido|fecha de venta|fecha factura|data|data ordine|data fattura|"
    "data vendita|data do pedido|data pedido|data da venda|timestamp|datetime|date time|order datetime|"
    "order start date|close date|event time|t dat|kaufdatum|orderdatum|besteldatum|factuurdatum|verkoopdatum",
    "customer_id": "customer id|customer|customer no|customer number|customer code|client id|client|client no|buyer id|"
    "account|account id|account number|sold to|sold to party|member id|user id|household key|household id|"
    "kundennummer|kundennr|"
    "kunden nr|kunde|kunden id|kunnr|numero client|code client|id client|no client|n client|n de client|cliente|"
    "id cliente|codigo cliente|numero de cliente|codice cliente|numero cliente|codigo do cliente|shopper id|"
    "customer unique id|"
    "sold to customer|member number|loyalty id|card number|household|auftraggeber|customer key|klantnummer|klantnr|"
    "klant|klantcode|debiteurnummer",
    "customer_name": "customer name|client name|account name|company|company name|customer full name|kundenname|"
    "name des kunden|firma|nom client|nom du client|raison sociale|nombre cliente|nombre del cliente|razon social|"
    "nome cliente|ragione sociale|nome do cliente|billing name|shipping name|klantnaam|bedrijfsnaam",
    "product_id": "product id|ref article|reference article|art nr|artnr|artikel nummer|product|sku|"
    "product code|product number|item|item id|item code|item no|item number|"
    "stock code|article|article no|article number|material|material number|upc|ean|gtin|asin|part number|"
    "artikelnummer|artikelnr|artikel nr|artikel|produkt|produktnummer|matnr|reference|code article|ref|produit|"
    "code produit|articulo|codigo articulo|codigo producto|producto|referencia|codice articolo|articolo|"
    "codice prodotto|prodotto|codigo produto|produto|lineitem sku|variant sku|our product|"
    "product sku|item sku|sku code|product key|style|artikelcode|productnummer|productcode|codigo do produto",
    "product_name": "product name|arktx|maktx|product description|description|item description|item name|product title|"
    "lineitem name|article description|material description|produktname|artikelbezeichnung|bezeichnung|"
    "artikelname|beschreibung|nom produit|nom du produit|libelle|designation|nombre producto|"
    "nombre del producto|descripcion|descrizione|nome prodotto|nome do produto|descricao|"
    "item desc|product desc|produktbezeichnung|itemdescription|productnaam|artikelnaam|"
    "artikelomschrijving|omschrijving",
    "quantity": "quantity|qty|quantity sold|units|units sold|pieces|pcs|count|order quantity|lineitem quantity|"
    "ordered quantity|menge|anzahl|stuck|stuckzahl|kwmeng|fkimg|quantite|qte|cantidad|unidades|quantita|qta|pezzi|"
    "quantidade|qtd|unidades vendidas|move|"
    "quantity ordered|qty ordered|qty sold|lfimg|units ordered|billed quantity|aantal|hoeveelheid",
    "unit_price": "unit price|prix unitaire ht|einzelpreis netto|preis netto|price|price each|"
    "price per unit|item price|selling price|net price|lineitem price|"
    "sales price|stuckpreis|einzelpreis|preis|verkaufspreis|nettopreis|netpr|prix unitaire|prix|precio|"
    "precio unitario|prezzo|prezzo unitario|preco|preco unitario|valor unitario|"
    "unit price excl tax|prix unitaire ttc|prix ttc|bruttopreis|preis brutto|einzelpreis brutto|item cost|"
    "prijs|stuksprijs|eenheidsprijs|prijs per stuk|verkoopprijs",
    "revenue": "revenue|umsatz netto|netto umsatz|montant hors taxe|prix total ht|amount|sales|"
    "sales amount|net amount|net sales|net revenue|line total|total|total price|"
    "total amount|value|sales value|turnover|extended price|line amount|payment value|umsatz|nettoumsatz|betrag|"
    "nettobetrag|gesamtpreis|gesamt|wert|netwr|montant|montant ht|montant net|chiffre d affaires|ca|total ht|"
    "importe|importe neto|ventas|ingresos|total linea|importo|importo netto|ricavo|fatturato|totale|valor|"
    "valor total|receita|montante|item total|total sales|gross sales|"
    "revenue net|net total|subtotal|line subtotal|total incl tax|total including tax|total excl tax|"
    "total excluding tax|bruttobetrag|bruttoumsatz|umsatz brutto|montant ttc|total ttc|gross amount|gross revenue|"
    "importe total|total net|omzet|bedrag|totaal|totaalbedrag|omzet excl btw|bedrag excl btw|bedrag incl btw|"
    "totaal excl btw|totaal incl btw",
    "currency": "currency|waerk|currency code|wahrung|waers|devise|moneda|divisa|valuta|moeda|order currency|"
    "iso code|currency iso code|iso|opportunity currency",
    "region": "region|filiale|werk|country|state|territory|area|market|store region|sales region|province|city|store|"
    "shipping country|billing country|ship country|land|gebiet|bundesland|vertriebsgebiet|pays|territoire|pais|"
    "provincia|paese|regione|regiao|uf|estado|customer state|"
    "regio|land1|vkorg|sales organization|sales office|billing country code|state province|location",
    "channel": "channel|sales channel|distribution channel|source name|order source|kanal|vertriebsweg|"
    "vertriebskanal|vtweg|canal|canal de vente|canal de venta|canale|canale di vendita|canal de venda|ship mode",
    "category": "category|product category|category name|product category name|department|product group|group|class|"
    "product line|subcategory|kategorie|warengruppe|produktgruppe|matkl|categorie|famille|categoria|familia|"
    "reparto|gruppo|segmento de producto|brand category",
    "part": "part|sheet|sheet name|worksheet|source file|source sheet|tabellenblatt|feuille|hoja|foglio|planilha",
    "line_kind": "line kind",
    "discount": "discount|discount amount|line discount|lineitem discount|discount value|discount percent|"
    "discount rate|"
    "rabatt|rabattbetrag|nachlass|remise|montant remise|descuento|importe descuento|sconto|desconto|item discount|"
    "korting",
    "tax": "tax|vat|tax amount|vat amount|sales tax|gst|line tax|order line tax|item tax|steuer|steuerbetrag|mwst|"
    "mehrwertsteuer|ust|mwst betrag|mwsbp|tva|montant tva|iva|importe iva|imposta|imposto|btw|btw bedrag",
    "order_total": "order total",
    "status": "status|order status|financial status|payment status|invoice status|event type|bestellstatus|"
    "auftragsstatus|statut|statut de la commande|estado|estado del pedido|stato|stato ordine|status do pedido",
    "rate": "rate|exchange rate|fx rate|conversion rate|kurs|wechselkurs|devisenkurs|taux|taux de change|cambio|"
    "tipo de cambio|tasso|tasso di cambio|taxa de cambio",
    "list_price": "list price|price|msrp|rrp|catalogue price|catalog price|regular price|recommended price|"
    "listenpreis|uvp|prix catalogue|prix public|precio de lista|precio catalogo|prezzo di listino|preco de tabela",
    "launched_date": "launched date|launch date|launched|available from|introduced|start date|einfuhrungsdatum|"
    "date de lancement|fecha de lanzamiento|data di lancio|data de lancamento",
    "discontinued_date": "discontinued date|discontinued|available to|end of life|end date|auslaufdatum|"
    "date d arret|fecha de retiro|data di ritiro|data de descontinuacao",
    "segment": "segment|customer segment|customer group|customer type|type|tier|kundengruppe|kundensegment|kdgrp|"
    "segmento|gruppo clienti|segmento cliente|type de client",
    "account_owner": "account owner|owner|sales rep|salesperson|sales person|account manager|representative|"
    "betreuer|kundenbetreuer|vertriebsmitarbeiter|verkaufer|commercial|responsable|vendedor|venditore|agente|"
    "responsabile|gestor de conta|gerente",
    "email": "email|e mail|email address|mail|e mail adresse|courriel|correo|correo electronico|posta elettronica",
    "phone": "phone|telephone|phone number|tel|mobile|telefon|telefonnummer|telephone numero|telefono|telefone",
    "estimated_spend": "estimated spend|estimated annual spend|estimated yearly spend|annual potential|sales potential|"
    "wallet|wallet size|jahrespotenzial|umsatzpotenzial|potentiel annuel|potencial anual|potenziale annuo",
    "estimate_source": "estimate source|source of estimate|potential source|quelle der schatzung",
    "feedback_id": "feedback id|response id|responseid|review id|ticket id|case number|case id|answer id|survey id|id|"
    "record id|respondent id|submission id|antwort id|id reponse|id respuesta|id risposta|id resposta|"
    "survey response id|feedback submission id",
    "given_date": "given date|date|review date|response date|recorded date|end date|date submitted|submitted at|"
    "created at|created|created date|survey date|date created|datum|date de reponse|fecha|data|date of experience|"
    "create time|review created utc|review created|response submitted|submission date|survey response date|"
    "requested at|published at|published date|antwortdatum|bewertungsdatum|date avis",
    "received_at": "received at|received|created time|eingegangen am|recu le|recibido|ricevuto|recebido",
    "source": "source|origin|feedback source|feedback type|type|quelle|fuente|fonte|origine",
    "touchpoint": "touchpoint|touch point|topic|journey stage|channel|department|process|category|kontaktpunkt|"
    "point de contact|punto de contacto|punto di contatto|ponto de contato|"
    "ticket group|group|ticket form|survey name",
    "score": "score|nps|nps score|rating|stars|star rating|review rating|csat|ces|satisfaction|"
    "likelihood to recommend|how likely|bewertung|note|puntuacion|valoracion|punteggio|voto|valutazione|pontuacao|"
    "nota|avaliacao|review score|"
    "satisfaction score|satisfaction rating|ticket satisfaction rating|review stars|review rating value|"
    "overall rating|bewertung sterne|sterne|etoiles|estrellas|stelle|estrelas|nps rating|csat score|ces score",
    "scale": "scale|score scale|score type|metric|skala|echelle|escala|scala",
    "first_choice": "first choice|brand named first|preferred brand|brand preference|erste wahl|premier choix|"
    "primera opcion|prima scelta|primeira escolha",
    "verbatim": "verbatim|comment|comments|review|review text|text|feedback|answer|open text|review content|content|"
    "review comment message|message|description|body|kommentar|freitext|commentaire|avis|comentario|opinion|"
    "commento|recensione|opiniao|"
    "satisfaction comment|open ended response|review body|customer comment|reviewtext|additional comments|"
    "follow up response",
    "acknowledged_at": "acknowledged at|first response at|first reply at|acknowledged|first reply|erste antwort am|"
    "premiere reponse|primera respuesta|prima risposta|primeira resposta|review answer timestamp|"
    "company reply date utc|company reply date|first replied at",
    "resolved_at": "resolved at|solved at|closed at|resolved|closed|closed date|gelost am|resolu le|resuelto|risolto|"
    "resolvido",
    "heard_by": "heard by|recorded by|logged by|noted by|reported by|gehort von|erfasst von|note par|"
    "registrado por|registrato da",
    "observed_date": "observed date|date|observation date|price date|checked on|week|datum|fecha|data",
    "competitor": "competitor|rival|competitor name|wettbewerber|konkurrent|concurrent|competidor|concorrente",
    "competitor_product": "competitor product|rival product|their product|competitor item|competitor brand|"
    "wettbewerbsprodukt|produit concurrent|producto competidor|prodotto concorrente|produto concorrente",
    "price": "price|competitor price|their price|rival price|shelf price|preis|prix|precio|prezzo|preco",
    "event_id": "event id|event|id|event no|ereignis|evenement|evento",
    "kind": "kind|type|event type|event kind|art|genre|tipo",
    "first_date": "first date|start date|from|begin|start|from date|von|beginn|debut|inicio|inizio|de|"
    "valid from|date|effective date|rate date|gultig ab|kursdatum|datum|date de debut|fecha|data",
    "last_date": "last date|end date|to|until|end|to date|bis|ende|fin|fine|fim|a",
    "note": "note|notes|comment|description|remark|text|notiz|bemerkung|remarque|nota|osservazioni|observacao",
    "quarter": "quarter|fiscal quarter|period|quartal|trimestre",
    "revenue_target": "revenue target|target|budget|plan|goal|target revenue|umsatzziel|ziel|objectif|objetivo|"
    "obiettivo|meta",
    "month": "month|period|monat|mois|mes|mese",
    "purpose": "purpose|type|goal|zweck|objet|proposito|scopo|finalidade",
    "programme": "programme|program|campaign|initiative|programm|kampagne|campagne|campana|programa|programma",
    "amount": "amount|spend|cost|costs|spent|value|betrag|kosten|ausgaben|montant|depense|importe|gasto|importo|"
    "spesa|valor|despesa|custo",
}
SPELLINGS = {field: tuple(text.split("|")) for field, text in _SPELLINGS.items()}

QUESTION_WORDS = 4  # a heading of so many is a question of a survey, told by what it asks
QUESTIONS = {
    "score": re.compile(
        r".*\b(recommend|how (satisfied|likely|easy)|rate|empfehlen|recommander|recomendar\w*|raccomand\w*|consigli\w*|"
        r"zufrieden|satisfait|satisfech\w*|soddisfatt\w*)\b.*"
    ),
    "verbatim": re.compile(
        r".*\b(why|comments?|tell us|anything else|reason|improve|better|open ended|warum|grund|verbessern|pourquoi|"
        r"raison|por que|motivo|mejorar|perche|migliorare|melhorar)\b.*"
    ),
}

NET_WORDS = frozenset(
    {"net", "netwr", "netto", "neto", "nette", "ht", "hors", "excl", "excluding", "ohne", "sin", "senza", "sem"}
)
GROSS_WORDS = frozenset(
    {"brutto", "gross", "ttc", "incl", "including", "inclusive", "inkl", "inclus", "tvac", "bruto", "lordo"}
)
NET_COMPOUND, GROSS_COMPOUND = re.compile(r".*\bnetto\w"), re.compile(r".*\bbrutto\w")  # Nettobetrag, Bruttopreis


def is_net(heading: str) -> bool:
    """Does the heading say that its money is without tax, such as Nettobetrag or Montant HT?"""
    return bool(_words(heading) & NET_WORDS) or bool(NET_COMPOUND.match(folded(heading)))


def is_gross(heading: str) -> bool:
    """Does it say that its money contains the tax? Gross sales are something else: before discounts and returns."""
    is_said = bool(_words(heading) & GROSS_WORDS) or bool(GROSS_COMPOUND.match(folded(heading)))
    return is_said and glued(heading) != "grosssales"


def _words(heading: str) -> set[str]:
    return set(folded(heading).split())
