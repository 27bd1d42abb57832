/** Where the content comes from on a machine with a file system. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { gate } from '../content/gate.ts';
import type { Passed } from '../content/passed.ts';
import type { ContentFile } from '../content/read.ts';
import { itemKinds } from '../quiz/kinds/schemas.ts';

/** Every YAML and Markdown file below a folder, paths relative to it. */
export function readContentFiles(folder: string): ContentFile[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((path) => /\.(ya?ml|md)$/.test(path))
		.map((path) => ({
			path: path.split(sep).join('/'),
			text: readFileSync(join(folder, path), 'utf8')
		}));
}

/** Reads a content folder and passes it through the gate. */
export const readContent = (folder: string): Passed => gate(readContentFiles(folder), itemKinds);
