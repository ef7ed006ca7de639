"""What do customers say, to whom, and who waits for an answer?"""

from signals import metrics
from signals.ui import data, guard, parts, voice_sections

guard.require()
with data.asking():
    said = data.voice(data.chosen_day())

parts.data_line(f"As of {metrics.full_day(said.as_of)}")
shown = voice_sections.opening(said)
voice_sections.scores(shown)
voice_sections.themes(shown)
voice_sections.balance(shown)
voice_sections.answers(shown)
voice_sections.words(shown)
