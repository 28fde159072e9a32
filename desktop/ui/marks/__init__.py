"""How a case's priority, mood, state and time look: shape and word first, colour after (design.md 5).

Each mark is a plain painting function for delegates (``paint_…(painter, rect, …, tokens, metrics)``; the painter's
font gives the family) and a thin widget with a spoken name. Words are handed in.
"""

from desktop.ui.marks.mood import MoodMark, mood_width, paint_mood
from desktop.ui.marks.points import PointsRow, PointsTable, paint_points_row
from desktop.ui.marks.priority import PriorityMark, band_colour, paint_priority, paint_priority_shape, priority_width
from desktop.ui.marks.state import StateMark, paint_state, paint_state_ring, state_step
from desktop.ui.marks.time_left import Look, TimeLeft, TimeLeftMark, paint_time_left

__all__ = [
    "Look",
    "MoodMark",
    "PointsRow",
    "PointsTable",
    "PriorityMark",
    "StateMark",
    "TimeLeft",
    "TimeLeftMark",
    "band_colour",
    "mood_width",
    "paint_mood",
    "paint_points_row",
    "paint_priority",
    "paint_priority_shape",
    "paint_state",
    "paint_state_ring",
    "paint_time_left",
    "priority_width",
    "state_step",
]
