import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as inFolder } from 'node:path';
import { gzipSync, gunzipSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import {
	classBody,
	freshId,
	freshToken,
	handInBody,
	hashOf,
	memberBody
} from '../../../../tests/support/class-data.ts';
import { TestPostgres } from '../../../../tests/support/postgres.ts';
import { backup, restore } from './backup.ts';
import { putClass } from './classes.ts';
import type { Place } from './database.ts';
import { putMember } from './members.ts';
import { putHandIn } from './records.ts';
import { ClassStore } from './store.ts';

// A database waits for the disk, and on a busy machine others do too.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const postgres = await TestPostgres.start();
const folder = mkdtempSync(inFolder(tmpdir(), 'backup-'));
const opened: ClassStore[] = [];

afterEach(async () => {
	for (const store of opened.splice(0)) await store.close();
});
afterAll(async () => {
	await postgres?.stop();
	rmSync(folder, { recursive: true });
});

const open = async (place: Place) => {
	const store = await ClassStore.open(place, { limits: { handInsEach: 1e6 } });
	opened.push(store);
	return store;
};
let folders = 0;
const FRESH = {
	SQLite: () => {
		folders += 1;
		return open({ dataDir: inFolder(folder, `${folders}`) });
	},
	PostgreSQL: async () => open({ dataDir: '', databaseUrl: await postgres?.database() })
};
type Kind = keyof typeof FRESH;

/** A class with one member, and a way to hand in. */
async function lesson(store: ClassStore) {
	const [id, member, join, secret] = [freshId(), freshId(), freshToken(), freshToken()];
	await store.write((batch) => putClass(batch, id, hashOf(freshToken()), classBody(join)));
	await store.write((batch) => putMember(batch, id, member, hashOf(join), memberBody(secret)));
	return () =>
		store.write((batch) => putHandIn(batch, id, freshId(), hashOf(secret), handInBody(member)));
}

const dump = async ({ database: { db } }: ClassStore) =>
	Promise.all([
		db.selectFrom('classes').selectAll().orderBy('id').execute(),
		db.selectFrom('members').selectAll().orderBy('id').execute(),
		db.selectFrom('records').selectAll().orderBy('class').orderBy('arrival').execute()
	]);

const fileOf = (name: string) => inFolder(folder, name);

describe.each<[Kind, Kind]>([
	['SQLite', 'SQLite'],
	['PostgreSQL', 'PostgreSQL'],
	['SQLite', 'PostgreSQL'],
	['PostgreSQL', 'SQLite']
])('a backup of %s in %s', (from, to) => {
	const test = it.skipIf((from === 'PostgreSQL' || to === 'PostgreSQL') && !postgres);

	test('is the same, and can be written to', async () => {
		const store = await FRESH[from]();
		const handIn = await lesson(store);
		await Promise.all(Array.from({ length: 450 }, handIn));
		const file = fileOf(`${from}-${to}.gz`);
		expect(await backup(store.database, file)).toBe(452);
		expect(statSync(file).mode & 0o777).toBe(0o600);
		const other = await FRESH[to]();
		expect(await restore(other.database, file)).toBe(452);
		expect(await dump(other)).toEqual(await dump(store));
		await (
			await lesson(other)
		)();
	});

	test('is one moment, while the server goes on', async () => {
		const store = await FRESH[from]();
		const beside =
			from === 'SQLite' ? await open({ dataDir: inFolder(folder, `${folders}`) }) : store;
		const handIn = await lesson(store);
		await Promise.all(Array.from({ length: 450 }, handIn));
		const file = fileOf(`${from}-${to}-moment.gz`);
		const work = { goesOn: true };
		let written = 450;
		const writing = (async () => {
			while (work.goesOn) {
				await handIn();
				written += 1;
			}
		})();
		const rows = await backup(beside.database, file);
		work.goesOn = false;
		await writing;
		const other = await FRESH[to]();
		await restore(other.database, file);
		const [classes, , records] = await dump(other);
		// The class counts what it holds; both are of the same moment.
		expect(classes[0]?.hand_ins).toBe(records.length);
		expect(records).toHaveLength(rows - 2);
		expect(written).toBeGreaterThanOrEqual(records.length);
	});
});

describe('restore', () => {
	const saved = async () => {
		const store = await FRESH.SQLite();
		await (
			await lesson(store)
		)();
		const file = fileOf(`${freshId()}.gz`);
		await backup(store.database, file);
		return file;
	};

	it('leaves a database with classes alone, unless it may replace them', async () => {
		const file = await saved();
		const store = await FRESH.SQLite();
		await (
			await lesson(store)
		)();
		const before = await dump(store);
		await expect(restore(store.database, file)).rejects.toThrow(
			'There are classes in the database; npm run restore -- FILE --replace deletes them first.'
		);
		expect(await dump(store)).toEqual(before);
		await restore(store.database, file, { replace: true });
		const [classes] = await dump(store);
		expect(classes).toHaveLength(1);
		expect(classes).not.toEqual(before[0]);
	});

	it.each<[string, (file: Buffer) => Buffer, RegExp]>([
		['cut off', (file) => file.subarray(0, file.length - 20), /not whole/],
		[
			'changed',
			(file) => gzipSync(gunzipSync(file).toString().replace('age1q', 'age1p')),
			/not whole/
		],
		[
			'without its last line',
			(file) => gzipSync(gunzipSync(file).toString().trim().split('\n').slice(0, -1).join('\n')),
			/not whole/
		],
		['something else', () => gzipSync('{"a":1}'), /no backup/],
		['not packed', () => Buffer.from('hello'), /no backup/],
		[
			'of a newer version',
			(file) => gzipSync(gunzipSync(file).toString().replace('"0001"', '"9999"')),
			/newer version/
		]
	])('of a file that is %s changes nothing and says why', async (_, spoil, why) => {
		const file = await saved();
		writeFileSync(file, spoil(readFileSync(file)));
		const store = await FRESH.SQLite();
		await (
			await lesson(store)
		)();
		const before = await dump(store);
		await expect(restore(store.database, file, { replace: true })).rejects.toThrow(why);
		expect(await dump(store)).toEqual(before);
	});

	it('says which file is missing', async () => {
		const store = await FRESH.SQLite();
		await expect(restore(store.database, '/nowhere.gz')).rejects.toThrow(
			'There is no file /nowhere.gz.'
		);
	});
});
