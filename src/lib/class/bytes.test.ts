import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, fromBase64Url, joined, toBase32, toBase64, toBase64Url } from './bytes.ts';
import { Id, newId } from './ids.ts';
import * as v from 'valibot';
import { seeded } from './testing.ts';

const bytes = fc.uint8Array({ maxLength: 100 }).map((array) => new Uint8Array(array));

describe('bytes as text', () => {
	it('come back as they went', () => {
		fc.assert(
			fc.property(bytes, (some) => {
				expect(fromBase64(toBase64(some))).toEqual(some);
				expect(fromBase64Url(toBase64Url(some))).toEqual(some);
			})
		);
	});

	it('are read from one spelling only', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom(...'A Z a z 0 9 + / = - _'.split(' '), ' ') }),
				(text) => {
					const plain = fromBase64(text);
					const forAddress = fromBase64Url(text);
					if (plain) expect(toBase64(plain)).toBe(text);
					if (forAddress) expect(toBase64Url(forAddress)).toBe(text);
				}
			)
		);
		expect(fromBase64('AB==')).toBeUndefined();
		expect(fromBase64Url('AB==')).toBeUndefined();
		expect(fromBase64Url('AA==')).toBeUndefined();
		expect(fromBase64Url('AA')).toEqual(new Uint8Array(1));
	});

	it('of great length are no trouble', () => {
		const many = seeded('many')(300_000);
		expect(fromBase64(toBase64(many))).toEqual(many);
	});

	it('in base32 sort as the bytes do', () => {
		const five = fc.uint8Array({ minLength: 5, maxLength: 5 });
		const compare = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b);
		fc.assert(
			fc.property(five, five, (a, b) => {
				const [first, second] = [toBase32(a), toBase32(b)];
				expect(first).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
				expect(Math.sign(first < second ? -1 : first > second ? 1 : 0)).toBe(compare(a, b));
			})
		);
		expect(toBase32(new Uint8Array([255]))).toBe('ZW');
	});

	it('join in order', () => {
		fc.assert(
			fc.property(bytes, bytes, (a, b) => {
				expect([...joined(a, b)]).toEqual([...a, ...b]);
			})
		);
	});
});

describe('an id', () => {
	it('sorts by the time it was made, and passes the schema', () => {
		const time = fc.integer({ min: 0, max: 4_000_000_000_000 });
		fc.assert(
			fc.property(time, time, fc.string(), (a, b, seed) => {
				const random = seeded(seed);
				const [first, second] = [newId(a, random), newId(b, random)];
				expect(v.is(Id, first)).toBe(true);
				expect(first).not.toBe(second);
				if (a !== b) expect(first < second).toBe(a < b);
			})
		);
	});
});
