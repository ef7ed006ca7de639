"""What are the demo company's customers and colleagues called? All names are invented."""

from itertools import product

import numpy as np
import pandas as pd

FIVE_ACCOUNTS = (
    "Harrowgate Pharmacies", "Tyneholm Health Stores", "Kestrel & Moor Chemists", "Castlebridge Care Group",
    "Fennick Family Pharmacies",
)  # fmt: skip
LANGUAGES = {"en": 0.70, "de": 0.11, "fr": 0.08, "es": 0.06, "it": 0.05}
PHARMACY = {
    "en": "{word} Pharmacy, {town}", "de": "{word}-Apotheke {town}", "fr": "Pharmacie {word}, {town}",
    "es": "Farmacia {word}, {town}", "it": "Farmacia {word}, {town}",
}  # fmt: skip
WORDS = {
    "en": "Abbey Anchor Bell Bridge Castle Chapel Clock Corner Crown Elm Garden Green Harbour High-Street Hill Kings "
    "Lantern Market Meadow Mill Oak Orchard Park Priory Queens River Rose Station Temple Tower Valley Well",
    "de": "Adler Bären Brunnen Dom Engel Hirsch Linden Löwen Markt Mühlen Rosen Schloss Sonnen Stern",
    "fr": "Centrale du-Marché de-la-Gare des-Halles du-Parc Saint-Luc du-Pont de-la-Mairie des-Tilleuls",
    "es": "Central del-Mar San-Lucas de-la-Plaza Nueva del-Sol Santa-Clara del-Puente",
    "it": "Centrale San-Luca del-Corso della-Piazza Sant-Anna del-Ponte Nuova Fontana",
}
TOWNS = (
    "Aldermoor Ashcombe Barrowfield Bellmere Brackenford Calderwick Carnholm Cliffton Dunmere Eastwold Elmsbridge "
    "Fairholt Glenford Greywater Halden Hartsea Hollin Inverlow Kelborough Kingsmere Langholt Lindford Marlow-on-Fen "
    "Millbeck Norwold Oakhaven Pendrick Ravensey Redcombe Rosthwaite Sandmere Selwick Stonebeck Thornsea Upwell "
    "Wainford Westerham-Cross Whitmoor Wraxby Yarrowdale"
)
FIRST = (
    "Ada Alan Alice Amir Anna Ben Bruno Carla Chloe Clara Daniel David Elena Emma Erik Farah Felix Fiona Greta Hannah "
    "Hugo Ines Ivan Jana Jonas Julia Karim Laura Leo Lena Luca Maria Marta Max Mia Nadia Nina Noah Olga Oscar Paul "
    "Priya Rosa Sam Sofia Theo Tom Vera Yusuf Zoe"
)
LAST = (
    "Abbott Adler Bauer Bell Bianchi Blanc Brandt Carter Castillo Clarke Conti Dubois Evans Ferrari Fischer Fleming "
    "Garnier Hale Hartmann Hughes Ibrahim Jansen Keller Khan Lambert Lewis Lopez Marsh Meyer Moretti Nowak Olsen Patel "
    "Petit Quinn Ramos Reid Rossi Santos Schmitt Shaw Silva Stone Turner Vidal Vogel Walsh Weber Wright Young"
)
HOUSES = (
    "Alder Amber Beacon Cobalt Compass Delta Falcon Granite Harbour Juniper Larch Lighthouse Meridian Nimbus Onyx "
    "Pioneer Quarry Sable Summit Willow"
)
CHAINS = ("Pharmacies", "Chemists", "Pharmacy Group")
TRADES = ("Medical Wholesale", "Health Distribution", "Pharma Logistics", "Care Supply", "Health Partners")
OWNERS = {
    "North-East": ("Helen Marsh", "Tomas Reid"), "North-West": ("Owen Hughes", "Clara Petit"),
    "East": ("Jonas Keller", "Amira Khan"), "West": ("Sofia Ramos", "Daniel Shaw"),
    "Central": ("Marta Nowak", "Ben Carter"), "South-East": ("Priya Patel", "Luca Moretti"),
    "South-West": ("Fiona Walsh", "Erik Olsen"), "Islands": ("Ines Vidal",),
}  # fmt: skip
OFFICE = ("Ada Quinn", "Max Lambert", "Nadia Stone")  # who answers when the account owner does not
PHONES = {  # number ranges that the regulator keeps free for fiction
    "North-East": "+44 191 498 0", "North-West": "+44 161 496 0", "East": "+44 115 496 0", "West": "+44 117 496 0",
    "Central": "+44 121 496 0", "South-East": "+44 20 7946 0", "South-West": "+44 118 496 0", "Islands": "+44 1632 960",
}  # fmt: skip


def named(frame: pd.DataFrame, *, rng: np.random.Generator) -> pd.DataFrame:
    """Adds `customer_id`, `customer_name`, `language`, `account_owner`, `email` and `phone` to rows of customers."""
    language = rng.choice(list(LANGUAGES), size=len(frame), p=list(LANGUAGES.values()))
    frame = frame.assign(language=np.where(frame.is_account, "en", language), customer_name="")
    speaks = frame.language.where(frame.segment.eq("Pharmacy"), "en")
    for (segment, spoken), rows in frame.groupby(["segment", speaks]).groups.items():
        frame.loc[rows, "customer_name"] = _some(_pool(segment, spoken), len(rows), rng=rng)
    frame.loc[frame.is_account, "customer_name"] = FIVE_ACCOUNTS
    frame["customer_id"] = [f"C-{number}" for number in 10_001 + rng.permutation(len(frame))]
    return _with_contacts(frame, rng.integers(0, 1000, len(frame)))


def _with_contacts(frame: pd.DataFrame, numbers: np.ndarray) -> pd.DataFrame:
    owners = [
        OWNERS[region][number % len(OWNERS[region])] for region, number in zip(frame.region, numbers, strict=True)
    ]
    return frame.assign(
        account_owner=pd.Series(owners, index=frame.index).mask(frame.segment.eq("Consumer")),
        email=[f"{customer_id.lower()}@customers.example" for customer_id in frame.customer_id],
        phone=[f"{PHONES[region]}{number:03d}" for region, number in zip(frame.region, numbers, strict=True)],
    )


def _pool(segment: str, language: str) -> list[str]:
    """Every name that a customer of this segment and language may have."""
    if segment == "Pharmacy":
        pairs = product(_words(language), TOWNS.split())
        return [PHARMACY[language].format(word=word, town=town) for word, town in pairs]
    first, second = {
        "Consumer": (FIRST.split(), LAST.split()),
        "Wholesaler": (HOUSES.split(), TRADES),
        "Pharmacy chain": (HOUSES.split(), CHAINS),
    }[segment]  # fmt: skip
    return [f"{one} {two}" for one, two in product(first, second)]


def _words(language: str) -> list[str]:
    return [word.replace("-", " ") for word in WORDS[language].split()]


def _some(pool: list[str], count: int, *, rng: np.random.Generator) -> list[str]:
    return [pool[number] for number in rng.permutation(len(pool))[:count]]
