"""How does a customer's page open: who is it, how are they reached, how do they stand?"""

from signals import metrics
from signals.model import CustomerFile
from signals.ui import parts


def opening(customer: CustomerFile) -> None:
    parts.data_line(f"As of {metrics.short_day(customer.as_of, customer.as_of)}")
    parts.lead(customer.customer_name or customer.customer_id)
    known = {
        "State": customer.score.state if customer.score else None,
        "At risk a year": metrics.money(customer.score.value_at_risk, customer.currency) if customer.score else None,
        "Segment": customer.segment,
        "Region": customer.region,
        "Account owner": customer.account_owner,
        "Telephone": customer.phone,
        "Mail": customer.email,
        "Number": customer.customer_id,
    }
    parts.facts({name: value for name, value in known.items() if value})
    if customer.score is None:
        parts.sentence("This customer has no purchase up to this day.")
