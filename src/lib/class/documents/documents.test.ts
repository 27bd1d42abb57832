import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ClassError } from '../problem.ts';
import { aHandIn, anAssignment, handIns, idOf } from '../testing.ts';
import { assignment, extraMinutes, extrasOf, nameMark, newest } from './assignment.ts';
import { board, type Board } from './board.ts';
import { about, desk, deskRecord, holding, type Decision, type Desk } from './desk.ts';
import { parseDocument, printDocument, readDocument, type Kind } from './document.ts';
import { handIn } from './hand-in.ts';
import { member, progress, type Member, type Progress } from './member.ts';

const aBoard: Board = {
	type: 'who-says-what/board',
	version: 1,
	class: idOf('class'),
	name: 'History 9b',
	naming: { by: 'list', names: ['Ani', 'Leyla'] }
};
const aMember: Member = {
	type: 'who-says-what/member',
	version: 1,
	id: idOf('Ani'),
	class: idOf('class'),
	name: 'Ani',
	joined: 5,
	app: '0.1.0'
};
const aProgress: Progress = {
	type: 'who-says-what/progress',
	version: 1,
	member: idOf('Ani'),
	at: 5,
	work: [{ assignment: idOf('a'), revision: 1, attempt: 1, answered: 3, of: 20, begun: 4 }]
};
const record = (at: number, name: string, decision: Decision): Desk =>
	deskRecord(idOf(name), at, decision);
const override = (score: number | null): Decision => ({
	kind: 'override',
	assignment: idOf('assignment'),
	member: idOf('Ani'),
	item: 'q-1',
	score,
	reason: 'Said it aloud.'
});

const samples: [Kind, Record<string, unknown>][] = [
	[assignment, anAssignment({ class: idOf('class'), minutes: 20, closes: 9 })],
	[handIn, aHandIn()],
	[board, aBoard],
	[board, { ...aBoard, naming: { by: 'seat', seats: 30 } }],
	[board, { ...aBoard, naming: { by: 'nickname' } }],
	[member, aMember],
	[progress, aProgress],
	[desk, record(1, 'd', override(0.5))],
	[desk, record(1, 'd', { kind: 'door', joinCode: '7K3MP0QZ' })],
	[desk, record(1, 'd', { kind: 'same-pupil', member: idOf('a'), as: null })],
	[desk, record(1, 'd', { kind: 'collected', handIn: aHandIn() })]
];

const problemOf = (work: () => unknown) => {
	try {
		work();
		return 'none';
	} catch (cause) {
		if (!(cause instanceof ClassError)) return cause;
		expect(cause.message).toMatch(/^[A-Z][^.]+\.$/);
		return cause.problem;
	}
};

describe.each(samples)('%o', (kind, sample) => {
	const read = (raw: unknown) => readDocument(kind, raw);
	const parse = (text: string) => parseDocument(kind, text);

	it('comes back as it went', () => {
		expect(parse(printDocument(kind, sample))).toEqual(sample);
	});

	it('passes over what a later app adds', () => {
		expect(read({ ...sample, mood: 'sunny' })).toEqual(sample);
	});

	it('of a newer version is said to be so, whatever it holds', () => {
		expect(problemOf(() => read({ ...sample, version: kind.version + 1 }))).toBe('newer');
		expect(problemOf(() => read({ type: kind.type, version: 99 }))).toBe('newer');
	});

	it('is not read without one of its fields', () => {
		const optional = kind === assignment ? ['class', 'minutes', 'closes'] : [];
		const needed = Object.keys(sample).filter((field) => !optional.includes(field));
		for (const field of needed) {
			const rest = Object.fromEntries(Object.entries(sample).filter(([name]) => name !== field));
			expect([field, problemOf(() => read(rest))]).toEqual([
				field,
				field === 'type' ? 'other' : 'damaged'
			]);
		}
	});

	it('cut off anywhere gives a typed error', () => {
		const text = JSON.stringify(sample);
		for (let end = 0; end < text.length; end++)
			expect(problemOf(() => parse(text.slice(0, end)))).toMatch(/damaged|other/);
	});

	it('with any field replaced by anything is read or refused, and nothing else', () => {
		fc.assert(
			fc.property(fc.constantFrom(...Object.keys(sample)), fc.jsonValue(), (field, value) => {
				expect(problemOf(() => read({ ...sample, [field]: value }))).toMatch(
					/none|other|newer|damaged/
				);
			})
		);
	});

	it('is never taken for another kind', () => {
		for (const [other] of samples)
			if (other !== kind) expect(problemOf(() => readDocument(other, sample))).toBe('other');
	});
});

