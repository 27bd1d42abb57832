import { openDatabase, type Database } from '../lib/server/class/database.ts';
import { readEnvironment } from '../server/environment.js';
import { Trouble } from '../server/trouble.js';

/**
 * The database that the server of the same environment uses.
 *
 * @throws Trouble when it cannot be opened
 */
export async function openClassDatabase(): Promise<{ database: Database; dataDir: string }> {
	// Where the server listens does not matter here.
	const { DATA_DIR, DATABASE_URL } = process.env;
	const environment = readEnvironment({ DATA_DIR, DATABASE_URL });
	try {
		return { database: await openDatabase(environment), dataDir: environment.dataDir };
	} catch (error) {
		throw new Trouble(
			'The database cannot be opened; the last line says why.',
			error instanceof Error ? error.message || error.name : String(error)
		);
	}
}
