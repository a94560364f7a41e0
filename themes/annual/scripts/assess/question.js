// What answers are worth, and how questions stand.

import {
  add, atLeast, divide, floor, fraction, greater, hundred, lesser, multiply, number, one,
  subtract, sum, together, whole, zero,
} from './fraction.js';

/** What `worth` is mapped to. @type {(question: Question, worth: Fraction) => Fraction} */
function mapped({ map }, worth) {
  if (!map) return worth;
  const next = map.pairs.findIndex(([x]) => !atLeast(worth, x));
  if (next <= 0 || !map.points) return map.pairs[(next < 0 ? map.pairs.length : next || 1) - 1][1];
  const [[x0, y0], [x1, y1]] = map.pairs.slice(next - 1);
  return add(y0, multiply(divide(subtract(worth, x0), subtract(x1, x0)), subtract(y1, y0)));
}

/** The possible worths among which the extreme values are: the ends, and those at and around the
 * points of the map. @type {(question: Question) => Fraction[]} */
function telling({ from, to, step, map }) {
  const around = (map?.pairs ?? []).flatMap(([x]) => {
    if (!step) return [x];
    const before = add(from, multiply({ n: floor(divide(subtract(x, from), step)), d: 1n }, step));
    return [before, add(before, step)];
  });
  return [from, to, ...around.filter((x) => atLeast(x, from) && atLeast(to, x))];
}

/** JSON's true and false are yes and no. */
const plain = (/** @type {unknown} */ answer) =>
  (answer === true ? 'yes' : answer === false ? 'no' : answer);

/** @type {(json: ConditionJson) => Condition} */
export const readCondition = ({ question, answers = [], at_least: least, at_most: most, otherwise }) => ({
  question,
  answers: new Set(answers.map(plain)),
  atLeast: least == null ? null : number(least),
  atMost: most == null ? null : number(most),
  otherwiseLowest: otherwise === 'lowest',
});

/** The answers of a question with what they are worth. @returns {[string, Fraction | null][]} */
function readOptions(/** @type {QuestionJson} */ json, /** @type {ModelJson} */ model) {
  const { type = 'yes-no', values, answers = [] } = json;
  if (type === 'yes-no') {
    return [['yes', number(values?.yes ?? 1)], ['no', number(values?.no ?? 0)]];
  }
  if (type === 'stage') return (model.stages ?? []).map(({ id }, index) => [id, whole(index + 1)]);
  const list = typeof answers !== 'string' ? answers
    : model.answer_sets?.find(({ id }) => id === answers)?.answers ?? [];
  return list.map(({ id, value }) => [id, value == null ? null : number(value)]);
}

/** @type {(json: QuestionJson, model: ModelJson) => Question} */
function readQuestion(json, model) {
  const { id, formerly = [], type = 'yes-no', map, asked_if: condition } = json;
  const options = new Map(readOptions(json, model)), count = options.size;
  const values = [...options.values()].flatMap((value) => value ?? []);
  const summed = type === 'several' && values.length > 0;
  const [from, to, step] = type === 'several' ? [zero, one, divide(one, whole(count))]
    : type === 'stage' ? [one, whole(count), one]
    : type === 'percent' ? [zero, hundred, null]
    : [number(json.from ?? 1), number(json.to ?? 5), type === 'scale' ? one : null];
  const pairs = map?.points ?? map?.thresholds;
  /** @type {Question} */
  const question = {
    id, names: [id, ...formerly], type, options, summed, from, to, step, worths: [],
    map: pairs ? { points: !!map?.points, pairs: pairs.map((pair) => pair.map(number)) } : null,
    lowest: zero, highest: zero, condition: condition ? readCondition(condition) : null,
  };
  if (summed) {
    question.lowest = sum(values.map((value) => lesser(value, zero)));
    question.highest = sum(values.map((value) => greater(value, zero)));
    return question;
  }
  const chosen = count > 0 && type !== 'several' && type !== 'stage';
  if (!chosen) question.worths = telling(question);
  const possible = chosen ? values : question.worths.map((worth) => mapped(question, worth));
  question.lowest = together('min', possible);
  question.highest = together('max', possible);
  return question;
}

/** The questions that can be scored, by id. @type {(model: ModelJson) => Map<string, Question>} */
export const readQuestions = (model) => new Map((model.questions ?? [])
  .filter(({ type }) => type !== 'text').map((json) => [json.id, readQuestion(json, model)]));

/** What an answer gives; null if it is none to this question. Stages may have earlier ids.
 * @type {(question: Question, answer: unknown, model: ModelJson) => Given | null} */
export function accept(question, answer, model) {
  const { type, options, from, to, step } = question;
  if (!options.size) {
    const worth = fraction(answer);
    const possible = worth && atLeast(worth, from) && atLeast(to, worth) && !(step && worth.d > 1n);
    return possible ? { keys: [], worth, value: mapped(question, worth) } : null;
  }
  const chosen = type === 'several' ? answer : [plain(answer)];
  if (!Array.isArray(chosen)) return null;
  const current = (/** @type {string} */ key) => (type !== 'stage' ? key
    : model.stages?.find(({ formerly }) => formerly?.includes(key))?.id ?? key);
  const keys = [...new Set(chosen.map(current))];
  if (!keys.every((key) => options.has(key))) return null;
  const worth = type === 'several' && !question.summed
    ? divide(whole(keys.length), whole(options.size))
    : sum(keys.flatMap((key) => options.get(key) ?? []));
  return { keys, worth, value: mapped(question, worth) };
}

