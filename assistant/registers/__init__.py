"""Who must do what, what has been learned, which country is an example of what: every sentence that says so.

In reading order: types has the closed lists; reading cuts the corpus into sentences with what they hang on; force,
voices, actors, themes, lessons and roles are the rules, each a table; build applies them; store keeps the result
with the index; select, years and answers use it.
"""
