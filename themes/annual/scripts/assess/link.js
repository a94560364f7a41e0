// Answers as a link holds them. content/docs/self-assessment.md describes every byte.

const day = 86400000, firstDay = Date.UTC(2020, 0, 1), longestLink = 8000;
const openStates = ['', 'unknown', 'not-applicable'], digits = '0123456789.-';

/** FNV-1a with 32 bits. */
export const fingerprint = (/** @type {Iterable<number>} */ bytes) => {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
};

/** The fingerprint of a text. */
export const textPrint = (/** @type {string} */ text) =>
  fingerprint(new TextEncoder().encode(text)).toString(36);

const fourBytes = (/** @type {number} */ hash) => [24, 16, 8, 0].map((by) => (hash >>> by) & 255);

/** @type {(questions: Question[]) => number} */
const printOf = (questions) => fingerprint(new TextEncoder().encode(questions.map((question) => {
  const { id, type, options, from, to } = question;
  const ends = options.size ? [] : [from, to].map(({ n, d }) => (d === 1n ? `${n}` : `${n}/${d}`));
  return [id, type, ...options.keys(), ...ends].join(' ');
}).join('\n')));

/** How many choices a question has; 0: its number is spelt out.
 * @type {(question: Question) => bigint} */
const countChoices = ({ type, options, from, to, step }) => (type === 'several'
  ? 2n ** BigInt(options.size) : options.size ? BigInt(options.size)
  : step ? to.n - from.n + 1n : 0n);

/** The fragment for these answers of `questions`, all that can be scored, on an ISO date.
 * @type {(questions: Question[], answers: Answers, date: string) => string} */
export function encode(questions, answers, date) {
  let number = 0n;
  for (const question of [...questions].reverse()) {
    const answer = answers[question.id]?.answer ?? '', keys = [...question.options.keys()];
    const choices = countChoices(question), state = openStates.indexOf(String(answer));
    const push = (/** @type {bigint} */ radix, /** @type {bigint} */ digit) => {
      number = number * radix + digit;
    };
    if (!Array.isArray(answer) && state >= 0) push((choices || 1n) + 3n, BigInt(state));
    else if (choices) {
      const choice = Array.isArray(answer)
        ? answer.reduce((bits, key) => bits | 1n << BigInt(keys.indexOf(key)), 0n)
        : keys.length ? BigInt(keys.indexOf(answer)) : BigInt(answer) - question.from.n;
      push(choices + 3n, choice + 3n);
    } else {
      for (const character of `${answer} `.split('').reverse()) {
        push(13n, BigInt(digits.indexOf(character) + 1));
      }
      push(4n, 3n);
    }
  }
  const bytes = [];
  for (; number; number >>= 8n) bytes.unshift(Number(number & 255n));
  const days = Math.round((Date.parse(date) - firstDay) / day);
  const all = [...fourBytes(printOf(questions)), (days >> 8) & 255, days & 255, ...bytes];
  const text = String.fromCharCode(...all, ...fourBytes(fingerprint(all)));
  return `#r=1.${btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')}`;
}

/** What a fragment says; 'broken' or 'old' if it cannot be read by these questions.
 * @type {(questions: Question[], fragment: string) =>
 *   {answers: Answers, date: string} | 'broken' | 'old'} */
export function decode(questions, fragment) {
  const coded = /^#r=1\.([\w-]+)$/.exec(fragment)?.[1] ?? '';
  if (!coded || coded.length > longestLink || coded.length % 4 === 1) return 'broken';
  const text = atob(coded.replace(/-/g, '+').replace(/_/g, '/'));
  const all = Array.from(text, (character) => character.charCodeAt(0));
  const check = all.splice(-4);
  if (all.length < 6 || String(fourBytes(fingerprint(all))) !== String(check)) return 'broken';
  if (String(fourBytes(printOf(questions))) !== String(all.slice(0, 4))) return 'old';
  const date = new Date(firstDay + (all[4] * 256 + all[5]) * day).toISOString().slice(0, 10);
  let number = 0n;
  for (const byte of all.slice(6)) number = number << 8n | BigInt(byte);
  const pop = (/** @type {bigint} */ radix) => {
    const digit = number % radix;
    number /= radix;
    return digit;
  };
  /** @type {Answers} */
  const answers = {};
  for (const question of questions) {
    const choices = countChoices(question), state = Number(pop((choices || 1n) + 3n));
    const keys = [...question.options.keys()], choice = state - 3;
    /** @type {string | string[]} */
    let answer = openStates[state];
    if (choice >= 0 && !choices) {
      answer = '';
      for (let digit = pop(13n); digit && answer.length < 40; digit = pop(13n)) {
        answer += digits[Number(digit) - 1];
      }
    } else if (choice >= 0) {
      answer = question.type === 'several' ? keys.filter((_, bit) => choice >> bit & 1)
        : keys.length ? keys[choice] : String(question.from.n + BigInt(choice));
    }
    if (answer !== '') answers[question.id] = { answer };
  }
  return number ? 'broken' : { answers, date };
}
