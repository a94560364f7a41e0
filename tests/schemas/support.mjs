// What the tests of the schemas share: schemas, YAML as the program reads it, counting.
import Ajv from 'ajv';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const here = fileURLToPath(new URL('.', import.meta.url));
const folder = path.join(root, 'content/schemas');
const suffix = '.schema.json';

/** The kinds of files that have a schema: "model", "assessment" and so on. */
export const kinds = readdirSync(folder).filter((name) => name.endsWith(suffix))
  .map((name) => name.slice(0, -suffix.length)).sort();

export const schemaOf = (kind) =>
  JSON.parse(readFileSync(path.join(folder, kind + suffix), 'utf8'));

/** A function from data to the lines that say what the schema of `kind` finds wrong with it. */
export function checkerOf(kind) {
  const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
  for (const other of kinds.filter((each) => each !== kind)) ajv.addSchema(schemaOf(other));
  const check = ajv.compile(schemaOf(kind));
  return (data) => (check(data) ? [] : check.errors
    .filter(({ keyword }) => keyword !== 'if')
    .map(({ instancePath, message, params }) =>
      [instancePath || '/', message, params.additionalProperty ?? params.propertyName ?? '']
        .join(' ').trim()));
}

/** The data of a YAML or JSON text: YAML 1.2, in which `no` is a text. */
export function parse(text) {
  const document = parseDocument(text, { version: '1.2', schema: 'core' });
  if (document.errors.length > 0) throw document.errors[0];
  return document.toJS();
}

/** Says how each test went; close() prints the line that scripts/test adds up. */
export class Count {
  passed = 0;
  failed = 0;

  add(name, problems) {
    if (problems.length === 0) this.passed += 1;
    else this.failed += 1;
    console.log([`${problems.length === 0 ? 'ok' : 'FAILED'}: ${name}`, ...problems].join('\n  '));
  }

  close() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    process.exitCode = this.failed > 0 || this.passed === 0 ? 1 : 0;
  }
}
