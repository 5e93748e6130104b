"""Release stage: validated tables to versioned, immutable folders of files.

What a release says is worked out in memory by pure functions (:mod:`pipeline.release.content`);
only :mod:`pipeline.release.publish` and the modules it rests on touch the disk.
"""
