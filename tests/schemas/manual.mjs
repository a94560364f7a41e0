#!/usr/bin/env node
// The manual, the schemas, the words of the readers and the files that come with the program say
// the same.
//
// usage: tests/schemas/manual.mjs
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkerOf, Count, kinds, parse, root, schemaOf } from './support.mjs';

const read = (file) => readFileSync(path.join(root, file), 'utf8');
const page = (name) => read(`content/docs/${name}.md`);

// Which table of which page lists the keys of which map: "heading" or "heading 2" for the second
// table of keys below it. A map without a table has its keys in the text below a heading.
const manual = {
  model: {
    page: 'model-format',
    tables: {
      Head: '', sources: 'source', related: 'related', facets: 'facet', stages: 'stage',
      'stages 2': 'facet_text', transitions: 'transition', pillars: 'pillar',
      capabilities: 'capability', roles: 'role', use_cases: 'use_case', phases: 'phase',
      effort_classes: 'effort_class', layers: 'layer', answer_sets: 'answer_set',
      'answer_sets 2': 'answer', questions: 'question', scoring: 'method', 'scoring 2': 'rule',
      'scoring 3': 'band', 'scoring 4': 'prerequisite', kpis: 'kpi', actions: 'action',
      claims: 'claim', benefits: 'benefit', pitfalls: 'pitfall', topics: 'topic',
      checklists: 'checklist', tables: 'table', faq: 'faq_entry', glossary: 'term', roi: 'roi',
      accepted: 'acceptance',
    },
    texts: {
      titled_list: 'stages', step: 'transitions', duration: 'Common keys', descriptor: 'pillars',
      example: 'capabilities', target: 'questions', node_rule: 'scoring', typical: 'kpis',
      checklist_item: 'checklists', column: 'tables', cell: 'tables', roi_input: 'roi',
      roi_line: 'roi',
    },
    elsewhere: { value_map: 'scoring', condition: 'scoring' },
    words: [
      { heading: 'questions', column: 'type', map: 'question', key: 'type' },
      { heading: 'kpis', column: 'unit', map: 'kpi', key: 'unit' },
    ],
  },
  assessment: {
    page: 'assessment-format',
    tables: {
      Keys: '', subject: 'properties/subject', target: 'target', answers: 'answer',
      respondents: 'respondent', kpis: 'kpi_value', actions: 'action', deferred: 'gap',
    },
    texts: {
      team: 'teams', pillar_target: 'target', single_answer: 'answers', past_answer: 'answers',
      piece_of_evidence: 'answers', capability: 'capabilities', roi: 'roi', roi_input: 'roi',
    },
    elsewhere: {},
    words: [
      { heading: 'answers', column: 'grade', map: 'piece_of_evidence', key: 'grade' },
      { heading: 'kpis', column: 'method', map: 'kpi_value', key: 'method' },
    ],
  },
  site: {
    page: 'site-settings',
    tables: {
      Keys: '',
      Brand: 'properties/brand',
      Crawlers: 'properties/crawlers',
      'Self-assessments': 'self_assessment',
    },
    texts: { call_to_action: 'Self-assessments' },
    elsewhere: {
      collection: 'data-pages', described_field: 'data-pages', catalog: 'catalogs',
    },
    words: [],
  },
  history: {
    page: 'history',
    tables: { 'Keys of an entry': 'entry' },
    texts: {},
    elsewhere: {},
    words: [],
  },
  score: {
    page: 'scoring',
    tables: {},
    texts: {
      question: 'The record', end: 'The record', fulfilment: 'The record', part: 'The record',
      node: 'The record', method: 'The record', disagreement: 'The record',
    },
    elsewhere: {},
    words: [
      { heading: '2. How a question stands', column: 'state', map: 'question', key: 'state' },
      { heading: '4. What a node is worth', column: 'state', map: 'node', key: 'state' },
    ],
  },
};

/** The text of a page by heading, code included. */
function sectionsOf(text) {
  const sections = {};
  for (const part of text.replace(/```[\s\S]*?```/g, (code) => code.replace(/^#/gm, ' #'))
    .split(/^#{2,3} /m).slice(1))
    sections[part.slice(0, part.indexOf('\n')).trim()] = part;
  return sections;
}

const cellsOf = (line) => line.split(/(?<!\\)\|/).slice(1, -1).map((cell) => cell.trim());
const codesOf = (cell) => [...cell.matchAll(/`([^`]+)`/g)].map((hit) => hit[1]);

/** The tables of a section: {columns, rows}, cells as written. */
function tablesOf(section) {
  return [...section.matchAll(/(?:^\|.*\n?)+/gm)].map(([table]) => {
    const [head, , ...rows] = table.trim().split('\n').map(cellsOf);
    return { columns: head, rows };
  });
}

/** Tables of keys by the name that `manual` gives them; each a list of {keys, type, otherwise}. */
function keyTables(sections) {
  const found = {};
  for (const [heading, section] of Object.entries(sections)) {
    let number = 0;
    for (const { columns, rows } of tablesOf(section)) {
      if (columns[0] === 'part')
        for (const [part, keys] of rows)
          found[codesOf(part)[0]] =
            [{ keys: codesOf(keys.replace(/\([^)]*\)|: `[^,]*/g, '')), type: '' }];
      if (columns[0] !== 'key') continue;
      number += 1;
      found[number > 1 ? `${heading} ${number}` : heading] =
        rows.map(([key, type, otherwise]) => ({ keys: codesOf(key), type, otherwise }));
    }
  }
  return found;
}

