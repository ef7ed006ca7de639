"""How does every product stand?"""

from signals import metrics
from signals.ui import data, downloads, filters, guard, parts, tables

guard.require()
with data.asking():
    morning = data.morning(data.chosen_day())
    products = data.products(data.chosen_day())

parts.data_line(f"As of {metrics.full_day(morning.as_of)}")
parts.lead("Products")
shown = filters.narrowed(products, ("state", "category"), name="products")
tables.products(shown, currency=morning.currency)
names = tables.names(products, "product_id", "product_name")
tables.finder(names, tables.open_product, label="Open a product", key="find-product")
downloads.button(lambda: shown.drop(columns="trend"), name="products", key="products-download")
