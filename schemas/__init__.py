"""The published tables: pandera models, the one source of truth of every column.

Everything else that describes a table (Arrow schema, Table Schema, codebook) is derived from
the models listed in :data:`schemas.registry.TABLES`. The package imports nothing of the pipeline.
"""
