import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ClassError } from '../problem.ts';
import { Name } from './fields.ts';
import { foldedName, readName, readNames } from './name.ts';

const problemOf = (text: string) => {
	try {
		readName(text);
		return 'none';
	} catch (cause) {
		return cause instanceof ClassError ? cause.problem : 'untyped';
	}
};

describe('a name', () => {
	it.each([
		['  Ani   Petrosyan ', 'Ani Petrosyan'],
		['Leyla\u202e\u200b\tƏliyeva', 'Leyla Əliyeva'],
		['Ա\u0000նի', 'Անի'],
		['\ufeff12', '12'],
		['a \u200b b', 'a b'],
		['Zoe\u0308', 'Zoë'],
		['👩‍🚀', '👩‍🚀'],
		['=1+1', '=1+1'],
		[`H${'\u0316'.repeat(30)}i`, `H${'\u0316'.repeat(4)}i`]
	])('%j is %j', (typed, name) => {
		expect(readName(typed)).toBe(name);
	});

	it.each(['', '   ', '\u200b', '...', '\u202e'])('is none: %j', (typed) => {
		expect(problemOf(typed)).toBe('damaged');
	});

	it.each(['x'.repeat(41), 'x'.repeat(5_000_000)])('is too long: %#', (typed) => {
		expect(problemOf(typed)).toBe('too-long');
	});

	it('of any characters passes the schema or is refused, and stays as it is read', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
				if (problemOf(typed) !== 'none') {
					expect(problemOf(typed)).toMatch(/damaged|too-long/);
					return;
				}
				const name = readName(typed);
				expect(v.is(Name, name)).toBe(true);
				expect(readName(name)).toBe(name);
				expect(foldedName(foldedName(name))).toBe(foldedName(name));
			})
		);
	});
});

describe('a list of names', () => {
	it('has each once, in its order', () => {
		expect(readNames('Ani\r\n\n  Leyla \nani\nZoë\nZOE')).toEqual(['Ani', 'Leyla', 'Zoë']);
	});

	it('has an end', () => {
		const many = Array.from({ length: 2001 }, (_, index) => `Pupil ${index}`);
		expect(readNames(many.slice(1).join('\n'))).toHaveLength(2000);
		expect(() => readNames(many.join('\n'))).toThrow(ClassError);
		expect(() => readNames('x\n'.repeat(5_000_000))).toThrow(ClassError);
	});
});
