"""Poll tables: from the grid of a table to poll results, cell by cell.

A table is taken apart into header and body (``grid``), its columns are told apart by the words of
their headers and by what stands in them (``roles``, ``naming``, ``columns``); ``screening`` and
``plausibility`` say whether it reports polls at all, ``rows`` which of its rows do. A share stands
where a row meets a column; the poll, people and answer that it belongs to are what the cells of
its row (``polls``, ``dating``, ``people``), the header of its column (``heads``), and the text
around the table (``surroundings``, ``told``) say. ``assemble`` puts them together.
"""
