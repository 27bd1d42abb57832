import { expect, it } from 'vitest';
import { chosenName } from '../pupil/naming.ts';
import { namesIn, namesLeft, namingForm, noNaming, readNaming } from './naming.ts';

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
	const joined = chosenName({ by: 'seat', seats: 3 }, '2');
	expect(namesIn({ by: 'seat', seats: 3 }, [joined])).toEqual(['Seat 1', 'Seat 2', 'Seat 3']);
	expect(namesIn({ by: 'nickname' }, ['Eve'])).toEqual(['Eve']);
});

it.each([
	{ by: 'nickname' as const },
	{ by: 'seat' as const, seats: 31 },
	{ by: 'list' as const, names: ['Ani', 'Bob'] }
])('shows in the form what holds, and reads it back: %o', (naming) => {
	expect(readNaming(namingForm(naming))).toEqual(naming);
});

it('finds who joined under a name that can be chosen no more', () => {
	const joined = ['Ani', 'Bob', '', 'Bob', 'Seat 4'];
	expect(namesLeft({ by: 'list', names: ['Ani'] }, joined)).toEqual(['Bob', 'Seat 4']);
	expect(namesLeft({ by: 'seat', seats: 3 }, ['Seat 3', 'Seat 4'])).toEqual(['Seat 4']);
	expect(namesLeft({ by: 'nickname' }, joined)).toEqual([]);
});
