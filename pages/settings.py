"""What does the company decide?"""

from signals.ui import data, decisions, guard, parts, planning

guard.require()
parts.lead("Settings")
parts.aside("What is decided here holds for everybody, and the audit log keeps who decided it.")
with data.asking():
    company, guess = data.company(), data.guessed_country()
decisions.form(company, guessed_country=guess)
with data.asking():
    planning.form(data.plan())
