import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignment, extraMinutes } from '../../class/documents/assignment.ts';
import { parseDocument, printDocument } from '../../class/documents/document.ts';
import { idOf } from '../../class/testing.ts';
import { packCatalog, packItems } from '../../content/packs.ts';
import { SKILLS } from '../../content/skill.ts';
import { readContent } from '../../server/content-files.ts';
import {
	choiceOf,
	chosenAnew,
	drawnFrom,
	skillCounts,
	swapFor,
	swappedItem,
	toggledCard,
	toggledItem,
	toggledModule
} from './draft-choice.ts';
import { documentOf, draftOf } from './draft-document.ts';
import {
	caution,
	flaws,
	inMode,
	newDraft,
	titleOf,
	withExtra,
	type Course,
	type Draft
} from './draft.ts';

const { ledger } = readContent('content');
const course: Course = { modules: packCatalog(ledger).modules, items: packItems(ledger).items };
const ids = course.modules.map(({ id }) => id);
const [first = '', second = '', third = ''] = ids;
const NOW = Date.UTC(2026, 10, 22, 9);
const empty = () => newDraft(idOf('assignment'), 'seed');
const moduleOf = (id: string) => course.modules.find((module) => module.id === id);

describe('choosing modules', () => {
	it('takes all cards and questions in, in the order of the course', () => {
		const draft = toggledModule(toggledModule(empty(), course, second), course, first);
		expect(draft.modules).toEqual([first, second]);
		expect(draft.items).toEqual([
			...(moduleOf(first)?.items ?? []),
			...(moduleOf(second)?.items ?? [])
		]);
		expect(draft.cards[0]).toBe(moduleOf(first)?.cards[0]?.id);
	});

	it('twice changes nothing, and what was changed by hand in other modules stays', () => {
		fc.assert(
			fc.property(fc.subarray(ids), fc.nat(), (some, at) => {
				const all = some.reduce((draft, id) => toggledModule(draft, course, id), empty());
				const dropped = all.items[at % Math.max(1, all.items.length)] ?? '';
				const draft = dropped ? toggledItem(all, course, dropped) : all;
				const other = ids.find((id) => !some.includes(id));
				if (!other) return;
				const there = toggledModule(draft, course, other);
				expect(there.items).not.toContain(dropped);
				expect(toggledModule(there, course, other)).toEqual(draft);
			})
		);
	});
});

describe('choosing questions', () => {
	const whole = () => toggledModule(toggledModule(empty(), course, first), course, third);

	it('takes only those of some skills, and so many of them', () => {
		fc.assert(
			fc.property(fc.subarray([...SKILLS]), fc.integer({ min: 1, max: 30 }), (skills, amount) => {
				const { items } = chosenAnew({ ...whole(), skills, amount }, course);
				expect(items.length).toBeLessThanOrEqual(amount);
				const tested = new Set(skillCounts(items, course).map(([skill]) => skill));
				if (skills.length > 0)
					expect([...tested].every((each) => skills.includes(each))).toBe(true);
				const order = course.modules.flatMap((module) => module.items);
				expect(items).toEqual(order.filter((id) => items.includes(id)));
			})
		);
	});

	it('knows how they were chosen, and keeps a number drawn by lot when it is changed later', async () => {
		const whole = toggledModule(empty(), course, first);
		const some = chosenAnew({ ...whole, amount: 7 }, course);
		expect(drawnFrom(some, course)).toEqual(whole.items);
		expect(choiceOf(whole, course)).toBe('all');
		expect(choiceOf(some, course)).toBe('lot');
		const picked = toggledItem(some, course, some.items[3] ?? '');
		expect(choiceOf(picked, course)).toBe('own');
		const again = async (draft: Draft) =>
			draftOf(await documentOf(draft, { course, now: NOW, app: 'test' }), course, []);
		expect(await again(some)).toMatchObject({ amount: 7, items: some.items });
		expect(await again(whole)).not.toHaveProperty('amount');
		expect(await again(picked)).not.toHaveProperty('amount');
	});

	it('keeps a number of questions whatever module comes in', () => {
		const draft = toggledModule({ ...whole(), amount: 10 }, course, second);
		expect(draft.items).toHaveLength(10);
	});

	it('swaps a question for one of the same module that is not there yet, of its skill if any is left', () => {
		const draft = chosenAnew({ ...whole(), amount: 5 }, course);
		const entry = (id: string | undefined) => course.items.find((item) => item.id === id);
		for (const id of draft.items) {
			const other = entry(swapFor(draft, course, id));
			expect(other?.module).toBe(entry(id)?.module);
			expect(draft.items).not.toContain(other?.id);
			const swapped = swappedItem(draft, course, id);
			expect(swapped.items).toHaveLength(5);
			expect(swapped.items).not.toContain(id);
		}
		expect(swapFor(whole(), course, draft.items[0] ?? '')).toBeUndefined();
	});

	it('drops a card and takes it back where it stood', () => {
		const draft = whole();
		const card = draft.cards[1] ?? '';
		const without = toggledCard(draft, course, card);
		expect(without.cards).not.toContain(card);
		expect(toggledCard(without, course, card)).toEqual(draft);
	});
});

