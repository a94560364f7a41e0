#!/usr/bin/env python3
"""Prints the record of an assessment as the reference computes it. Usage: score.py MODEL ASSESSMENT
(YAML or JSON each)."""

import argparse
import pathlib

from exact import read_file, write_json
from scoring import score


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=pathlib.Path)
    parser.add_argument("assessment", type=pathlib.Path)
    options = parser.parse_args()
    print(write_json(score(read_file(options.model), read_file(options.assessment))))


if __name__ == "__main__":
    main()
