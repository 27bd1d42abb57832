/** `npm run backup -- [FILE]`: saves the class server's database into a file, while the server runs. */
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { backup } from '../lib/server/class/backup.ts';
import { openClassDatabase } from './class-database.ts';
import { end } from '../server/trouble.js';

async function save(argument: string | undefined) {
	const { database, dataDir } = await openClassDatabase();
	const day = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
	const file = resolve(argument ?? join(dataDir, 'backups', `classes-${day}.jsonl.gz`));
	await mkdir(dirname(file), { recursive: true, mode: 0o700 });
	try {
		const rows = await backup(database, file);
		console.log(`${rows} rows are saved in ${file}`);
	} finally {
		await database.close();
	}
}

await save(process.argv[2]).catch(end);
