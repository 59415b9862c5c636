"""Write data/evaluation/search/qrels.txt again from the judgements, after the directory has changed.

    .venv/bin/python -m tools.make_qrels

Prints the records that fit no kind: read them and give them one in kinds.tsv, else they count as wrong.
"""

from __future__ import annotations

import sys
from pathlib import Path

from resources_index.directory import Directory
from resources_index.evaluation.judging import judge, read_topics, write_trec
from resources_index.places import Places

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "data" / "evaluation" / "search"


def main() -> int:
    """Exit status 0."""
    places = Places.load(ROOT / "data" / "places")
    topics = read_topics(FOLDER, places)
    judged = judge(FOLDER, topics, Directory.load([ROOT / "data" / "directory"]))
    write_trec(FOLDER / "qrels.txt", judged.qrels)
    count = sum(len(found) for found in judged.qrels.values())
    print(f"{len(topics)} topics, {count:,} judgements, {len(judged.unknown)} records of no kind")
    for label in judged.unknown:
        print(f"  {label}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
