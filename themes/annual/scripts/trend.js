// The tables of a trend can be sorted.
import { sortTables } from './tables/sort.js';

sortTables();
