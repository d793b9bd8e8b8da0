"""Two texts side by side: a translation and its original sentence by sentence, two tellings of a story event by event.

``text`` holds what is compared, ``align`` pairs sentences, ``facts`` finds what can be compared by value, ``findings``
and ``claims`` say what differs, ``story`` pairs events, ``comparison`` joins them, ``report`` makes a page of it.
"""
