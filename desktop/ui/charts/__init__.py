"""Charts on screen: a widget for one chart, and painting for delegates (design.md 7, 14)."""

from desktop.ui.charts.painting import gauge_of, paint_picture, paint_scene
from desktop.ui.charts.view import ChartView

__all__ = ["ChartView", "gauge_of", "paint_picture", "paint_scene"]
