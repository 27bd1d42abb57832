import { describe, expect, it } from 'vitest';
import type { Visit } from '../local/rows.ts';
import { changedCards, changesSince } from './changes.ts';

const visit = (card: string, revision: number): Visit => ({
	v: 1,
	card,
	module: 'the-bridge',
	revision,
	at: 1
});
const cards = [
	{ id: 'gate', revision: 2 },
	{ id: 'ford', revision: 3 },
	{ id: 'tower', revision: 1 }
];

describe('changed cards', () => {
	it('are those read in an older revision', () => {
		const visits = [visit('gate', 1), visit('ford', 3), visit('tower', 1)];
		expect(changedCards(cards, visits).map(({ id }) => id)).toEqual(['gate']);
	});

	it('are none for who never read them, or read a newer one', () => {
		expect(changedCards(cards, [])).toEqual([]);
		expect(changedCards(cards, [visit('gate', 4), visit('gone', 1)])).toEqual([]);
	});
});

describe('what changed', () => {
	const change = (revision: number) => ({ revision, when: '2026-11-22', what: 'It did.' });

	it('is what came after the revision that was read, in order', () => {
		const changes = [change(4), change(2), change(3)];
		expect(changesSince({ changes }, 2)).toEqual([change(3), change(4)]);
		expect(changesSince({ changes }, 4)).toEqual([]);
	});
});
