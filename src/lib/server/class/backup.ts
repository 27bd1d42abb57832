/**
 * Backup and restore, for SQLite and PostgreSQL alike: what was saved from one can be brought back
 * into the other. A backup is one moment of the database, taken while the server goes on: lines of
 * JSON, packed with gzip. The first line says which shape the rows have, the last how many there
 * are, so that a file that was cut off is known.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { CompiledQuery, sql, type Kysely } from 'kysely';
import * as v from 'valibot';
import { Trouble } from '../../../server/trouble.js';
import { migrate, type Database } from './database.ts';
import { migrations } from './migrations.ts';
import type { Tables } from './tables.ts';

const FORMAT = 'who-says-what class backup';
const AT_ONCE = 200;
/** So many characters are packed together. */
const CHUNK = 256 * 1024;

/** The tables, each after those that it refers to, with the columns that tell its rows apart. */
const TABLES = {
	classes: ['id'],
	members: ['class', 'id'],
	records: ['class', 'kind', 'arrival']
} as const satisfies { [T in keyof Tables]: readonly (keyof Tables[T])[] };

type Table = keyof typeof TABLES;
const NAMES = Object.keys(TABLES) as Table[];

const Head = v.object({ format: v.literal(FORMAT), step: v.string(), made: v.string() });
const Line = v.union([
	v.tuple([v.picklist(NAMES), v.record(v.string(), v.union([v.string(), v.number()]))]),
	v.object({ rows: v.number(), sha256: v.string() })
]);

type Row = Record<string, string | number>;

/** The step of the database's shape. */
async function stepOf(db: Kysely<Tables>): Promise<string> {
	const { rows } = await sql<{
		name: string;
	}>`select max(name) as name from kysely_migration`.execute(db);
	return rows[0]?.name ?? '';
}

async function* rowsOf(db: Kysely<Tables>, table: Table): AsyncGenerator<Row> {
	const keys: readonly string[] = TABLES[table];
	const columns = sql.join(keys.map((key) => sql.ref(key)));
	let last: Row | undefined;
	for (;;) {
		const after = last && sql.join(keys.map((key) => last?.[key]));
		const where = after ? sql`where (${columns}) > (${after})` : sql``;
		const { rows } =
			await sql<Row>`select * from ${sql.table(table)} ${where} order by ${columns} limit ${sql.lit(AT_ONCE)}`.execute(
				db
			);
		yield* rows;
		if (rows.length < AT_ONCE) return;
		last = rows.at(-1);
	}
}

/** Everything as it was at one moment, however long the reading takes. */
async function atOneMoment<T>({ db, kind }: Database, read: (db: Kysely<Tables>) => Promise<T>) {
	return db.connection().execute(async (connection) => {
		const begin =
			kind === 'postgres' ? 'begin isolation level repeatable read read only' : 'begin deferred';
		await connection.executeQuery(CompiledQuery.raw(begin));
		try {
			return await read(connection);
		} finally {
			await connection.executeQuery(CompiledQuery.raw('rollback'));
		}
	});
}

/**
 * Writes a backup; the file is there only when it is whole and on the disk.
 *
 * @returns how many rows it holds
 */
export async function backup(database: Database, file: string): Promise<number> {
	const partial = `${file}.part`;
	let rows = 0;
	const hash = createHash('sha256');
	async function* lines(db: Kysely<Tables>) {
		const step = await stepOf(db);
		const head: v.InferOutput<typeof Head> = {
			format: FORMAT,
			step,
			made: new Date().toISOString()
		};
		yield `${JSON.stringify(head)}\n`;
		for (const table of NAMES)
			for await (const row of rowsOf(db, table)) {
				const line = `${JSON.stringify([table, row])}\n`;
				hash.update(line);
				rows += 1;
				yield line;
			}
		yield `${JSON.stringify({ rows, sha256: hash.digest('base64url') })}\n`;
	}
	try {
		await atOneMoment(database, (db) =>
			pipeline(
				Readable.from(chunksOf(lines(db))),
				createGzip({ level: 3 }),
				createWriteStream(partial, { mode: 0o600, flush: true })
			)
		);
		await rename(partial, file);
		await flushFolderOf(file);
		return rows;
	} catch (error) {
		await rm(partial, { force: true });
		throw error;
	}
}

