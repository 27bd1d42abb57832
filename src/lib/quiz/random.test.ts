import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom, shuffleFrom } from './random.ts';

describe('the seeded shuffle', () => {
	it('loses nothing, and gives the same for the same seed', () => {
		fc.assert(
			fc.property(fc.string(), fc.array(fc.integer()), (seed, list) => {
				const shuffled = shuffleFrom(seed)(list);
				expect([...shuffled].sort()).toEqual([...list].sort());
				expect(shuffleFrom(seed)(list)).toEqual(shuffled);
			})
		);
	});

	it('puts every entry in every place about as often', () => {
		const counts = [0, 0, 0, 0];
		for (let seed = 0; seed < 4000; seed++) {
			const at = shuffleFrom(`${seed}`)(['a', 'b', 'c', 'd']).indexOf('a');
			counts[at] = (counts[at] ?? 0) + 1;
		}
		for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
	});

	it('draws numbers from 0 up to, but not, 1', () => {
		fc.assert(
			fc.property(fc.string(), (seed) => {
				const drawn = randomFrom(seed)();
				expect(drawn).toBeGreaterThanOrEqual(0);
				expect(drawn).toBeLessThan(1);
			})
		);
	});
});
