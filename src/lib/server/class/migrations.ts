/** The shape of the database, step by step; the same steps on SQLite and PostgreSQL. A step that was released is never edited. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const first: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable('classes')
			.addColumn('id', 'text', (column) => column.primaryKey())
			.addColumn('teacher_hash', 'text', (column) => column.notNull())
			.addColumn('join_hash', 'text', (column) => column.notNull().unique())
			.addColumn('public_key', 'text', (column) => column.notNull())
			.addColumn('board', 'text', (column) => column.notNull())
			.addColumn('door_sequence', 'bigint', (column) => column.notNull())
			.addColumn('locked', 'integer', (column) => column.notNull())
			.addColumn('expires', 'bigint', (column) => column.notNull())
			.addColumn('created', 'bigint', (column) => column.notNull())
			.addColumn('body_hash', 'text', (column) => column.notNull())
			.addColumn('door_hash', 'text', (column) => column.notNull())
			.addColumn('clock', 'bigint', (column) => column.notNull())
			.addColumn('members', 'bigint', (column) => column.notNull())
			.addColumn('assignments', 'bigint', (column) => column.notNull())
			.addColumn('hand_ins', 'bigint', (column) => column.notNull())
			.addColumn('desk', 'bigint', (column) => column.notNull())
			.addColumn('bytes', 'bigint', (column) => column.notNull())
			.execute();
		await db.schema.createIndex('classes_expires').on('classes').column('expires').execute();

		await db.schema
			.createTable('members')
			.addColumn('class', 'text', (column) =>
				column.notNull().references('classes.id').onDelete('cascade')
			)
			.addColumn('id', 'text', (column) => column.notNull())
			.addColumn('secret_hash', 'text', (column) => column.notNull())
			.addColumn('sealed', 'text', (column) => column.notNull())
			.addColumn('body_hash', 'text', (column) => column.notNull())
			.addColumn('joined', 'bigint', (column) => column.notNull())
			.addColumn('changed', 'bigint', (column) => column.notNull())
			.addColumn('removed', 'integer', (column) => column.notNull())
			.addColumn('progress', 'text', (column) => column.notNull())
			.addColumn('progress_sequence', 'bigint', (column) => column.notNull())
			.addPrimaryKeyConstraint('members_key', ['class', 'id'])
			.execute();
		for (const column of ['changed', 'secret_hash'])
			await db.schema
				.createIndex(`members_${column}`)
				.on('members')
				.columns(['class', column])
				.execute();

		await db.schema
			.createTable('records')
			.addColumn('class', 'text', (column) =>
				column.notNull().references('classes.id').onDelete('cascade')
			)
			.addColumn('kind', 'text', (column) => column.notNull())
			.addColumn('arrival', 'bigint', (column) => column.notNull())
			.addColumn('id', 'text', (column) => column.notNull())
			.addColumn('version', 'bigint', (column) => column.notNull())
			.addColumn('member', 'text', (column) => column.notNull())
			.addColumn('assignment', 'text', (column) => column.notNull())
			.addColumn('revision', 'bigint', (column) => column.notNull())
			.addColumn('sealed', 'text', (column) => column.notNull())
			.addColumn('body_hash', 'text', (column) => column.notNull())
			.addColumn('received', 'bigint', (column) => column.notNull())
			.addPrimaryKeyConstraint('records_key', ['class', 'kind', 'arrival'])
			.addUniqueConstraint('records_once', ['class', 'kind', 'id', 'version'])
			.execute();
		await db.schema
			.createIndex('records_member')
			.on('records')
			.columns(['class', 'member'])
			.execute();
	}
};

/** By number; the newest last. */
export const migrations: Record<string, Migration> = { '0001': first };