/** @type {(value: unknown) => value is Record<string, unknown>} */
export const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of a history, the answer of the latest entry that is not after `date`. A month begins on its
 * first day and lasts to its last. @type {(history: unknown[], date: string) => unknown} */
function latest(history, date) {
  let answer, since = '';
  for (const entry of history) {
    if (!isMap(entry) || typeof entry.date !== 'string') continue;
    const begin = entry.date.padEnd(10, '-01');
    if (begin <= date.padEnd(10, '-31') && begin >= since) ({ answer } = entry), since = begin;
  }
  return answer;
}

/** One person's or team's answer. What is none to this question is treated as no entry.
 * @returns {{state: State, given?: Given}} */
function readOne(/** @type {Question} */ question, /** @type {unknown} */ entry,
  /** @type {AssessmentJson} */ assessment, /** @type {ModelJson} */ model) {
  let answer = entry;
  if (isMap(entry)) {
    answer = Array.isArray(entry.history) ? latest(entry.history, assessment.date ?? '9999')
      : entry.answer;
  }
  if (answer === 'unknown' || answer === 'not-applicable') return { state: answer };
  const given = answer == null ? null : accept(question, answer, model);
  return given ? { state: 'answered', given } : { state: 'unanswered' };
}

/** The entry for a question, perhaps under an earlier id.
 * @type {(question: Question, answers?: Record<string, unknown> | null) => unknown} */
const entryOf = ({ names }, answers) =>
  names.map((name) => (answers && Object.hasOwn(answers, name) ? answers[name] : null))
    .find((entry) => entry != null);

const roles = /** @type {const} */ ({ answered: 'settled', unknown: 'open', unanswered: 'open',
  'not-applicable': 'out', 'not-asked': 'out' });

/** @type {(state: State, given: Given[], open: boolean, values: Partial<Standing>) => Standing} */
export const standingAs = (state, given, open, values) =>
  ({ state, role: roles[state], given, open, conditional: false, optional: false, ...values });

/** How a question stands by what an assessment says, if it is asked.
 * @type {(of: Question, from: AssessmentJson, by: Method, model: ModelJson) => Standing} */
export function read(question, assessment, { unanswered, ...method }, model) {
  const { lowest, highest } = question, { answers, teams, respondents } = assessment;
  const agreed = entryOf(question, answers);
  const byTeam = isMap(agreed) && isMap(agreed.teams) ? agreed.teams : null;
  const all = (byTeam ? (teams ?? []).map(({ id }) => byTeam[id]) : agreed != null ? [agreed]
    : (respondents ?? []).map((respondent) => entryOf(question, respondent.answers)))
    .map((entry) => readOne(question, entry, assessment, model));
  const given = all.flatMap((answer) => answer.given ?? []);
  const count = (/** @type {State} */ wanted) => all.filter(({ state }) => state === wanted).length;
  const unknown = count('unknown'), without = count('not-applicable');
  if (!given.length) {
    const applies = byTeam ? without < all.length || !without : unknown || !without;
    return applies ? standingAs(unknown ? 'unknown' : 'unanswered', given, true,
      { worst: lowest, best: highest }) : standingAs('not-applicable', given, false, {});
  }
  const missing = byTeam ? all.length - given.length - without : 0;
  const by = byTeam ? method.teams : method.respondents, values = given.map(({ value }) => value);
  const combined = (/** @type {Fraction[]} */ ...others) => together(by, [...values, ...others]);
  const [worst, best] = [lowest, highest].map((end) => combined(...Array(missing).fill(end)));
  if (missing && unanswered === 'void') {
    return standingAs('unanswered', given, true, { worst, best });
  }
  const value = unanswered === 'skip' ? combined() : worst;
  return standingAs('answered', given, missing > 0, { value, worst, best });
}

/** Whether `condition` holds for how the other question stands; null: undecided.
 * @type {(condition: Condition, other?: Standing) => boolean | null} */
export function holds({ answers, atLeast: least, atMost: most }, other) {
  if (!other || other.state === 'not-applicable' || other.state === 'not-asked') return false;
  const matches = other.given.some(({ keys, worth }) => (least || most
    ? (!least || atLeast(worth, least)) && (!most || atLeast(most, worth))
    : keys.some((key) => answers.has(key))));
  return matches ? !other.conditional || null : other.open ? null : false;
}

/** How a question stands, whether it is asked, or null: perhaps.
 * @type {(question: Question, said: Standing, asked: boolean | null) => Standing} */
function stand({ lowest, condition }, said, asked) {
  if (asked) return said;
  const settled = { worst: lowest, best: lowest };
  const { best } = said, ends = condition?.otherwiseLowest;
  if (asked === false) {
    return standingAs('not-asked', [], false,
      ends ? { ...settled, role: 'settled', value: lowest } : {});
  }
  const range = ends ? { ...settled, ...best && { best } } : {};
  return { ...said, ...range, conditional: true, optional: ends ? !best : !!best };
}

/** How all questions stand.
 * @type {(model: Model, said: Standings) => Standings} */
export function standings(model, said) {
  /** @type {Standings} */
  const found = new Map();
  /** @type {(question: Question) => Standing} */
  const standing = (question) => {
    const known = found.get(question), { condition } = question;
    if (known) return known;
    const other = condition ? model.questions.get(condition.question) : undefined;
    const asked = !condition || holds(condition, other && standing(other));
    const made = stand(question, /** @type {Standing} */ (said.get(question)), asked);
    found.set(question, made);
    return made;
  };
  for (const question of said.keys()) standing(question);
  return found;
}