describe('hostile documents', () => {
	it.each<[string, Kind, unknown]>([
		['damaged', member, { ...aMember, name: 'x'.repeat(41) }],
		['damaged', member, { ...aMember, name: '' }],
		['damaged', handIn, aHandIn({ attempt: 0 })],
		['damaged', handIn, aHandIn({ begun: -1 })],
		['damaged', handIn, { ...aHandIn(), handedIn: 1e300 }],
		['damaged', desk, record(1, 'd', override(1.1))],
		['damaged', board, { ...aBoard, naming: { by: 'seat', seats: 1e9 } }],
		['damaged', assignment, { ...anAssignment(), publicKey: 'age1pq1' }],
		['other', handIn, null],
		['other', handIn, []],
		['other', handIn, 'text']
	])('%s: %#', (problem, kind, raw) => {
		expect(problemOf(() => readDocument(kind, raw))).toBe(problem);
	});

	it('of 5 MB are refused unread', () => {
		const text = JSON.stringify({ ...aMember, name: 'x'.repeat(5_000_000) });
		expect(problemOf(() => parseDocument(member, text))).toBe('too-long');
	});

	it('nested without end are refused', () => {
		const deep = `${'['.repeat(90_000)}${']'.repeat(90_000)}`;
		const text = JSON.stringify(aHandIn()).replace('"response":"a"', `"response":${deep}`);
		expect(problemOf(() => parseDocument(handIn, text))).toBe('damaged');
		expect(problemOf(() => parseDocument(handIn, deep))).toBe('other');
	});

	it('cannot be written either', () => {
		expect(problemOf(() => printDocument(member, { ...aMember, name: '' }))).toBe('damaged');
	});
});

it('any hand-in comes back as it went', () => {
	fc.assert(
		fc.property(handIns, (document) => {
			expect(parseDocument(handIn, printDocument(handIn, document))).toEqual(document);
		})
	);
});

describe('more time', () => {
	it('is found by the name however it is written, and names nobody', async () => {
		const base = anAssignment();
		const extra = [{ who: await nameMark(base.id, 'Zoë  Ömer'), minutes: 15 }];
		const set = anAssignment({ extra });
		expect(await extraMinutes(set, 'zoe ömer')).toBe(15);
		expect(await extraMinutes(set, 'Ani')).toBe(0);
		const members = ['Ani', 'ZOË ÖMER'].map((name) => ({ id: idOf(name), name }));
		expect(await extrasOf(set, members)).toEqual(new Map([[idOf('ZOË ÖMER'), 15]]));
		expect(JSON.stringify(set)).not.toMatch(/zo|mer"/i);
		expect(await nameMark(idOf('another'), 'Zoë Ömer')).not.toBe(extra[0]?.who);
	});
});

describe('of several revisions', () => {
	it('the newest holds, whatever their order', () => {
		const revisions = fc.array(
			fc.record({ revision: fc.nat(3), at: fc.nat(3), title: fc.constantFrom('a', 'b') }),
			{ minLength: 1 }
		);
		fc.assert(
			fc.property(revisions, (all) => {
				const documents = all.map((parts) =>
					anAssignment({ ...parts, revision: parts.revision + 1 })
				);
				expect(newest(documents.toReversed())).toEqual(newest(documents));
				expect(newest(documents)?.revision).toBe(
					Math.max(...documents.map(({ revision }) => revision))
				);
			})
		);
		expect(newest([])).toBeUndefined();
	});
});

describe('the desk', () => {
	const decision: fc.Arbitrary<Decision> = fc.oneof(
		fc.constantFrom(null, 0, 0.5, 1).map(override),
		fc.boolean().map((voided) => ({
			kind: 'void' as const,
			assignment: idOf('assignment'),
			item: 'q-1',
			voided,
			reason: ''
		})),
		fc.boolean().map((aside) => ({
			kind: 'set-aside' as const,
			handIn: idOf('h'),
			aside,
			reason: ''
		}))
	);
	const records = fc.array(
		fc
			.record({ at: fc.nat(4), name: fc.constantFrom('a', 'b', 'c', 'd'), decision })
			.map(({ at, name, decision }) => record(at, name, decision))
	);

	it('holds the same, whatever the order of its records and however often each is there', () => {
		fc.assert(
			fc.property(records, (all) => {
				expect(holding([...all.toReversed(), ...all])).toEqual(holding(all));
			})
		);
	});

	it('holds the latest of what is about the same', () => {
		fc.assert(
			fc.property(records, (all) => {
				for (const held of holding(all)) {
					const same = all.filter((each) => about(each.decision) === about(held));
					const last = Math.max(...same.map(({ at }) => at));
					expect(same.filter(({ at }) => at === last).map((each) => each.decision)).toContainEqual(
						held
					);
				}
				expect(holding(all)).toHaveLength(new Set(all.map((each) => about(each.decision))).size);
			})
		);
	});

	it('leaves a hand-in that was taken in to apps that know such records, and tells all the rest', () => {
		const older = { ...desk, version: 1 };
		const taken = record(1, 'd', { kind: 'collected', handIn: aHandIn() });
		expect(problemOf(() => readDocument(older, taken))).toBe('newer');
		expect(problemOf(() => readDocument(older, record(1, 'd', override(1))))).toBe('none');
	});

	it('says in every record what it is', () => {
		const at = record(3, 'd', override(1));
		expect(v.is(desk.schema, at)).toBe(true);
		expect(holding([record(1, 'x', override(0)), at, record(2, 'y', override(null))])).toEqual([
			override(1)
		]);
	});
});
