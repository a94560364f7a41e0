// The types that the modules of themes/annual/scripts/assess hand to each other, as global names.
// They stand here because every file of a theme is published.

/** In lowest terms, `d` above zero. */
interface Fraction { readonly n: bigint; readonly d: bigint }
/** A number as JSON has it: its text, or a double. */
type Numeric = string | number;

// ---- the input, in the keys of the formats of models and assessments

interface AnswerJson { id: string; text?: string; value?: Numeric | null }
interface ConditionJson {
  question: string; answers?: (string | boolean)[]; at_least?: Numeric; at_most?: Numeric;
  otherwise?: 'exclude' | 'lowest';
}
interface TargetJson { pillar?: string; stage?: string; weight?: Numeric }
interface QuestionJson extends TargetJson {
  id: string; formerly?: string[]; type?: string; text?: string; answers?: string | AnswerJson[];
  from?: Numeric; to?: Numeric; values?: { yes?: Numeric; no?: Numeric };
  map?: { points?: Numeric[][]; thresholds?: Numeric[][] };
  counts_towards?: TargetJson[]; asked_if?: ConditionJson;
}
interface PillarJson { id: string; title?: string; weight?: Numeric; pillars?: PillarJson[] }
interface RuleJson {
  by?: string; at_least?: Numeric; over?: string; weight?: Numeric;
  bands?: { from: Numeric; stage: string; meaning?: string }[];
  prerequisites?: {
    stage: string; needs: Numeric | Record<string, Numeric>; meaning?: string;
  }[];
  stage?: 'chosen' | 'fractional';
}
interface MethodJson {
  id: string; title: string; rule: string; own_note?: string; questions?: string[];
  unanswered?: Policy; enough?: Numeric; teams?: string; respondents?: string; digits?: Numeric;
  overall: RuleJson; pillars?: RuleJson; leaf_pillars?: RuleJson; nodes?: Record<string, RuleJson>;
}
interface ModelJson {
  id: string; title: string; version: string;
  stages?: { id: string; title?: string; formerly?: string[] }[]; pillars?: PillarJson[];
  answer_sets?: { id: string; answers: AnswerJson[] }[]; questions?: QuestionJson[];
  scoring?: MethodJson | MethodJson[]; actions?: ActionJson[];
}
/** An answer alone, or a map with `answer`, `teams` or `history`; comes from outside. */
type EntryJson = unknown;
interface AssessmentJson {
  subject?: { id: string; name: string }; date?: string; teams?: { id: string }[] | null;
  answers?: Record<string, EntryJson> | null;
  respondents?: { answers?: Record<string, EntryJson> | null }[] | null;
}

// ---- a model made ready

type Policy = 'lowest' | 'skip' | 'void';
interface Question {
  id: string; names: string[]; type: string;
  /** By answer or stage: what choosing it is worth; null where answers have no values. */
  options: Map<string, Fraction | null>;
  /** Answers add up. */
  summed: boolean;
  /** The ends of what a number can be, and the distance of possible ones; null: any between. */
  from: Fraction; to: Fraction; step: Fraction | null;
  map: { points: boolean; pairs: Fraction[][] } | null;
  /** The worths of numbers and shares among which the extreme values are. */
  worths: Fraction[];
  lowest: Fraction; highest: Fraction;
  condition: Condition | null;
}
interface Condition {
  question: string; answers: Set<unknown>; atLeast: Fraction | null; atMost: Fraction | null;
  otherwiseLowest: boolean;
}
/** An answer that was accepted: the ids chosen, or the number. */
interface Given { keys: string[]; worth: Fraction; value: Fraction }

type State = 'answered' | 'unknown' | 'unanswered' | 'not-applicable' | 'not-asked';
/** How a question stands. */
interface Standing {
  state: State; role: 'settled' | 'open' | 'out'; given: Given[];
  /** `value` is there if it is settled, `worst` and `best` if it can count. */
  value?: Fraction; worst?: Fraction; best?: Fraction;
  /** Nobody has answered, or a team has not. */
  open: boolean;
  /** Whether it is asked is undecided, and whether it counts at all depends on that. */
  conditional: boolean; optional: boolean;
}
type Standings = Map<Question, Standing>;

interface Rule {
  by: string; over: string; atLeast: Fraction; stage?: 'chosen' | 'fractional';
  bands?: { from: Fraction; stage: number }[];
  /** By stage number. */
  prerequisites?: Map<number, Needs>;
}
type Needs = 'all' | Fraction | Map<number, Fraction>;
interface Contribution {
  question: Question; pillar?: string; stage?: number; weight: Fraction;
}
interface TreeNode {
  id?: string; rule: Rule; weight: Fraction; pillars: TreeNode[];
  /** Its id and those of the pillars below. */
  within: Set<string | undefined>;
  /** What hangs on it, and that together with what hangs on those below. */
  contributions: Contribution[]; all: Contribution[];
  /** The questions of `all`, each once. */
  questions: Question[];
}
interface Method {
  source: MethodJson; whole: TreeNode; unanswered: Policy; enough: Fraction; teams: string;
  respondents: string; digits: number;
}
interface Model {
  source: ModelJson; stages: string[]; questions: Map<string, Question>; methods: Method[];
}

// ---- results

/** What a node is scored in. */
interface Setting { found: Standings; method: Method; stages: number }
type End = 'value' | 'worst' | 'best';
/** `stage` is the number of the stage, 0 below the first. */
interface Result { value?: Fraction; stage?: number }
interface Part {
  question?: string; pillar?: string; stage?: number; weight: Fraction; value?: Fraction;
  optional: boolean;
}
type NodeState =
  'empty' | 'not-applicable' | 'void' | 'open' | 'too-few-answers' | 'no-number' | 'scored';
