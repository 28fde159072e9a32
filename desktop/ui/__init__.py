"""The window: the only place where Qt lives. One screen, one folder; what screens share stands beside them.

Screens stand on ``theme`` (colours, type, style sheet), ``widgets`` (every label, button and field), ``marks``
(how priority, mood, state and time look), ``tasks`` (slow work), ``i18n`` and ``formats`` (languages).
"""
