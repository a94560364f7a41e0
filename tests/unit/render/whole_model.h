// A model that uses every part and every key of the format, as its own record spells it.
#pragma once

namespace stagecraft::testing {

inline const char* const whole_model = R"json({
  "id": "tea",
  "formerly": ["tea-making", "infusions"],
  "title": "Tea maturity model",
  "short_title": "Tea",
  "version": "1.2.0",
  "updated": "2026-10",
  "licence": "CC BY 4.0",
  "authors": ["A. Pot", "B. Leaf"],
  "summary": "Shows how well an office makes tea.",
  "audience": "Offices.",
  "instructions": ["Ask those who drink.", "Taste."],
  "provenance": "The stages are the book's, the questions our own.",
  "sources": [
    {"id": "book", "document": "The Book", "publisher": "Kettle Press", "note": "Out of print."},
    {"id": "leaflet", "document": "A Leaflet", "publisher": "Leaf & Co"}
  ],
  "related": [
    {
      "model": "coffee", "text": "Hotter.",
      "stages": {"bag": ["instant"], "pot": ["filter", "press"]}
    },
    {"model": "cocoa", "text": "Sweeter."}
  ],
  "facets": [{"id": "people", "title": "People"}, {"id": "tools", "title": "Tools"}],
  "stages": [
    {
      "id": "bag", "formerly": ["teabag"], "title": "Bag", "subtitle": "Tea when asked",
      "aliases": ["The cup"], "source": "book", "status": "established",
      "summary": "Somebody hangs a bag into a cup.", "focus": "Buy a pot.",
      "challenge": "Nobody feels responsible.",
      "lists": [
        {
          "title": "Indicators", "points": ["A tin of bags", "A stained cup"], "source": "leaflet"
        }
      ],
      "signs": ["The tin holds bags only."],
      "facets": {
        "people": {"paragraphs": ["Everybody makes their own."], "points": ["Nobody washes up"]},
        "tools": {"points": ["A cup"]}
      },
      "exit_criteria": ["A pot stands in the kitchen."], "cost_of_staying": "Cold tea.",
      "not_yet": ["Tastings: nobody would come."]
    },
    {"id": "pot", "title": "Pot", "status": "established"},
    {
      "id": "garden", "title": "Garden", "status": "emerging",
      "status_note": "We know of one office.", "characteristic": "Nothing is bought."
    }
  ],
  "transitions": [
    {
      "from": "bag", "title": "From bag to pot", "summary": "Buy a pot.",
      "difference": "Leaves need time.",
      "steps": [
        {
          "title": "Choose", "text": "Look at three.", "check": "One is ordered.",
          "duration": {"from": 1, "to": 2, "unit": "days"}, "source": "book"
        },
        {"title": "Warm it"}
      ],
      "duration": {"from": 2, "to": 2, "unit": "weeks"}, "duration_claim": "The book says a day.",
      "source": "book"
    },
    {"from": "pot", "title": "From pot to garden"}
  ],
  "pillars": [
    {
      "id": "making", "formerly": ["brewing"], "title": "Making", "source": "book",
      "aliases": ["Brewing"], "definition": "What happens between kettle and cup.",
      "scope": ["Water", "Leaves"], "from": "Chance", "to": "Care", "weight": 2.5,
      "descriptors": {
        "bag": "A bag in a cup.", "garden": {"absent": "The book does not go that far."}
      },
      "pillars": [
        {"id": "water", "title": "Water", "weight": 1},
        {
          "id": "leaves", "title": "Leaves", "weight": 1,
          "pillars": [{"id": "leaf-size", "title": "Size", "weight": 1}]
        }
      ]
    },
    {"id": "serving", "title": "Serving", "weight": "0.00005"}
  ],
  "capabilities": [
    {
      "id": "boils", "formerly": ["heats"], "title": "Boils water", "text": "To 100 degrees.",
      "source": "book", "stage": "bag", "pillar": "water", "replaces": "The stove",
      "questions": ["kettle"],
      "examples": [
        {"name": "A kettle", "kind": "neutral"},
        {"name": "Boilo 3", "kind": "vendor"}
      ]
    },
    {"id": "brews", "title": "Brews", "builds_on": ["boils"]}
  ],
  "roles": [
    {
      "id": "host", "formerly": ["butler"], "title": "Host", "source": "book",
      "responsibility": "Pours.", "stage": "pot", "headcount": "grows",
      "headcount_note": "More guests.",
      "by_stage": {"pot": "Warms the pot.", "garden": "Shows the garden."}
    },
    {"id": "taster", "title": "Taster", "headcount": "shrinks"}
  ],
  "use_cases": [
    {
      "id": "breakfast", "formerly": ["morning"], "title": "Breakfast", "text": "Tea at nine.",
      "paragraphs": ["With milk.", "Or without."], "points": ["Strong"], "stage": "bag",
      "pillar": "serving", "source": "leaflet", "complexity": "medium", "components": ["Timer"],
      "effort_class": "small", "build_time": {"from": 3, "to": 8, "unit": "hours"},
      "pays_back": {"from": 1, "to": 1, "unit": "months"}, "primary_kpi": "warmth",
      "secondary_kpis": ["cups", "praise"], "questions": ["kettle", "kinds"],
      "capabilities": ["boils", "brews"]
    },
    {"id": "dinner", "title": "Dinner"}
  ],
  "phases": [
    {
      "id": "start", "formerly": ["begin"], "title": "Start", "text": "Get going.",
      "duration": {"from": 1, "to": 3, "unit": "months"}, "source": "book",
      "entry": ["There is a kitchen."], "activities": ["Buy"], "gate": ["There is a pot."]
    },
    {"id": "run", "title": "Run"}
  ],
  "effort_classes": [
    {
      "id": "small", "formerly": ["tiny"], "title": "Small", "text": "At once.",
      "points": ["No budget"], "source": "book", "window": {"from": 1, "to": 4, "unit": "weeks"}
    },
    {"id": "large", "title": "Large", "window": {"from": 6, "unit": "months"}}
  ],
  "layers": [
    {
      "id": "kitchen", "formerly": ["room"], "title": "Kitchen", "text": "Where it stands.",
      "source": "book",
      "components": [{"title": "Tap", "text": "Cold.", "source": "leaflet"}, {"title": "Socket"}],
      "stage": "bag"
    },
    {"id": "table", "title": "Table"}
  ],
  "questions": [
    {
      "id": "kettle", "formerly": ["boiler"], "source": "book", "type": "yes-no",
      "title": "Kettle", "text": "Is there a kettle?", "help": "Without it nothing boils.",
      "evidence": "The kettle.", "roles": ["host", "taster"], "values": {"yes": 2, "no": -1},
      "pillar": "water", "stage": "bag", "weight": 0.5
    },
    {
      "id": "kinds", "type": "choice", "title": "Kinds", "text": "How many kinds are there?",
      "answers": [
        {"id": "one", "text": "One", "help": "Whatever it is.", "value": 0.25},
        {"id": "many", "text": "Many", "value": 1}
      ],
      "counts_towards": [
        {"pillar": "leaf-size", "stage": "pot", "weight": 1},
        {"pillar": "leaf-size", "stage": "garden", "weight": 3},
        {"weight": 1}
      ]
    },
    {
      "id": "guests", "type": "several", "title": "Guests", "text": "Who comes?",
      "answers": [{"id": "staff", "text": "Staff"}, {"id": "clients", "text": "Clients"}],
      "map": {"thresholds": [[0, 0], [0.5, 1], [1, 5]]}, "pillar": "serving", "weight": 1
    },
    {
      "id": "taste", "type": "scale", "title": "Taste", "text": "How is it?", "from": -2, "to": 2,
      "map": {"points": [[-2, 1], [2, 5]]}, "pillar": "serving", "stage": "pot", "weight": 1,
      "asked_if": {"question": "kinds", "answers": ["many"], "otherwise": "lowest"}
    },
    {
      "id": "share", "type": "percent", "title": "Share", "text": "How much of it is drunk?",
      "weight": 1,
      "asked_if": {"question": "taste", "at_least": -1, "at_most": 1.5, "otherwise": "exclude"}
    },
    {
      "id": "wait", "type": "number", "title": "Wait", "text": "How long does it take?",
      "from": 0, "to": 3600.5, "unit": "seconds",
      "map": {"points": [[60, 1], [240.25, 0.5], [600, 0]]}, "pillar": "water", "weight": 1
    },
    {
      "id": "place", "type": "stage", "title": "Place", "text": "Where do you stand?",
      "pillar": "making", "weight": 1
    },
    {
      "id": "garden", "type": "state", "title": "Garden", "text": "How is the garden?",
      "answers": [
        {"id": "bare", "text": "Bare", "value": 0},
        {"id": "green", "text": "Green", "value": 1}
      ],
      "stage": "garden", "weight": 1
    },
    {"id": "wish", "type": "text", "title": "Wish", "text": "What do you wish for?"}
  ],
  "scoring": [
    {
      "id": "by-mean", "title": "By mean", "rule": "The mean of all.", "own_note": "Our own.",
      "source": "book", "questions": ["kettle", "guests", "taste", "wait"], "unanswered": "skip",
      "not_applicable": "forbid", "enough": 62.5, "teams": "median", "respondents": "majority",
      "digits": 3,
      "overall": {
        "by": "weighted-mean", "over": "children",
        "bands": [
          {"from": -1, "stage": "bag", "meaning": "A bag.", "priority": "Buy a pot."},
          {"from": 0.575, "stage": "pot"}
        ]
      },
      "nodes": {
        "making": {"by": "max", "over": "children", "weight": 4},
        "water": {"by": "sum", "over": "questions", "weight": 1},
        "leaves": {"by": "mean", "over": "children", "weight": 1},
        "leaf-size": {"by": "median", "over": "children", "weight": 1},
        "serving": {"by": "count", "at_least": 0.5, "over": "children", "weight": "0.00005"}
      }
    },
    {
      "id": "by-steps", "title": "By steps", "rule": "All that is asked for.",
      "questions": ["kettle", "kinds", "guests", "taste", "share", "wait", "place", "garden"],
      "unanswered": "void", "not_applicable": "exclude", "enough": 0, "teams": "mean",
      "respondents": "min", "digits": 2,
      "overall": {
        "by": "none", "over": "children",
        "prerequisites": [
          {"stage": "bag", "needs": "all", "meaning": "It boils.", "priority": "Boil."},
          {"stage": "pot", "needs": 62.5},
          {"stage": "garden", "needs": {"bag": 100, "garden": 33.3}}
        ]
      },
      "nodes": {
        "making": {"by": "min", "over": "stages", "stage": "fractional", "weight": 2.5},
        "water": {"by": "mean", "over": "children", "stage": "fractional", "weight": 1},
        "leaves": {"by": "mean", "over": "children", "stage": "fractional", "weight": 1},
        "leaf-size": {"by": "mean", "over": "children", "stage": "chosen", "weight": 1},
        "serving": {
          "by": "none", "over": "children", "prerequisites": [{"stage": "pot", "needs": "all"}],
          "weight": "0.00005"
        }
      }
    }
  ],
  "kpis": [
    {
      "id": "warmth", "formerly": ["heat"], "title": "Warmth", "unit": "times",
      "baseline": "a cold cup", "better": "higher", "timing": "leading",
      "definition": "How warm it is.", "formula": "Warm by cold", "data_source": "Thermometer",
      "owner": "Host", "cadence": "Daily", "window": "within an hour", "pillar": "serving",
      "leads_to": ["praise"], "source": "book",
      "typical": {
        "bag": {
          "words": "None", "note": "Nobody measures.", "window": "a day", "source": "leaflet"
        },
        "pot": {"from": 1.5, "to": 2}, "garden": {"undefined": "Replaced by praise."}
      }
    },
    {
      "id": "cups", "title": "Cups", "unit": "number", "better": "lower", "timing": "lagging",
      "definition": "Cups left.",
      "typical": {"bag": {"from": 10}, "pot": {"to": 5, "note": "On a good day."}}
    },
    {
      "id": "praise", "title": "Praise", "unit": "text", "better": "higher", "timing": "lagging",
      "definition": "What is said."
    }
  ],
  "actions": [
    {
      "id": "buy-pot", "formerly": ["get-pot"], "title": "Buy a pot", "text": "A round one.",
      "source": "book", "from": "bag", "pillar": "serving", "area": "Kitchen", "impact": 5,
      "effort": 1, "duration": {"from": 1, "to": 2, "unit": "days"}, "owner": "Host",
      "checks": ["It stands there."], "satisfied_by": ["kettle"], "moves": ["warmth"],
      "brings": ["brews"], "use_cases": ["breakfast"], "phase": "start",
      "risk": "It breaks: buy two."
    },
    {
      "id": "dig", "title": "Dig", "from": "pot", "impact": 2, "effort": 5,
      "duration": {"from": 12, "to": 24, "unit": "months"}, "depends_on": ["buy-pot"]
    }
  ],
  "claims": [
    {
      "id": "most", "figure": "98 %", "text": "Most like it.", "source": "book",
      "date": "2025-03-01", "organisation": "Leaf & Co", "kpi": "praise", "use_case": "breakfast",
      "unsourced_note": "No method is given.", "stages": ["bag", "pot"]
    },
    {"id": "old", "text": "Tea is old."}
  ],
  "benefits": [
    {
      "id": "money", "formerly": ["cash"], "title": "Money", "text": "Less coffee.",
      "source": "book", "kind": "financial"
    },
    {"id": "calm", "title": "Calm", "kind": "other"}
  ],
  "pitfalls": [
    {
      "id": "cold", "formerly": ["chill"], "title": "Cold pot", "problem": "It cools the tea.",
      "avoidance": "Warm it.", "stages": ["pot"], "use_cases": ["breakfast"],
      "actions": ["buy-pot"], "source": "book"
    }
  ],
  "checklists": [
    {
      "id": "weekly", "formerly": ["often"], "title": "Weekly", "text": "On Mondays.",
      "source": "book",
      "items": [
        {"text": "Leaves", "help": "In the tin.", "stage": "pot", "source": "leaflet"},
        {"text": "Milk"}
      ]
    }
  ],
  "tables": [
    {
      "id": "teas", "formerly": ["kinds"], "title": "Teas", "text": "Side by side.",
      "source": "book", "kind": "register", "row_title": "Tea",
      "columns": [
        {"id": "colour", "title": "Colour", "type": "text"},
        {"id": "strength", "title": "Strength", "type": "word", "order": ["Weak", "Strong"]},
        {"id": "price", "title": "Price", "type": "number", "unit": "euros"},
        {"id": "minutes", "title": "Minutes", "type": "range", "unit": "minutes"}
      ],
      "rows": [
        {
          "title": "Assam",
          "cells": {
            "colour": "Red", "strength": "Strong", "price": 4.95, "minutes": {"from": 3, "to": 5}
          },
          "use_case": "breakfast", "source": "leaflet"
        },
        {"title": "Sencha", "cells": {"minutes": {"to": 2}}},
        {"title": "Unknown", "cells": {}}
      ]
    },
    {
      "id": "pots", "title": "Pots", "kind": "comparison",
      "columns": [{"id": "size", "title": "Size", "type": "text"}],
      "rows": [{"title": "Round", "cells": {"size": "Large"}}]
    }
  ],
  "topics": [
    {
      "id": "change", "formerly": ["habit"], "title": "Habits", "text": "They stay.",
      "paragraphs": ["Be patient."], "points": ["Talk"],
      "sections": [
        {"title": "First", "paragraphs": ["Ask."], "points": ["Twice"], "source": "leaflet"},
        {"title": "Then"}
      ],
      "stages": ["bag"], "source": "book"
    }
  ],
  "faq": [
    {
      "id": "milk", "formerly": ["cream"], "question": "Milk first?",
      "answer": ["It depends.", "Try both."], "stages": ["pot"], "source": "book"
    }
  ],
  "glossary": [
    {
      "id": "otp", "formerly": ["orange"], "term": "Orange pekoe",
      "definition": "A grade of leaf.", "abbreviation": "OP", "aliases": ["Pekoe"],
      "source": "book"
    }
  ],
  "roi": {
    "title": "What a pot is worth", "text": "Less coffee.", "source": "book",
    "inputs": [
      {
        "id": "cups_a_day", "title": "Cups a day", "unit": "number", "low": 2, "expected": 5,
        "high": 8.5, "help": "Count them.", "source": "leaflet"
      },
      {
        "id": "price", "title": "Price", "unit": "money", "low": 0.1, "expected": 0.1, "high": 0.1
      }
    ],
    "lines": [
      {
        "id": "saved", "title": "Saved", "kind": "saving", "amount": "cups_a_day * 20 * price",
        "every": "year", "lift": true, "text": "Against coffee.", "source": "book"
      },
      {"id": "pot", "title": "Pot", "kind": "cost", "amount": "price * 100", "every": "once"}
    ],
    "ramp": {"months": 6}, "horizon": 36, "rate": 7.5,
    "proof": {"holdout": 90, "ab-test": 70, "before-after": 40, "estimate": 15},
    "other_benefits": ["Calm"]
  },
  "accepted": [{"rule": "kpi-overlap", "of": "warmth", "reason": "The book says so."}]
})json";

}  // namespace stagecraft::testing
