import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest, shorten } from './mistakes.ts';

const id = fc.stringMatching(/^[a-z0-9-]{6,20}$/);
const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 10 });

describe('nearest', () => {
	it('finds an id by itself', () => {
		fc.assert(
			fc.property(ids, fc.nat(), (known, at) => {
				const wanted = known[at % known.length] ?? '';
				expect(nearest(wanted, known)).toBe(wanted);
			})
		);
	});

	it('finds an id by one wrong, missing or added letter', () => {
		fc.assert(
			fc.property(id, fc.nat(), fc.constantFrom('', '_', '__'), (known, at, put) => {
				const place = at % known.length;
				const typo = known.slice(0, place) + put + known.slice(place + 1);
				expect(nearest(typo, [known])).toBe(known);
			})
		);
	});

	it('takes the nearer of two', () => {
		expect(nearest('armenia-mof', ['armenia-mod', 'armenia', 'azerbaijan-mod'])).toBe(
			'armenia-mod'
		);
	});

	it('hints at nothing where nothing is near', () => {
		expect(nearest('armenia', ['place', 'bridge'])).toBe('');
		expect(nearest('armenia', [])).toBe('');
	});

	it('does not compare ids of very different lengths', () => {
		expect(nearest('a'.repeat(5_000_000), ['bridge'])).toBe('');
	});
});

describe('shorten', () => {
	it('leaves a short line as it is', () => {
		expect(shorten('A short line.')).toBe('A short line.');
	});

	it('makes one line of 80 letters at most from anything', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 300 }), (text) => {
				expect(shorten(`${text}\n${text}`)).toMatch(/^.{0,80}$/);
			})
		);
	});
});
