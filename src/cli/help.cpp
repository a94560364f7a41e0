#include "cli/help.h"

namespace stagecraft {

const char* const main_help =
    R"(stagecraft turns maturity models and assessments into a static site.

usage: stagecraft COMMAND [OPTIONS] [OPERAND]

commands:
  build      build the site of PROJECT and publish it to a folder
  serve      show the site on this machine, and follow what changes
  check      do everything but write, and report every mistake
  score      print what the answers of one assessment or survey come to
  feed       make product feeds of a catalog, and audit it
  visibility count how often assistants name a brand
  schema     print the JSON Schema of a kind of file

  help       show this, or the help of a command: stagecraft help build
  version    show the version

What build, serve and check read is a folder with a site.yaml     [default: .]

exit status: 0 done, 1 mistakes in the input, 2 wrong command line,
             3 the disk or the system failed
)";

const char* const build_help = R"(usage: stagecraft build [OPTIONS] [PROJECT]

Builds the site of PROJECT, a folder with a site.yaml, and publishes it: the
output folder holds the whole old site until it holds the whole new one.
Unchanged files are not written; files of yours in the output folder stay.

options:
  -o, --output DIR     publish to DIR                 [default: PROJECT/public]
      --base-url URL   the site's address      [default: base_url of site.yaml]
      --only SUBJECT   leave the assessments of all other subjects out
      --jobs N         render with N threads, 1 to 256 [default: all processors]
      --strict         warnings are mistakes too
      --dump PASS      print what a pass hands on, as JSON, and write nothing:
                       load, evaluate or plan
      --pdf            make a PDF of each report by Chromium, in PROJECT/exports
      --docx           make a Word document of each report, by pandoc, likewise
      --png            make a picture of each chart, by rsvg-convert, likewise
      --timings        say how long each pass took
  -h, --help           show this

exit status: 0 done, 1 mistakes in the input, 2 wrong command line,
             3 the disk or the system failed, or a program is not installed
)";

const char* const serve_help = R"(usage: stagecraft serve [OPTIONS] [PROJECT]

Shows the site of PROJECT, a folder with a site.yaml, to browsers on this
machine. Open pages follow the files as they are saved: they load again, take
a new style, or show the mistakes. Nothing is written. Ctrl-C ends it.

options:
      --port N         listen on this port, 0 for any that is free
                                          [default: 4000, or the next one free]
      --base-url URL   the site's address      [default: base_url of site.yaml]
  -h, --help           show this

exit status: 0 ended by Ctrl-C, 1 no such project, 2 wrong command line,
             3 the port is taken
)";

const char* const check_help = R"(usage: stagecraft check [OPTIONS] [PROJECT | MODEL_FILE]

Does everything that `stagecraft build` does except write: reads PROJECT, a
folder with a site.yaml, evaluates, plans and renders it, and reports every
mistake with its place. Then says of each model which parts it has, which
stages answers can reach, and what the linter found. With a MODEL_FILE or
--model it looks at that model only.

options:
      --base-url URL   the site's address      [default: base_url of site.yaml]
      --jobs N         render with N threads, 1 to 256 [default: all processors]
      --model MODEL    a model by its id, of PROJECT or built in, or its file
      --strict         warnings are mistakes too
  -h, --help           show this

exit status: 0 no mistakes, 1 mistakes in the input, 2 wrong command line,
             3 the disk or the system failed
)";

const char* const score_help = R"(usage: stagecraft score [OPTIONS] ASSESSMENT

Prints what answers come to: scores, stages, how they are derived, and what
follows. ASSESSMENT is a file in YAML or JSON, a survey (CSV, a row for each
respondent) or a folder of results (a file for each). Writes no file.

options:
      --model FILE_OR_ID   score with this model; required for a survey
                                             [default: the assessment's own]
      --project DIR        look for models in DIR/content/models, then among
                           those built in                       [default: .]
      --format FORMAT      table, json or md                [default: table]
      --subject NAME       who was surveyed     [default: the name of the file]
      --date DATE          when, such as 2026-09-15  [default: the latest in it]
      --since FILE         what has changed since this earlier assessment
      --since-model FILE_OR_ID  the model of that one      [default: the same]
      --benchmark FILE     where the subject stands among others
      --portfolio          count the subjects of all assessments in a folder
  -h, --help               show this

exit status: 0 done, 1 mistakes in the input, 2 wrong command line,
             3 the result could not be written
)";

const char* const feed_help = R"(usage: stagecraft feed [OPTIONS] --to CHANNELS -o DIR CATALOG

Makes product feeds of CATALOG and audits it for each channel. CATALOG is an
export of Shopify or WooCommerce, a Google or OpenAI feed, ACP products.jsonl
or JSON Lines; it may be compressed with gzip. Products with mistakes are left
out of the channels that would refuse them, and reported with their place.

options:
      --to CHANNELS     separated by commas: openai[:jsonl|csv|tsv],
                        openai-google[:tsv|csv], google[:rss|tsv], acp,
                        schema-org, markdown; openai:csv.gz is compressed
  -o, --output DIR      the folder for feeds and audit; files of yours stay
      --settings FILE   what the export does not say: currency, shop, seller …
      --format FORMAT   shopify, woocommerce, table, google-xml, acp or
                        json-lines             [default: seen from the content]
      --strict          disapproved products are mistakes too
  -h, --help            show this

exit status: 0 done, 1 mistakes in the input, or a feed that its channel would
             refuse, 2 wrong command line, 3 the disk or the system failed
)";

const char* const visibility_help =
    R"(usage: stagecraft visibility [OPTIONS] --brand NAME -o DIR OBSERVATIONS

Counts observations of what assistants answer: how often they name a brand, its
share of voice by platform, kind of question and month, with the number of
answers behind each figure. OBSERVATIONS is a CSV file or JSON Lines with date,
platform, query, group, brand, position and url.

options:
      --brand NAME       the brand that the report is about
  -o, --output DIR       the folder for visibility.json, .csv and .md
      --measures FILE    figures that others supply, with date, measure, value,
                         n and source
  -h, --help             show this

exit status: 0 done, 1 mistakes in the input, 2 wrong command line,
             3 the disk or the system failed
)";

const char* const schema_help = R"(usage: stagecraft schema KIND

Prints the JSON Schema (draft-07) of a kind of file, for editors and other
programs. KIND is model, assessment, benchmark, site or history for what
Stagecraft reads, and score, evaluation, portfolio, model-record, stage, part,
self-assessment, visitor-results, roi, report, trend, record, product, audit,
capability-feed, data or search for what it writes.

options:
  -h, --help           show this

exit status: 0 done, 2 wrong command line, 3 the schema could not be written
)";

}  // namespace stagecraft
