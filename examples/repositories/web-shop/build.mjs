// Writes the pages: copies them to dist and stamps the version in.
import { mkdir, readFile, writeFile } from 'node:fs/promises';

const { version } = JSON.parse(await readFile('package.json', 'utf8'));
const page = await readFile('pages/index.html', 'utf8');
await mkdir('dist', { recursive: true });
await writeFile('dist/index.html', page.replaceAll('%VERSION%', version));
