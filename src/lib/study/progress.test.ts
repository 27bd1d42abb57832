import { describe, expect, it } from 'vitest';
import type { ModuleEntry } from '../content/packs.ts';
import type { Visit } from '../local/rows.ts';
import { lastPlace, moduleProgress } from './progress.ts';

const module: ModuleEntry = {
	id: 'the-bridge',
	title: 'The bridge',
	goal: 'To cross it.',
	minutes: 5,
	cards: [
		{ id: 'gate', title: 'The gate', revision: 1 },
		{ id: 'ford', title: 'The ford', revision: 1 }
	],
	items: ['q1', 'q2'],
	revisions: { q2: 2 }
};

const visit = (card: string, at: number, of = module.id): Visit => ({
	v: 1,
	card,
	module: of,
	revision: 1,
	at
});
/** The score of each question in the revision that stands. */
const scores = (some: Record<string, number>) => (item: string, revision: number) =>
	revision === (item === 'q2' ? 2 : 1) ? some[item] : undefined;

describe('moduleProgress', () => {
	it('begins at nothing', () => {
		expect(moduleProgress(module, [], scores({}))).toEqual({ cards: 0, right: 0 });
	});

	it('counts a card once, however often it was opened', () => {
		const visits = [visit('gate', 1), visit('gate', 2), visit('ford', 3)];
		expect(moduleProgress(module, visits, scores({})).cards).toBe(2);
	});

	it('leaves out cards and questions that are no longer part of the module', () => {
		const visits = [visit('tower', 1)];
		expect(moduleProgress(module, visits, scores({ q9: 1 }))).toEqual({ cards: 0, right: 0 });
	});

	it('leaves an answer with the revision that it answered', () => {
		const older = (item: string, revision: number) => (revision === 1 ? 1 : undefined);
		expect(moduleProgress(module, [], older).right).toBe(1);
		expect(moduleProgress(module, [], scores({ q1: 1, q2: 1 })).right).toBe(2);
	});

	it('does not count an answer that is partly right', () => {
		expect(moduleProgress(module, [], scores({ q1: 0.99, q2: 1 })).right).toBe(1);
	});
});

describe('lastPlace', () => {
	it('is nowhere at first', () => {
		expect(lastPlace([module], [])).toBeUndefined();
	});

	it('is the card that was opened last', () => {
		const visits = [visit('gate', 5), visit('ford', 9), visit('gate', 7)];
		expect(lastPlace([module], visits)).toMatchObject({ module, card: { id: 'ford' } });
	});

	it('is not the card that was opened while the clock was a year ahead', () => {
		const day = 86_400_000;
		const visits = [visit('gate', 400 * day), visit('ford', 30 * day)];
		expect(lastPlace([module], visits, 35 * day)?.card.id).toBe('ford');
		expect(lastPlace([module], visits.slice(0, 1), 35 * day)?.card.id).toBe('gate');
	});

	it('passes over cards and modules that are gone', () => {
		const visits = [visit('gate', 1), visit('tower', 2), visit('gate', 3, 'the-tunnel')];
		expect(lastPlace([module], visits)?.card.id).toBe('gate');
	});

	it('leaves the visits in their order', () => {
		const visits = [visit('gate', 1), visit('ford', 2)];
		lastPlace([module], visits);
		expect(visits.map(({ at }) => at)).toEqual([1, 2]);
	});
});
