"""What would this export change, and which exports are in?"""

import streamlit as st

from signals.ui import data, guard, jobs, parts, progress, understanding, uploaded

guard.require()
parts.lead("Uploads")
parts.aside("Nothing changes before you say so, and what you load can be taken back.")
progress.shown()

file = uploaded.file()
if file is not None:
    said = understanding.wishes(file)
    with data.asking(), st.spinner("Reading the file"):
        report = data.preview(file.path, file_name=file.name, **said)
    understanding.shown(file, report)
    if report.outcome == "load" and understanding.is_committed(report):
        jobs.start_load(uploaded.handed_over(file), file.name, understanding.accepted(said, report))
        st.rerun()

parts.section("Loads")
with data.asking():
    progress.loads(data.listing())