interface Outcome {
  node: TreeNode; state: NodeState; counts: Record<State, number>; coverage: Fraction;
  optional: boolean; conditional: boolean; parts: Part[]; below: Outcome[];
  /** `value` also where it is withheld. */
  value?: Result; worst?: Result; best?: Result;
}

/** Numbers are decimal texts, and `_exact` beside them fractions. */
interface ResultRecord {
  value?: string; value_exact?: string; stage?: string; below_first?: true;
}
interface PartRecord {
  question?: string; pillar?: string; stage?: string; weight?: string; weight_exact?: string;
  value?: string; value_exact?: string; left_out?: true;
}
interface NodeRecord extends ResultRecord {
  pillar?: string; state: NodeState; worst?: ResultRecord; best?: ResultRecord;
  bound?: 'exact' | 'outer'; counts: Record<string, number>; coverage?: string;
  coverage_exact?: string;
  fulfilment?: { stage: string; percent?: string; percent_exact?: string }[];
  parts?: PartRecord[];
}
interface QuestionRecord {
  id: string; state: State; value?: string; value_exact?: string; worst?: string;
  worst_exact?: string; best?: string; best_exact?: string; conditional?: true;
}
interface MethodRecord {
  id: string; title: string; rule: string; questions: QuestionRecord[]; nodes: NodeRecord[];
}
interface ScoreRecord {
  schema: 'stagecraft/score/1'; model: { id: string; title: string; version: string };
  subject?: { id: string; name: string }; date?: string; methods: MethodRecord[];
  disagreements?: { method: string; stage?: string; below_first?: true }[];
}

// ---- lists of answers that raise a stage

interface Choice { answer: string | string[]; given: Given }
/** A question that may be answered otherwise. */
interface Candidate {
  question: Question;
  /** By ascending value, and whether they are all there are. */
  choices: Choice[]; all: boolean;
  /** Those that a list is looked for with. */
  tried: Choice[];
  /** No condition names it, and it has none. */
  free: boolean;
  open: boolean;
  /** How much of its range it has now, from 0 to 1. */
  share: Fraction;
  /** The same for questions that can stand in for each other. */
  kind: string;
}
interface Picked { candidate: Candidate; choice: Choice }
/** The list, in the model's order: an id, a list of ids, or the text of a number for each. */
interface Changes {
  /** The stage that the list leads to; without one there is no list. */
  stage?: string; changes: { question: string; answer: string | string[] }[];
  /** Whether there is certainly no shorter list (or, without a list, none at all). */
  proven: boolean; trials: number;
}

// ---- the page

/** The texts of content/strings, below assess_live. */
type Words = Record<string, string>;
interface ActionJson {
  id: string; title: string; from?: string; pillar?: string; impact: Numeric; effort: Numeric;
  depends_on?: string[]; satisfied_by?: string[];
}
/** What a visitor said to a question: an id, the text of a number, a text, or several ids. */
interface Said {
  answer: string | string[]; note?: string; evidence?: string;
  /** How the question was worded, as a short text. */
  wording?: string;
}
type Answers = Record<string, Said>;
/** Answers of one visitor to one model, as the browser keeps them. */
interface Draft {
  v: 1; id: string; name: string; role: string; model: string; version: string;
  /** When it was last changed, in ISO 8601; empty: never kept. */
  at: string; answers: Answers;
}
/** Answers from outside, matched with the present questions. */
interface Read {
  answers: Answers; kept: number;
  /** Answers to questions that are worded otherwise now. */
  changed: Answers;
  /** Ids of questions that are gone, or whose answer is no longer possible. */
  removed: string[];
}
interface ResultFile extends AssessmentJson {
  model: string; model_version: string; assessor?: string; date: string;
}
/** Where a node stands. Without `value` and `stage` if too little is answered. */
interface Reading extends Result {
  id?: string; thin: boolean; worst?: Result; best?: Result; open: number; coverage: Fraction;
  counts: Record<State, number>; digits: number;
  /** The rule gives a number, a stage. */
  numbered: boolean; staged: boolean;
  /** The value is the number of a stage. */
  byStage: boolean; edge: boolean;
}
interface MethodReading { method: Method; whole: Reading; pillars: Reading[]; found: Standings }
/** A question and an answer to it, in words. */
type SayAnswer = (question: string, answer: string | string[]) => [string, string];

// ---- the calculator of benefits and costs

interface Formula { by?: string; parts?: Formula[]; number?: Fraction; input?: string }
interface RoiJson {
  inputs: { id: string; low?: Numeric; expected: Numeric; high?: Numeric }[];
  lines: { kind: string; every?: string; lift?: boolean | string; amount: string }[];
  ramp?: { months: Numeric }; horizon?: Numeric; rate?: Numeric; proof?: Record<string, Numeric>;
}
interface Calculation {
  lines: { kind: string; every: string; lift: boolean; formula: Formula }[];
  horizon: number; ramp: number; rate: Fraction | null;
}
type RoiValues = Map<string, { low: Fraction; expected: Fraction; high: Fraction }>;
/** What comes in and goes out: `once` at the start in all, `gains` and `costs` per month. */
interface Flow {
  once: Fraction; gains: Fraction; costs: Fraction; onceGains: Fraction; onceCosts: Fraction;
}
interface RoiCase {
  net: Fraction; costs: Fraction; benefits: Fraction; share: Fraction | null;
  /** The month; null: not within five years. */
  payback: number | null; delay: Fraction; present: Fraction | null;
}
interface RoiResult {
  cases: { low: RoiCase; expected: RoiCase; high: RoiCase };
  sensitivity: { id: string; low: Fraction; high: Fraction; swing: Fraction }[];
}
