// The table of clients can be sorted, and filtered by stage and sector.
import { filterTables } from './tables/filter.js';
import { sortTables } from './tables/sort.js';

sortTables();
filterTables();
