import { expect, it } from 'vitest';
import { namesIn, noNaming, readNaming } from './naming.ts';

it('reads what the form says', () => {
	expect(readNaming(noNaming())).toEqual({ by: 'nickname' });
	expect(readNaming({ ...noNaming(), by: 'seat', seats: 24 })).toEqual({ by: 'seat', seats: 24 });
	expect(readNaming({ ...noNaming(), by: 'list', names: 'Ani\n\n Bob \nani' })).toEqual({
		by: 'list',
		names: ['Ani', 'Bob']
	});
});

it.each([
	{ ...noNaming(), by: 'seat' as const, seats: null },
	{ ...noNaming(), by: 'seat' as const, seats: 0 },
	{ ...noNaming(), by: 'seat' as const, seats: 2001 },
	{ ...noNaming(), by: 'list' as const, names: ' \n' }
])('says what is missing: %o', (naming) => {
	expect(() => readNaming(naming)).toThrow(/^Write /);
});

it('knows every name that a pupil may have, once', () => {
	expect(namesIn({ by: 'list', names: ['Ani', 'Bob'] }, ['Bob', '', 'Eve'])).toEqual([
		'Ani',
		'Bob',
		'Eve'
	]);
	expect(namesIn({ by: 'seat', seats: 3 }, ['2'])).toEqual(['1', '2', '3']);
	expect(namesIn({ by: 'nickname' }, ['Eve'])).toEqual(['Eve']);
});
