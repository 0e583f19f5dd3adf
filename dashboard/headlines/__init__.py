"""The answers in words: one row of a question in, a sentence out. Says how sure in the same breath.

One module per page; ``words`` has what several use.
"""
