"""The preview: one process serves the pages and watches the files, another prints them again and again.

Only the second knows Pelican, the hub's settings and the theme, so that it may be started anew when these change, and
whatever becomes of it, the first goes on serving what was printed last.
"""