describe('what is said of a draft', () => {
	it('has a title without a name given', () => {
		const draft = toggledModule(inMode(empty(), 'test'), course, third);
		expect(titleOf(draft, course)).toBe(`Test: ${moduleOf(third)?.title}`);
		expect(titleOf({ ...draft, title: ' Monday ' }, course)).toBe('Monday');
		expect(draft.attempts).toBe(1);
		expect(inMode(draft, 'practice').attempts).toBeUndefined();
	});

	it.each<[string, Partial<Draft>]>([
		['Choose a module', { items: [], cards: [] }],
		['closes in the past', { closes: NOW }],
		['before it opens', { opens: NOW + 2, closes: NOW + 1 }],
		['title', { title: 'x'.repeat(121) }],
		['note', { note: 'x'.repeat(2001) }],
		['Attempts', { attempts: 0.5 }],
		['minutes', { minutes: 1441 }],
		['Extra time', { extra: [{ name: 'Ani', minutes: 0 }] }]
	])('names what is wrong: %s', (words, change) => {
		const draft = { ...toggledModule(empty(), course, first), ...change };
		const found = flaws(draft, NOW);
		expect(found).toHaveLength(1);
		expect(found[0]).toContain(words);
		expect(flaws(toggledModule(empty(), course, first), NOW)).toEqual([]);
	});
});

it('warns of a test without an end, in practice and with an end of nothing', () => {
	const test = inMode(empty(), 'test');
	const { attempts: _, ...often } = test;
	expect(caution(test)).toContain('while others may still be at it');
	expect(caution(often)).toContain('never tells');
	expect(caution({ ...test, closes: NOW })).toBe('');
	expect(caution(empty())).toBe('');
});

describe('the document', () => {
	const draft = (): Draft => ({
		...withExtra(toggledModule(inMode(empty(), 'test'), course, third), 'Ani', 15),
		note: ' Read first. ',
		closes: NOW + 1000,
		minutes: 20
	});

	it('is one that a pupil can read, and says who has more time without a name', async () => {
		const made = await documentOf(draft(), { course, now: NOW, app: 'test' });
		expect(parseDocument(assignment, printDocument(assignment, made))).toEqual(made);
		expect(made.items).toHaveLength(moduleOf(third)?.items.length ?? 0);
		expect(made.revision).toBe(1);
		expect(JSON.stringify(made)).not.toContain('Ani');
		expect(await extraMinutes(made, 'ANI')).toBe(15);
		expect(await extraMinutes(made, 'Bob')).toBe(0);
	});

	it('comes back as a draft of the next revision, which changes nothing by itself', async () => {
		const made = await documentOf(draft(), { course, now: NOW, app: 'test' });
		const again = await draftOf(made, course, ['Ani', 'Bob']);
		expect(again.given).toBe(1);
		expect(again.extra).toEqual([{ name: 'Ani', minutes: 15 }]);
		const next = await documentOf(again, { course, now: NOW, app: 'test' });
		expect(next).toEqual({ ...made, revision: 2 });
	});

	it('keeps the extra time of names that this device does not know', async () => {
		const made = await documentOf(draft(), { course, now: NOW, app: 'test' });
		const next = await documentOf(await draftOf(made, course, []), {
			course,
			now: NOW,
			app: 'test'
		});
		expect(await extraMinutes(next, 'Ani')).toBe(15);
	});

	it('gives a name one extra time, or none', () => {
		const twice = withExtra(withExtra(empty(), 'Ani', 5), 'ani', 10);
		expect(twice.extra).toEqual([{ name: 'ani', minutes: 10 }]);
		expect(withExtra(twice, 'Ani', undefined).extra).toEqual([]);
	});
});
