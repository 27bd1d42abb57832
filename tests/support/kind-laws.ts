/** What holds for every question kind, whatever the question and whatever comes as a response. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Explain, Explanation, Kind, Option } from '../../src/lib/quiz/kind.ts';
import { shuffleFrom } from '../../src/lib/quiz/random.ts';

/** Ids as an author may write them, some of which every JavaScript object has. */
export const anyId = fc.oneof(
	fc.stringMatching(/^[a-z0-9]{1,6}$/),
	fc.constantFrom('constructor', 'valueof', 'length')
);

export const anyIds = fc.uniqueArray(anyId, { minLength: 2, maxLength: 7 });

export const optionOf = (id: string): Option => ({ id, text: `Text ${id}` });

/** Options with one right key. */
export const anySingle = anyIds.chain((ids) =>
	fc.record({
		options: fc.constant(ids.map(optionOf)),
		keys: fc.constantFrom(...ids).map((id) => [id])
	})
);

/** A copy in which the order of lists does not matter. */
const unordered = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map((each) => JSON.stringify(unordered(each))).sort();
	if (typeof value !== 'object' || value === null) return value;
	return Object.entries(value).map(([key, each]) => [key, unordered(each)]);
};

const passes = (parts: readonly Explanation[]) =>
	parts.every(({ mark, given }) => (mark === 'right' || mark === 'left') && given === undefined);

/** Ids of what an item explains. */
function partsOf(item: unknown): string[] {
	const { pairs, figures, options } = item as Record<string, { id: string }[] | undefined>;
	return (pairs ?? figures ?? options ?? []).map(({ id }) => id);
}

interface Laws<Item, Response> {
	kind: Kind<Item, Response>;
	explain: Explain<Item, Response>;
	item: fc.Arbitrary<Item>;
	/** The right response. */
	right: (item: Item) => Response;
	/** Responses of the kind's shape, sound or not. */
	responses: (item: Item) => fc.Arbitrary<unknown>;
}

/** Tests that a kind keeps the laws of all kinds. */
export function keepsTheLaws<Item, Response>({
	kind,
	explain,
	item,
	right,
	responses
}: Laws<Item, Response>) {
	it('shuffles without loss, the same way for the same seed', () => {
		fc.assert(
			fc.property(item, fc.string(), (one, seed) => {
				const arranged = kind.arrange(one, shuffleFrom(seed));
				expect(unordered(arranged)).toEqual(unordered(one));
				expect(kind.arrange(one, shuffleFrom(seed))).toEqual(arranged);
			})
		);
	});

	it('gives the right response one point, however it is arranged', () => {
		fc.assert(
			fc.property(item, fc.string(), (one, seed) => {
				const arranged = kind.arrange(one, shuffleFrom(seed));
				const response = kind.parse(arranged, JSON.parse(JSON.stringify(right(one))));
				expect(response).toBeDefined();
				if (response === undefined) return;
				expect(kind.complete(arranged, response)).toBe(true);
				expect(kind.score(arranged, response)).toBe(1);
				expect(passes(explain(arranged, undefined, response))).toBe(true);
				expect(passes(explain(arranged, undefined))).toBe(true);
			})
		);
	});

	it('takes a response back as it was read, and scores it from 0 to 1', () => {
		fc.assert(
			fc.property(
				item.chain((one) => fc.tuple(fc.constant(one), responses(one))),
				([one, raw]) => {
					const response = kind.parse(one, raw);
					if (response === undefined) return;
					expect(kind.parse(one, JSON.parse(JSON.stringify(response)))).toEqual(response);
					const score = kind.score(one, response);
					expect(score).toBeGreaterThanOrEqual(0);
					expect(score).toBeLessThanOrEqual(1);
					expect(passes(explain(one, undefined, response))).toBe(score === 1);
				}
			)
		);
	});

	it('gives each part its own why, and marks all the same while there is none', () => {
		fc.assert(
			fc.property(item, (one) => {
				const whys = Object.fromEntries(partsOf(one).map((id) => [id, `Why ${id}.`]));
				const parts = explain(one, whys);
				expect(parts.map(({ why }) => why).sort()).toEqual(Object.values(whys).sort());
				const bare = parts.map((part) => ({ ...part, why: undefined }));
				expect(explain(one, undefined)).toEqual(bare);
			})
		);
	});

	it('reads any JSON without a fault', () => {
		fc.assert(
			fc.property(item, fc.jsonValue(), (one, raw) => {
				const response = kind.parse(one, raw);
				const score = response === undefined ? 0 : kind.score(one, response);
				expect(score).toBeGreaterThanOrEqual(0);
				expect(score).toBeLessThanOrEqual(1);
			})
		);
	});
}
