// The tables of a report can be sorted, and its findings filtered by pillar.
import { filterTables } from './tables/filter.js';
import { sortTables } from './tables/sort.js';

sortTables();
filterTables();
