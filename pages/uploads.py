"""What would this export change, and which exports are in?"""

from signals.ui import committing, data, guard, parts, progress, uploaded

guard.require()
parts.lead("Uploads")
parts.aside("Nothing changes before you say so, and what you load can be taken back.")
progress.shown()

file = uploaded.file()
if file is not None:
    with data.asking():
        committing.shown(file)

parts.section("Loads")
with data.asking():
    progress.loads(data.listing())