/** The part of a schema that `name` stands for: '' the whole, a definition, or a path. */
function partOf(schema, name) {
  if (name === '') return schema;
  if (name.includes('/')) return name.split('/').reduce((part, key) => part[key], schema);
  return schema.definitions[name];
}

const resolved = (schema, part) =>
  (part.$ref ? { ...schema.definitions[part.$ref.split('/').pop()], ...part } : part);

function differences(what, one, other) {
  const missing = one.filter((item) => !other.includes(item));
  const surplus = other.filter((item) => !one.includes(item));
  return [...missing.map((item) => `${what}: only the manual has '${item}'`),
    ...surplus.map((item) => `${what}: only the schema has '${item}'`)];
}

const wordsOf = (schema, property) =>
  (resolved(schema, property).enum ?? []).filter((word) => typeof word === 'string');

/** What a table of keys and a map of the schema say differently. */
function tableProblems(schema, name, table, part) {
  const named = table.flatMap((row) => row.keys);
  const problems = differences(name, named, Object.keys(part.properties));
  for (const { keys, type, otherwise } of table) {
    for (const key of keys.filter((each) => part.properties[each])) {
      const isRequired = (part.required ?? []).includes(key);
      if (otherwise === 'required' && !isRequired)
        problems.push(`${name}: the schema does not require '${key}'`);
      if (isRequired && otherwise && !otherwise.startsWith('required'))
        problems.push(`${name}: the manual does not require '${key}'`);
      if (/^`[^`]+`((, | or )`[^`]+`)+$/.test(type))
        problems.push(...differences(`${name}: ${key}`, codesOf(type),
          wordsOf(schema, part.properties[key])));
    }
  }
  return problems;
}

/** Whether `text` names `key` as code or in bold; the fraction beside a number goes without. */
function isNamed(key, text) {
  const name = key.replace(/_exact$/, '');
  const code = [...text.matchAll(/```[\s\S]*?```|`[^`]+`|\*\*[^*]+\*\*/g)].join('\n');
  return new RegExp(`\\b${name}\\b`).test(code);
}

function keysAgree(kind) {
  const { tables, texts, elsewhere } = manual[kind];
  const schema = schemaOf(kind);
  const sections = sectionsOf(page(manual[kind].page));
  const found = keyTables(sections);
  const problems = differences('tables', Object.keys(found)
    .filter((name) => name !== 'Common keys'), Object.keys(tables));
  for (const [name, target] of Object.entries(tables))
    if (found[name])
      problems.push(...tableProblems(schema, name, found[name], partOf(schema, target)));
  for (const [name, heading] of Object.entries({ ...texts, ...elsewhere })) {
    const text = name in texts ? sections[heading] : page(heading);
    for (const key of Object.keys(schema.definitions[name].properties))
      if (!isNamed(key, text))
        problems.push(`${heading}: only the schema has '${key}' (${name})`);
  }
  const told = [...Object.values(tables), ...Object.keys(texts), ...Object.keys(elsewhere)];
  for (const [name, part] of Object.entries(schema.definitions))
    if (part.properties && !told.includes(name))
      problems.push(`this test does not know where the manual lists the keys of '${name}'`);
  return problems;
}

function wordsAgree(kind) {
  const schema = schemaOf(kind);
  const sections = sectionsOf(page(manual[kind].page));
  return manual[kind].words.flatMap(({ heading, column, map, key }) => {
    const named = (name) => name.replaceAll('`', '') === column;
    const table = tablesOf(sections[heading]).find(({ columns }) =>
      columns[0] !== 'key' && columns.some(named));
    const place = table?.columns.findIndex(named);
    const words = (table?.rows ?? []).flatMap((row) => codesOf(row[place]));
    const property = schema.definitions[map].properties[key];
    return differences(`${heading}, ${column}`, words, wordsOf(schema, property));
  });
}

