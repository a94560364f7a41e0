// Exact numbers: fractions of BigInt, and how they are read and shown.
//
// JSON.parse makes doubles of numbers, and a reviver sees the text of a literal only in newer
// browsers. `readJson` therefore puts quotes around the literals before it parses, and numbers
// arrive as the text that was written, whatever its length. `fraction` also takes a double, by its
// shortest text; that is the number that was written if it had at most 15 significant digits.

/** @type {(a: bigint, b: bigint) => bigint} */
const commonDivisor = (a, b) => {
  while (b) [a, b] = [b, a % b];
  return a;
};

/** `n / d` in lowest terms, `d` not zero. @type {(n: bigint, d?: bigint) => Fraction} */
export const ratio = (n, d = 1n) => {
  if (d === 1n) return { n, d };
  const by = commonDivisor(n < 0n ? -n : n, d < 0n ? -d : d) * (d < 0n ? -1n : 1n);
  return { n: n / by, d: d / by };
};

/** @type {(count: number) => Fraction} */
export const whole = (count) => ({ n: BigInt(count), d: 1n });
export const zero = whole(0), one = whole(1), hundred = whole(100);

const longest = 400;

/** The number that a decimal text or a double stands for; null if it is none. */
export const fraction = (/** @type {unknown} */ text) => {
  const literal = typeof text === 'number' ? String(text) : text;
  if (typeof literal !== 'string' || literal.length > longest) return null;
  const found = /^(-?\d+)(?:\.(\d+))?(?:e([-+]?\d{1,3}))?$/i.exec(literal);
  if (!found) return null;
  const [, head, decimals = '', exponent = '0'] = found, shift = Number(exponent) - decimals.length;
  const digits = BigInt(head + decimals), scale = 10n ** BigInt(Math.abs(shift));
  return shift < 0 ? ratio(digits, scale) : ratio(digits * scale);
};

/** A number of a model; throws if it is none. */
export const number = (/** @type {Numeric} */ text) => {
  const read = fraction(text);
  if (!read) throw new RangeError(`'${text}' is not a number`);
  return read;
};

/** @type {(a: Fraction, b: Fraction) => Fraction} */
export const add = (a, b) =>
  a.d === b.d ? ratio(a.n + b.n, a.d) : ratio(a.n * b.d + b.n * a.d, a.d * b.d);
/** @type {(a: Fraction, b: Fraction) => Fraction} */
export const subtract = (a, b) => add(a, { n: -b.n, d: b.d });
/** @type {(a: Fraction, b: Fraction) => Fraction} */
export const multiply = (a, b) => ratio(a.n * b.n, a.d * b.d);
/** @type {(a: Fraction, b: Fraction) => Fraction} */
export const divide = (a, b) => ratio(a.n * b.d, a.d * b.n);

/** Below, at or above zero as `a` is less than, equal to or greater than `b`. */
export const compare = (/** @type {Fraction} */ a, /** @type {Fraction} */ b) => {
  const left = a.n * b.d, right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
};
/** @type {(a: Fraction, b: Fraction) => boolean} */
export const atLeast = (a, b) => compare(a, b) >= 0;
/** @type {(a: Fraction, b: Fraction) => Fraction} */
export const lesser = (a, b) => (atLeast(a, b) ? b : a);
/** @type {(a: Fraction, b: Fraction) => Fraction} */
export const greater = (a, b) => (atLeast(a, b) ? a : b);
/** @type {(values: Fraction[]) => Fraction} */
export const sum = (values) => values.reduce(add, zero);

/** The greatest whole number not above `a`. */
export const floor = (/** @type {Fraction} */ { n, d }) => (n < 0n ? -((d - 1n - n) / d) : n / d);

/** `a` with at most `digits` decimals, rounded half away from zero. */
export const decimal = (/** @type {Fraction} */ { n, d }, /** @type {number} */ digits) => {
  const magnitude = (2n * (n < 0n ? -n : n) * 10n ** BigInt(digits) + d) / (2n * d);
  const text = String(magnitude).padStart(digits + 1, '0'), point = text.length - digits;
  const decimals = text.slice(point).replace(/0+$/, '');
  return (n < 0n && magnitude ? '-' : '') + text.slice(0, point) + (decimals && `.${decimals}`);
};

/** `10/3`, and `3` for a whole number. */
export const fractionText = (/** @type {Fraction} */ { n, d }) => (d === 1n ? `${n}` : `${n}/${d}`);

/** At least one value, taken together in one of the ways that need no weights. */
export const together = (/** @type {string} */ by, /** @type {Fraction[]} */ values) => {
  if (by === 'sum') return sum(values);
  if (by === 'mean') return divide(sum(values), whole(values.length));
  const sorted = [...values].sort(compare), { length } = sorted;
  if (by === 'min') return sorted[0];
  if (by === 'max') return sorted[length - 1];
  if (by === 'median') {
    const [low, high] = [sorted[(length - 1) >> 1], sorted[length >> 1]];
    return low === high ? low : divide(add(low, high), whole(2));
  }
  let most = 0, winner = sorted[0];  // majority: of several, the lowest
  for (let first = 0, last = 0; first < length; first = last) {
    while (last < length && !compare(sorted[first], sorted[last])) last++;
    if (last - first > most) [most, winner] = [last - first, sorted[first]];
  }
  return winner;
};

/** What a JSON text says, with numbers as their texts; throws if it is not JSON. */
export const readJson = (/** @type {string} */ text) => JSON.parse(text.replace(
  /"[^"\\]*(?:\\.[^"\\]*)*"?|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[-+]?\d+)?/gi,
  (token) => (token[0] === '"' ? token : `"${token}"`)));
