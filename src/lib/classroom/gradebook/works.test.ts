import { expect, it } from 'vitest';
import type { Attempt } from '../../class/gradebook/gradebook.ts';
import { aHandIn, anAssignment, idOf } from '../../class/testing.ts';
import { absentFrom, everAsked, latestOf, orphansOf } from './works.ts';

const [a, b] = [idOf('a'), idOf('b')].sort();
const first = anAssignment({ id: a, items: [{ id: 'q-1', revision: 1 }] });
const again = anAssignment({ id: a, revision: 2, items: [{ id: 'q-2', revision: 1 }] });
const later = anAssignment({ id: b, withdrawn: true });

it('gives each assignment once, in its newest revision, the last made first', () => {
	expect(latestOf([again, first, later])).toEqual([later, again]);
	expect(latestOf([first, later, again])).toEqual([later, again]);
});

it('remembers questions that a revision left out', () => {
	expect(everAsked([first, again, first])).toBe('q-1 q-2');
});

it('counts the hand-ins whose assignment is not here', () => {
	const handIns = [{ document: aHandIn({ assignment: a ?? '' }) }, { document: aHandIn() }];
	expect(orphansOf(handIns, [first])).toBe(1);
	expect(orphansOf(handIns, [])).toBe(2);
});

it('names whom the list has and nobody is', () => {
	const naming = { by: 'list' as const, names: ['Anna', 'Boris', 'Clára', 'Dora', 'Ewa'] };
	const late = { handIn: aHandIn({ member: { id: idOf('e'), name: 'Ewa' } }) } as Attempt;
	const pupils = [{ name: 'anna', attempts: [late] }];
	expect(absentFrom(naming, pupils, [{ name: 'Clara' }])).toEqual(['Boris', 'Dora']);
	expect(absentFrom(naming, [], [])).toEqual(naming.names);
	expect(absentFrom({ by: 'seat', seats: 3 }, [], [])).toEqual([]);
	expect(absentFrom(undefined, [], [])).toEqual([]);
});