/** Packing one line after the other would take its time. */
async function* chunksOf(lines: AsyncIterable<string>) {
	let chunk = '';
	for await (const line of lines) {
		chunk += line;
		if (chunk.length < CHUNK) continue;
		yield chunk;
		chunk = '';
	}
	yield chunk;
}

async function flushFolderOf(file: string) {
	const folder = await open(new URL('.', `file://${file}`));
	await folder.sync().finally(() => folder.close());
}

/**
 * Brings a backup back, all of it or nothing. The database must be empty, unless `replace` says
 * that what is in it may go.
 *
 * @returns how many rows it held
 * @throws Trouble when the file is no whole backup, is of a newer program, or the database is not empty
 */
export async function restore(
	database: Database,
	file: string,
	{ replace = false } = {}
): Promise<number> {
	const lines = linesOf(file);
	const head = v.safeParse(Head, (await lines.next()).value);
	if (!head.success) throw new Trouble(`${file} is no backup of the class server.`);
	const { step } = head.output;
	if (!(step in migrations))
		throw new Trouble(`${file} was made by a newer version; update the app and try again.`);
	await bringTo(database.db, step, replace);
	const rows = await database.db.transaction().execute(async (db) => {
		if (replace) await db.deleteFrom('classes').execute();
		else await requireEmpty(db);
		return load(db, lines, file);
	});
	await migrate(database.db);
	return rows;
}

/** An empty database takes the shape that the rows have; one that is in use has the newest already. */
async function bringTo(db: Kysely<Tables>, step: string, replace: boolean) {
	await migrate(db);
	const now = await stepOf(db);
	if (now === step) return;
	await requireEmpty(db, replace);
	await migrate(db, step);
}

async function requireEmpty(db: Kysely<Tables>, replace = false) {
	if (!(await db.selectFrom('classes').select('id').limit(1).executeTakeFirst())) return;
	throw new Trouble(
		replace
			? 'The backup is of an older version; restore it into an empty database.'
			: 'There are classes in the database; npm run restore -- FILE --replace deletes them first.'
	);
}

async function load(db: Kysely<Tables>, lines: AsyncGenerator, file: string): Promise<number> {
	const hash = createHash('sha256');
	let rows = 0;
	let waiting: Row[] = [];
	let into: Table = 'classes';
	const flush = async () => {
		// A statement takes some 65,000 values on PostgreSQL, 32,000 on SQLite.
		if (waiting.length > 0)
			await db
				.insertInto(into)
				.values(waiting as never)
				.execute();
		waiting = [];
	};
	for await (const line of lines) {
		const parsed = v.safeParse(Line, line);
		if (!parsed.success) break;
		if (!Array.isArray(parsed.output)) {
			await flush();
			if (parsed.output.rows === rows && parsed.output.sha256 === hash.digest('base64url'))
				return rows;
			break;
		}
		const [table, row] = parsed.output;
		if (table !== into || waiting.length >= AT_ONCE) await flush();
		into = table;
		waiting.push(row);
		hash.update(`${JSON.stringify([table, row])}\n`);
		rows += 1;
	}
	throw new Trouble(`${file} is not whole; nothing was changed. Use another backup.`);
}

/** The lines of a packed file; it ends early where the file is damaged. */
async function* linesOf(file: string): AsyncGenerator {
	const unpacked = createGunzip().setEncoding('utf8');
	createReadStream(file)
		.on('error', (error) => unpacked.destroy(error))
		.pipe(unpacked);
	let rest = '';
	try {
		for await (const part of unpacked as AsyncIterable<string>) {
			const lines = (rest + part).split('\n');
			rest = lines.pop() ?? '';
			for (const line of lines) yield JSON.parse(line);
		}
		if (rest) yield JSON.parse(rest);
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
			throw new Trouble(`There is no file ${file}.`);
	}
}
