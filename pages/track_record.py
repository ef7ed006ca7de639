"""What would have been said of the company's past, and was it right?"""

from signals.ui import data, guard, parts, track_record

guard.require()
with data.asking():
    kept = data.track_record()

if kept is None:
    parts.lead("How good would our warnings have been?")
    track_record.invitation()
else:
    backtest, is_current = kept
    track_record.opening(backtest, is_current=is_current)
    track_record.warnings(backtest)
    track_record.promised(backtest)
    track_record.seen(backtest)
    track_record.certainty(backtest)
    track_record.nowcasts(backtest)
    track_record.method()
