"""What is a subject, a place or a driver called inside a sentence?

Names stand as the data has them: making them inert is the page's work.
"""

import re

from signals.model import Driver, Subject

NOT_STATED = "not stated"  # how the drivers call lines without region, segment or customer
COMPASS = re.compile(r"(north|south|east|west)([\s-]*(east|west))?|midwest|midlands", re.IGNORECASE)
WITH_ARTICLE = re.compile(r"(united \w+|.*\bislands|netherlands|usa|uk|uae)", re.IGNORECASE)


def subject_name(subject: Subject) -> str:
    """As it stands inside a sentence: Trident in the North-East, Trident via Web, the category Allergy, the company."""
    if subject.kind == "company":
        return "the company"
    name = " ".join(subject.name.split())  # exports pad names
    if subject.kind == "category":
        return f"the category {name}"
    part = subject.region or subject.channel
    if subject.kind == "product" or part is None:
        return name
    whole = " ".join(subject.name.removesuffix(f" in {part}").split())
    return f"{whole} in {place(subject.region)}" if subject.region else f"{whole} via {subject.channel}"


def place(region: str) -> str:
    """With the article that English asks for: the North-East, the United Kingdom, but Bavaria and North Dakota."""
    has_article = COMPASS.fullmatch(region) or WITH_ARTICLE.fullmatch(region)
    return f"the {region}" if has_article else region


def capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def driver_name(driver: Driver) -> str:
    if driver.dimension == "region":
        return place(driver.name)
    return f"the {driver.dimension} {driver.name}" if driver.dimension in ("channel", "segment") else driver.name
