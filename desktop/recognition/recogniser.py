"""The door to recognition: one text in, everything that is suggested for it out."""

from desktop.recognition.categories import Verdict, decide
from desktop.recognition.clauses import judge
from desktop.recognition.flags import find_flags
from desktop.recognition.grading import grade_emotion, grade_severity
from desktop.recognition.language import language_of
from desktop.recognition.lexicon import Lexicon
from desktop.recognition.shapes import Recognition

READ_AT_MOST = 20_000  #: characters; what is complained about stands in the first pages of any text


def recognise(text: str, lexicon: Lexicon) -> Recognition:
    """What one text is about. Never raises, whatever the text; the time is bounded by ``READ_AT_MOST``."""
    read = text[:READ_AT_MOST]
    folded = lexicon.folder.fold(read)
    hits = lexicon.scanner.scan(folded)
    judged = judge(folded, hits)
    verdict: Verdict = decide(judged, lexicon, read)
    flags = find_flags(read, folded, judged.clauses, hits)
    code = verdict.category.code if verdict.category else None
    severity = grade_severity(judged, hits, {found.flag for found in flags}, code)
    emotion = grade_emotion(read, judged, hits, verdict.category is not None)
    return Recognition(
        category=verdict.category,
        alternatives=verdict.alternatives,
        all=verdict.all,
        severity=severity.level,
        severity_why=severity.why,
        emotion=emotion.level,
        emotion_evidence=emotion.evidence,
        flags=flags,
        language=language_of(read),
        read=len(read),
    )
