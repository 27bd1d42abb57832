/** `npm run restore -- FILE [--replace]`: brings a backup back into the class server's database. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { restore } from '../lib/server/class/backup.ts';
import { openClassDatabase } from './class-database.ts';
import { end, Trouble } from '../server/trouble.js';

async function bringBack() {
	const { values, positionals } = parseArgs({
		options: { replace: { type: 'boolean', default: false } },
		allowPositionals: true
	});
	const [file] = positionals;
	if (!file) throw new Trouble('Name the backup: npm run restore -- FILE');
	const { database } = await openClassDatabase();
	try {
		const rows = await restore(database, resolve(file), values);
		console.log(`${rows} rows are restored from ${resolve(file)}`);
	} finally {
		await database.close();
	}
}

await bringBack().catch(end);
