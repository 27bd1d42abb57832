/**
 * Samples of all that versions of this app have ever written. They are frozen: a sample that no
 * longer reads is somebody's lost answers. A new version adds a file and its hash here.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBackup } from './backup.ts';
import { noteOf } from './marks.ts';
import { Attempt, Mark, readable, Session, Visit } from './rows.ts';

const FROZEN: Record<string, string> = {
	'backup-1': 'f5183c0730cbd87e0c9ac878939a18fc3a46b53bf610b93b4a5521589c928336',
	'backup-2': '781e7fc1d721c91c22927b9d60529a8e20f96634365bbf4187f2097b543f2b1f',
	'rows-1': '1247710eda11a628e857244e6cd9792d5d51d12543936c7bac50d88e19fdeb50',
	'rows-2': 'f99d72780fe82a58bc1ca6b9fdb77b8a90ab6f8396c48d56672c82f409a83850',
	'rows-3': 'ec3f07a6856e89915fde02a87293331dc562afd819ecf60895d65ebf904c9164'
};

const sample = (name: string) =>
	readFileSync(new URL(`../../../tests/stored/${name}.json`, import.meta.url), 'utf8');
const rows = (name: string) => JSON.parse(sample(name)) as Record<string, unknown[]>;

describe('what was stored', () => {
	it.each(Object.entries(FROZEN))('is kept as it was: %s', (name, hash) => {
		expect(createHash('sha256').update(sample(name)).digest('hex')).toBe(hash);
	});

	it.each(['rows-1', 'rows-2', 'rows-3'])('is read to the last row: %s', (name) => {
		const { visits = [], sessions = [], attempts = [], marks = [] } = rows(name);
		expect(readable(Visit, visits)).toHaveLength(visits.length);
		expect(readable(Session, sessions)).toHaveLength(sessions.length);
		expect(readable(Attempt, attempts)).toHaveLength(attempts.length);
		expect(readable(Mark, marks)).toHaveLength(marks.length);
		expect(attempts.length).toBeGreaterThan(1);
	});

	it('means in rows of the first version what it meant then', () => {
		const [session] = readable(Session, rows('rows-1').sessions ?? []);
		expect(session).toMatchObject({ mode: 'quiz', module: '13-september-2022', seed: 'seed-1' });
		const [attempt] = readable(Attempt, rows('rows-1').attempts ?? []);
		expect(attempt).toMatchObject({ item: 's13-q-mortars', response: 'azerbaijan-mod', score: 1 });
		expect(attempt?.confidence).toBeUndefined();
	});

	it('is read from a backup', () => {
		const backup = readBackup(sample('backup-1'));
		expect(backup.attempts).toHaveLength(6);
		const notes = readable(Mark, backup.marks).map(noteOf);
		expect(notes).toContain('Ask in class:\nwho printed the day?');
	});

	it('is read from a backup with a note that two devices wrote', () => {
		const notes = readable(Mark, readBackup(sample('backup-2')).marks).map(noteOf);
		expect(notes).toEqual([
			'Ask in class:\nwho printed the day?\n\nLook at ¶4 once more.',
			'',
			'',
			'Ask in class:\nwho printed the day?'
		]);
	});
});
