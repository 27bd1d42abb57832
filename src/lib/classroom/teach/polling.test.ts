import fc from 'fast-check';
import { expect, it } from 'vitest';
import { waitAfter } from './polling.ts';

it('waits longer the longer nothing happens, and never over 25 seconds', () => {
	const waits = [0, 1, 2, 3, 20].map((quiet) => waitAfter({ quiet, failed: 0 }, 0));
	expect(waits).toEqual([...waits].sort((a, b) => a - b));
	expect(waits[0]).toBe(4000);
	expect(waitAfter({ quiet: 20, failed: 0 }, 1)).toBe(25_000);
});

it('waits longer the more often there was no answer, and at least as long as the server asks', () => {
	fc.assert(
		fc.property(
			fc.nat(1000),
			fc.nat(600_000),
			fc.double({ min: 0, max: 1, noNaN: true }),
			(failed, retryAfter, chance) => {
				const wait = waitAfter({ quiet: 0, failed, retryAfter }, chance);
				expect(wait).toBeGreaterThanOrEqual(retryAfter);
				expect(wait).toBeLessThanOrEqual(Math.max(150_000, retryAfter));
				expect(
					waitAfter({ quiet: 0, failed: failed + 1, retryAfter }, chance)
				).toBeGreaterThanOrEqual(wait);
			}
		)
	);
});
