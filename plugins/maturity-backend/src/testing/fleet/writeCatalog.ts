// Writes the catalog of a made-up organisation to a file. Usage: tsx writeCatalog.ts <components> <file>
import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { fleetCatalog } from './fleetCatalog';

const [, , components, file] = process.argv;
const entities = fleetCatalog(Number(components));
writeFileSync(file, entities.map(entity => `---\n${stringify(entity)}`).join(''));
process.stdout.write(`${entities.length}\n`);
