/** For tests of the class: bytes that a seed decides, and documents. */
import fc from 'fast-check';
import { randomFrom } from '../quiz/random.ts';
import { CONFIDENCES } from '../review/attempt.ts';
import type { Random } from './bytes.ts';
import type { Assignment } from './documents/assignment.ts';
import type { HandIn } from './documents/hand-in.ts';
import { newId } from './ids.ts';

export function seeded(seed: string): Random {
	const random = randomFrom(seed);
	return (count) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256));
}

/** An id for a name, the same each time. */
export const idOf = (name: string): string => newId(1_700_000_000_000, seeded(name));

export const anAssignment = (parts: Partial<Assignment> = {}): Assignment => ({
	type: 'who-says-what/assignment',
	version: 1,
	id: idOf('assignment'),
	revision: 1,
	title: 'The first day',
	note: '',
	cards: [],
	items: [{ id: 'q-1', revision: 1 }],
	order: 'same',
	seed: 'seed',
	mode: 'practice',
	counts: 'best',
	extra: [],
	confidence: false,
	withdrawn: false,
	at: 1_700_000_000_000,
	app: '0.1.0',
	...parts
});

export const aHandIn = (parts: Partial<HandIn> = {}): HandIn => ({
	type: 'who-says-what/hand-in',
	version: 1,
	id: idOf('hand-in'),
	assignment: idOf('assignment'),
	revision: 1,
	member: { id: idOf('Ani'), name: 'Ani' },
	attempt: 1,
	begun: 1_700_000_100_000,
	handedIn: 1_700_000_700_000,
	answers: [{ item: 'q-1', revision: 1, response: 'a', shown: 0, answered: 12 }],
	seed: 'seed',
	app: '0.1.0',
	...parts
});

const response = fc.oneof(
	fc.string({ maxLength: 30 }),
	fc.array(fc.string({ maxLength: 10 }), { maxLength: 5 }),
	fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(fc.string({ maxLength: 5 }), fc.nat()))
);

/** Any hand-in that could be made. */
export const handIns: fc.Arbitrary<HandIn> = fc
	.record({
		id: fc.string().map(idOf),
		attempt: fc.integer({ min: 1, max: 9 }),
		begun: fc.nat(),
		handedIn: fc.nat(),
		answers: fc.array(
			fc.record(
				{
					item: fc.constantFrom('q-1', 'q-2', 'q-3'),
					revision: fc.integer({ min: 1, max: 3 }),
					response,
					confidence: fc.constantFrom(...CONFIDENCES),
					shown: fc.nat(1000),
					answered: fc.nat(1000)
				},
				{ requiredKeys: ['item', 'revision', 'response', 'shown', 'answered'] }
			),
			{ maxLength: 30 }
		)
	})
	.map((parts) => JSON.parse(JSON.stringify(aHandIn(parts))) as HandIn);
