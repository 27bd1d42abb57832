/** What is saved for offline use, worked out when the app is built. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PrecacheEntry {
	url: string;
	/** `null` where the address itself carries a hash. */
	revision: string | null;
	integrity?: string;
	size: number;
	/** Where only a teacher needs it: saved on devices on which a teacher's page was opened. */
	teaching?: true;
}

/** Within the client's folder: the list of files that only a teacher needs. */
export const TEACHING = '.vite/teaching.json';

const SHELL = 'prerendered/pages/shell.html';

/**
 * Gives built files the addresses that the server knows them by. A file whose address stays the
 * same from version to version carries its hash: the worker refuses the file of another version.
 * Styles that stand in the shell already are left out.
 *
 * @param output the folder that Kit builds into
 */
export function precacheEntries(output: string) {
	const read = (file: string) => readFileSync(join(output, file), 'utf8');
	return (entries: readonly PrecacheEntry[]): { manifest: PrecacheEntry[] } => {
		const shell = read(SHELL);
		const teaching = JSON.parse(read(`client/${TEACHING}`)) as string[];
		const isInShell = (file: string) => file.endsWith('.css') && shell.includes(read(file).trim());
		return {
			manifest: entries
				.filter(({ url }) => !isInShell(url))
				.map((entry) => ({
					...entry,
					url: entry.url.replace(/^(?:client|prerendered\/pages)\//, ''),
					...(entry.revision !== null && { integrity: integrity(read(entry.url)) }),
					...(teaching.includes(entry.url) && { teaching: true })
				}))
		};
	};
}

const integrity = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
