// Runs node with the given arguments so that it takes the themes' .js files for modules, as browsers
// do. Node 18 takes them for CommonJS, because no package.json beside them says otherwise: every file
// of a theme is published. Usage: node as_modules.mjs ARGUMENT...
import { spawnSync } from 'node:child_process';

const flag = '--experimental-default-type';
const options = process.allowedNodeEnvironmentFlags.has(flag) ? [`${flag}=module`] : [];
const run = spawnSync(process.execPath, [...options, ...process.argv.slice(2)],
  { stdio: 'inherit' });
process.exit(run.status ?? 1);
