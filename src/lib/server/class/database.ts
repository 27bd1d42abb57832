/** Opens the class server's database: an SQLite file, or PostgreSQL. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
	CompiledQuery,
	Kysely,
	PostgresDialect,
	SqliteDialect,
	SqliteDriver,
	type DatabaseConnection,
	type Dialect,
	type SqliteDatabase
} from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations.ts';
import type { Tables } from './tables.ts';

/** Where the classes are kept: the folder of the SQLite file, or the address of a PostgreSQL. */
export interface Place {
	dataDir: string;
	databaseUrl?: string | undefined;
}

export type Kind = 'sqlite' | 'postgres';

export interface Database {
	readonly kind: Kind;
	readonly db: Kysely<Tables>;
	close(): Promise<void>;
}

/** The name of the file below `DATA_DIR`. */
export const FILE = 'classes.sqlite';

/** How long one process waits for another that writes into the same file. */
const BUSY_MS = 5000;
const CONNECTIONS = 8;

/** Takes the right to write at once: a transaction that begins by reading could not get it later. */
class ImmediateDriver extends SqliteDriver {
	override async beginTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('begin immediate'));
	}
}

class ImmediateDialect extends SqliteDialect {
	readonly #database: SqliteDatabase;

	constructor(database: SqliteDatabase) {
		super({ database });
		this.#database = database;
	}

	override createDriver() {
		return new ImmediateDriver({ database: this.#database });
	}
}

/** An acknowledged write survives a power cut (`synchronous`), and what is deleted is overwritten (`secure_delete`). */
const PRAGMAS = [
	'journal_mode = WAL',
	'synchronous = FULL',
	'foreign_keys = ON',
	'secure_delete = ON'
];

async function sqlite(dataDir: string): Promise<Dialect> {
	// Loaded here, so that no other page depends on a binary file.
	const { default: Sqlite } = await import('better-sqlite3');
	await mkdir(dataDir, { recursive: true, mode: 0o700 });
	const database = new Sqlite(join(dataDir, FILE), { timeout: BUSY_MS });
	try {
		for (const pragma of PRAGMAS) database.pragma(pragma);
	} catch (error) {
		database.close();
		throw error;
	}
	// Each statement is prepared once: there are some thirty, and each stands in every batch.
	const prepared = new Map<string, ReturnType<SqliteDatabase['prepare']>>();
	return new ImmediateDialect({
		close: () => database.close(),
		prepare(sql) {
			const known = prepared.get(sql);
			if (known) return known;
			const statement = database.prepare(sql);
			if (prepared.size < 500) prepared.set(sql, statement);
			return statement;
		}
	});
}

async function postgres(connectionString: string): Promise<Dialect> {
	const { default: pg } = await import('pg');
	const bigint = pg.types.builtins.INT8;
	const pool = new pg.Pool({
		connectionString,
		max: CONNECTIONS,
		connectionTimeoutMillis: 5000,
		idleTimeoutMillis: 30_000,
		statement_timeout: 30_000,
		types: {
			getTypeParser: (id, format) =>
				// Counts and times stay far below 2^53.
				id === bigint ? Number : (pg.types.getTypeParser(id, format) as (text: string) => unknown)
		}
	});
	// An idle connection that breaks is replaced by the next query; nobody waits for it.
	pool.on('error', () => undefined);
	return new PostgresDialect({ pool });
}

/**
 * Opens the database without looking at what is in it.
 *
 * @throws whatever the database says when it cannot be opened
 */
export async function connect({ dataDir, databaseUrl }: Place): Promise<Database> {
	const dialect = databaseUrl ? await postgres(databaseUrl) : await sqlite(dataDir);
	const db = new Kysely<Tables>({ dialect });
	return { kind: databaseUrl ? 'postgres' : 'sqlite', db, close: () => db.destroy() };
}

/** The newest step of the database's shape that this program knows. */
export const NEWEST = Object.keys(migrations).at(-1) ?? '';

/**
 * Brings the shape up to `target`, or to the newest; several processes may do so at once.
 *
 * @throws Error when a step fails, or when a newer program has made steps that this one does not know
 */
export async function migrate(db: Kysely<Tables>, target?: string): Promise<void> {
	const migrator = new Migrator({
		db,
		provider: { getMigrations: () => Promise.resolve(migrations) }
	});
	const { error } = await (target ? migrator.migrateTo(target) : migrator.migrateToLatest());
	if (error)
		throw error instanceof Error ? error : new Error('The migration failed.', { cause: error });
}

/** Opens the database and brings its shape up to date. */
export async function openDatabase(place: Place): Promise<Database> {
	const database = await connect(place);
	try {
		await migrate(database.db);
		return database;
	} catch (error) {
		await database.close();
		throw error;
	}
}
