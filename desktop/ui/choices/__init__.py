"""Fields for choosing that several screens share: lines with lists, chips, moods, categories.

They are as high as the rows of a form are in the present room, and know no screen.
"""