/** Calls `visit` with every schema within `part` and the path to it. */
function walk(part, visit, at = '') {
  if (Array.isArray(part)) part.forEach((item, index) => walk(item, visit, `${at}/${index}`));
  else if (part && typeof part === 'object') {
    visit(part, at);
    for (const [key, value] of Object.entries(part)) walk(value, visit, `${at}/${key}`);
  }
}

function isExplained(kind) {
  const schema = schemaOf(kind);
  const problems = [];
  const used = new Set();
  if (schema.$id !== `${kind}.schema.json`) problems.push(`its $id is ${schema.$id}`);
  if (schema.$schema !== 'http://json-schema.org/draft-07/schema#') problems.push('not draft-07');
  walk(schema, (part, at) => {
    if (part.$ref) used.add(part.$ref.split('/').pop());
    // Conditions name keys that are explained where they are declared.
    if (!part.properties || /\/(if|then|not|oneOf|anyOf|allOf)(\/|$)/.test(at)) return;
    if (part.additionalProperties !== false) problems.push(`${at}: takes unknown keys`);
    for (const [key, property] of Object.entries(part.properties))
      if (!/^\S.*\.$/.test(property.description ?? ''))
        problems.push(`${at}/properties/${key}: no description that ends with a full stop`);
  });
  for (const name of Object.keys(schema.definitions ?? {}))
    if (!used.has(name)) problems.push(`nothing refers to the definition '${name}'`);
  return problems;
}

function readersKnowTheWords() {
  const enums = new Set();
  for (const kind of kinds)
    walk(schemaOf(kind), (part) => {
      const words = part.enum ?? part.pattern?.match(/^\^\(([a-z|-]+)\)\$$/)?.[1].split('|') ?? [];
      enums.add(words.filter((word) => typeof word === 'string').sort().join(' '));
    });
  const arrays = [...read('src/model/words.h').matchAll(/ (\w+_words)\{([\s\S]*?)\};/g)];
  if (arrays.length === 0) return ['src/model/words.h has no words'];
  return arrays.flatMap(([, name, body]) => {
    const words = [...body.matchAll(/\{"([^"]+)"/g)].map((hit) => hit[1]).sort().join(' ');
    return enums.has(words) ? [] : [`no schema has the choice ${name}: ${words}`];
  });
}

const heads = {
  history: 'entries: []\n',
  model: 'id: x\ntitle: X\nversion: 1\nsummary: X.\n',
  assessment: 'subject: {id: x, name: X}\ndate: 2026-01\nmodel: x\n',
  site: 'title: X\ndescription: X.\nbase_url: https://example.org/\nmodels: [x]\n',
};

/** The examples of a page: whole files, and parts that a head makes whole. */
function examplesAreAccepted(kind) {
  const check = checkerOf(kind);
  const examples = [...page(manual[kind].page).matchAll(/```yaml\n([\s\S]*?)```/g)];
  if (examples.length === 0) return ['the page has no examples'];
  return examples.flatMap(([, text]) => {
    const own = Object.keys(parse(text));
    const head = heads[kind].split('\n').filter((line) => !own.includes(line.split(':')[0]));
    return check(parse(`${head.join('\n')}\n${text}`))
      .map((problem) => `${text.split('\n')[0]}: ${problem}`);
  });
}

/** Files of ours by kind, as far as they are there. */
function filesOf(kind) {
  if (kind === 'model')
    return ['content/models', 'tests/schemas/project/content/models'].flatMap((folder) =>
      readdirSync(path.join(root, folder)).map((id) => `${folder}/${id}/model.yaml`))
      .filter((file) => existsSync(path.join(root, file)));
  if (kind === 'history')
    return readdirSync(path.join(root, 'content/models'))
      .map((id) => `content/models/${id}/history.yaml`).concat('site/history.yaml');
  if (kind === 'site') return ['site/site.yaml', 'tests/schemas/project/site.yaml'];
  return readdirSync(path.join(root, 'site/assessments'), { recursive: true })
    .filter((file) => /\.(ya?ml|json)$/.test(file)).map((file) => `site/assessments/${file}`);
}

const count = new Count();
for (const kind of Object.keys(manual)) {
  count.add(`${kind}: the manual and the schema name the same keys`, keysAgree(kind));
  count.add(`${kind}: the manual and the schema name the same words`, wordsAgree(kind));
  if (!heads[kind]) continue;
  count.add(`${kind}: the schema accepts the examples of the manual`, examplesAreAccepted(kind));
  const check = checkerOf(kind);
  count.add(`${kind}: the schema accepts what comes with the program`, filesOf(kind)
    .flatMap((file) => check(parse(read(file))).map((problem) => `${file}: ${problem}`)));
}
for (const kind of kinds)
  count.add(`${kind}: the schema explains each key and refuses others`, isExplained(kind));
count.add('each closed choice of the readers stands in a schema', readersKnowTheWords());
count.close();
