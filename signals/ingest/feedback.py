"""What does an export of feedback mean: which answers say something, and on which scale?"""

from signals.ingest.bench import Bench
from signals.ingest.checks import derive, refuse_where
from signals.ingest.headings import folded
from signals.ingest.scales import SCALES, fitting, named_in, nps, scale_of, spoken_scores
from signals.ingest.understanding import Understanding
from signals.model import Question, Refusal

SCALE, NO_SCALE = "scale", "none"  # an answer's key, and its value where the scores are no such thing
IMPORT_ID = '{"ImportId"'  # begins each cell of Qualtrics' last row of headings
COLUMN_KINDS = frozenset({"response", "open ended response"})  # SurveyMonkey's


def prepare(bench: Bench, found: Understanding) -> None:
    """Leave out a further row of headings; write FIVE, 4/5, ★★★★☆ and Good as numbers. Works on `cells`."""
    _leave_out_headings(bench, found)
    if not found.has("score"):
        return
    spoken = spoken_scores(text for (text,) in bench.execute("SELECT DISTINCT score FROM cells").fetchall())
    if spoken is None:
        return
    bench.execute("CREATE TABLE spoken (text VARCHAR, plain VARCHAR)")
    bench.connection.executemany("INSERT INTO spoken VALUES (?, ?)", list(spoken.plain.items()))
    bench.execute("UPDATE cells SET score = spoken.plain FROM spoken WHERE cells.score = spoken.text")
    example = next(text for text, plain in spoken.plain.items() if plain)
    found.notes.append(f"{found.headings['score']} is written in words: {example} is {spoken.plain[example]}.")
    is_of_stars = spoken.scale == "csat" and named_in(found.headings["score"]) == "stars"  # 4/5 stars
    found.scale = "stars" if is_of_stars else spoken.scale


def ask(bench: Bench, found: Understanding) -> None:
    """Settle the scale of a file that does not state it row by row. Reads `typed`."""
    if found.has("scale") or not found.has("score"):
        return
    answer = found.answers.get(SCALE)
    scores = [score for (score,) in bench.execute("SELECT score FROM typed WHERE score IS NOT NULL").fetchall()]
    known = answer if answer in (*SCALES, NO_SCALE) else found.scale
    found.scale = known or scale_of(found.headings["score"], scores)
    if found.scale is None:
        lowest, highest = min(scores), max(scores)
        text = (
            f"{found.headings['score']} runs from {lowest.normalize():f} to {highest.normalize():f}. On which scale is "
            f"that? Answer {NO_SCALE} to keep the words without the scores."
        )
        found.questions.append(Question("ambiguous_scale", SCALE, text, (*fitting(scores), NO_SCALE)))


def apply(bench: Bench, found: Understanding) -> None:
    types = {"verbatim": "VARCHAR", "first_choice": "VARCHAR", "score": "DECIMAL(28, 8)"}
    given = {name: name if found.has(name) else f"CAST(NULL AS {kind})" for name, kind in types.items()}
    if found.scale == NO_SCALE:
        given["score"] = "CAST(NULL AS DECIMAL(28, 8))"
        found.notes.append(f"{found.headings['score']} is left out, as was answered.")
    scale = f"CASE WHEN {given['score']} IS NOT NULL THEN {_scale(found)} END"
    source = "lower(source)" if found.has("source") else f"CASE WHEN {scale} = 'stars' THEN 'review' END"
    derive(bench, given | {"scale": scale, "source": f"coalesce({source}, 'survey')"})
    known = ", ".join(f"'{name}'" for name in SCALES)
    message = f"The scale is none of {', '.join(SCALES)}."
    refuse_where(bench, f"scale NOT IN ({known})", "scale", "out_of_range", message, found.headings)
    for name, of_scale in SCALES.items():
        refuse_where(
            bench,
            f"scale = '{name}' AND (score < {of_scale.lowest} OR score > {of_scale.highest} OR score <> floor(score))",
            "score",
            "out_of_range",
            f"The score is no whole number from {of_scale.lowest} to {of_scale.highest}.",
            found.headings,
        )
    unsaid = "score IS NOT NULL AND scale IS NULL"
    refuse_where(bench, unsaid, "scale", "missing_required", "The score has no scale.", found.headings)
    _refuse_wordless(bench, found)
    if not found.has("feedback_id"):
        found.identity["feedback_id"] = _content_id(bench)


def describe(bench: Bench, found: Understanding) -> None:
    scores = [int(score) for (score,) in bench.execute("SELECT score FROM accepted WHERE scale = 'nps'").fetchall()]
    if scores:
        found.extras["nps"] = f"{nps(scores):.1f}"


def _leave_out_headings(bench: Bench, found: Understanding) -> None:
    """Survey tools write a row below the headings that is no answer."""
    for row in bench.execute("SELECT * FROM cells ORDER BY line LIMIT 1").to_arrow_table().to_pylist():
        if _is_heading(row):
            found.ignored.append(Refusal(row["line"], "repeated_header", "The headings are told once more."))
            bench.execute("DELETE FROM cells WHERE line = ?", row["line"])


def _is_heading(row: dict[str, object]) -> bool:
    texts = [str(cell).strip() for name, cell in row.items() if name != "line"]
    is_of_kinds = not str(row.get("given_date", "")).strip() and any(folded(text) in COLUMN_KINDS for text in texts)
    return is_of_kinds or any(text.startswith(IMPORT_ID) for text in texts)


def _scale(found: Understanding) -> str:
    """The scale that the file states row by row, else the one that was settled for all of it."""
    if found.has("scale") or found.scale not in SCALES:
        return "lower(scale)" if found.has("scale") else "CAST(NULL AS VARCHAR)"
    found.notes.append(f"{found.headings['score']} is read as {SCALES[found.scale].title}.")
    return f"'{found.scale}'"


def _refuse_wordless(bench: Bench, found: Understanding) -> None:
    """A survey without score or brand and a review without score or words say nothing.

    A complaint, a call or a visit is told by its being there; words alone are kept where the scores are left out.
    """
    column = "score" if found.has("score") else "verbatim"
    silent = "source = 'review' AND verbatim IS NULL"
    silent = "verbatim IS NULL" if found.scale == NO_SCALE else f"source = 'survey' OR {silent}"
    refuse_where(
        bench,
        f"score IS NULL AND first_choice IS NULL AND ({silent})",
        column,
        "missing_required",
        "There is no score in this answer.",
        found.headings,
    )


def _content_id(bench: Bench) -> str:
    """An answer without a number of its own is known by what it says, and its place among those that say the same."""
    content = ", '|', ".join(
        f"coalesce(CAST({name} AS VARCHAR), '')" for name in sorted(bench.columns("meant")) if name != "line"
    )
    return f"md5(concat({content})) || '/' || row_number() OVER (PARTITION BY md5(concat({content})) ORDER BY line)"
