import Sqlite from 'better-sqlite3';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import pg from 'pg';
import { expect, test } from 'playwright/test';
import { loadKinds } from '../../src/lib/quiz/kinds/index.ts';
import { FILE } from '../../src/lib/server/class/database.ts';
import { leaks, writtenAs } from '../support/leaks.ts';
import { holdLesson, type Held, type Plan } from '../support/lesson.ts';
import { TestPostgres } from '../support/postgres.ts';
import { BUILD, TestServer } from '../support/server.ts';

const PLAN: Plan = {
	className: 'Ħistory 9β of Zwölfaxing',
	title: 'The ninth Tuesday’s reading',
	note: 'Bring the blue exercise book, please.',
	pupils: ['Žofia Ó Súilleabháin', 'Nguyễn Thị Mười Hai', 'Ծովինար Ղազարյան', 'Ülviyyə Şıxəliyeva'],
	figures: [48_163.257, 90_817.443, 73_502.119, 61_938.772]
};

/** A derived join code takes its time on a busy machine. */
test.setTimeout(120_000);

test.beforeAll(loadKinds);

/** All rows of all tables, as text. */
const sqliteRows = (file: string): string => {
	const database = new Sqlite(file, { readonly: true });
	try {
		const names = database.prepare("select name from sqlite_master where type = 'table'").all();
		return (names as { name: string }[])
			.map(({ name }) => JSON.stringify(database.prepare(`select * from "${name}"`).all()))
			.join('\n');
	} finally {
		database.close();
	}
};

async function postgresRows(url: string): Promise<string> {
	const client = new pg.Client(url);
	await client.connect();
	try {
		const tables = await client.query<{ name: string }>(
			"select table_name as name from information_schema.tables where table_schema = 'public'"
		);
		const rows: string[] = [];
		for (const { name } of tables.rows)
			rows.push(JSON.stringify((await client.query(`select * from "${name}"`)).rows));
		return rows.join('\n');
	} finally {
		await client.end();
	}
}

/** Every file of a folder. */
async function filesOf(folder: string): Promise<Buffer> {
	const names = await readdir(folder);
	return Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name)))));
}

/** Nothing of a lesson can be read in a copy; what the server does keep is found, so that the search is worth something. */
function expectBlind({ hidden, kept }: Held, copy: Buffer) {
	for (const [what, texts] of Object.entries(hidden)) expect(texts.length, what).toBeGreaterThan(0);
	expect(leaks(hidden, copy)).toEqual([]);
	const found = leaks(kept, copy);
	for (const text of Object.values(kept).flat())
		expect(found).toContain(`what the server keeps “${text as string}” as bytes`);
}

test('a copy of the file, taken while pupils hand in and after, holds no name and no answer', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'copied-'));
	const server = await TestServer.start(BUILD, { DATA_DIR: folder });
	const held = await holdLesson(server.url, PLAN);
	expect(await readdir(folder)).toContain(`${FILE}-wal`);
	expectBlind(held, await filesOf(folder));
	const said = server.complaints;
	await server.end();
	// What stood beside the file is in it now.
	const rows = Buffer.from(sqliteRows(join(folder, FILE)));
	expectBlind(held, Buffer.concat([await filesOf(folder), rows]));
	expect(said).toBe('');
	await rm(folder, { recursive: true });
});

test('nor do the rows of PostgreSQL', async () => {
	const postgres = await TestPostgres.start();
	test.skip(!postgres, 'There is no PostgreSQL here.');
	const url = (await postgres?.database()) ?? '';
	const server = await TestServer.start(BUILD, { DATABASE_URL: url });
	const held = await holdLesson(server.url, PLAN);
	expectBlind(held, Buffer.from(await postgresRows(url)));
	expect(server.complaints).toBe('');
	await server.stop();
	await postgres?.stop();
});

test('the search finds a name however it is written, in base64 and packed too', () => {
	const [name = ''] = PLAN.pupils;
	const secret = new Uint8Array([3, 250, 7, 81, 99, 200, 14, 161, 77]);
	for (const text of [name, secret])
		for (const [way, written] of writtenAs(text)) {
			const bytes = Buffer.from(`beside${written}beside`, 'latin1');
			expect(leaks({ it: [text] }, bytes), way).not.toEqual([]);
			const sealed = Buffer.from(`"${bytes.toString('base64')}"`);
			expect(leaks({ it: [text] }, sealed), way).not.toEqual([]);
		}
	// As a document would stand there that was made small and not sealed.
	const packed = deflateRawSync(JSON.stringify({ name })).toString('base64');
	expect(leaks({ it: [name] }, Buffer.from(`"${packed}"`))).not.toEqual([]);
	expect(leaks({ it: [name] }, Buffer.from('nothing of it'))).toEqual([]);
});
