import { expect, it } from 'vitest';
import { aHandIn, anAssignment, idOf } from '../../class/testing.ts';
import { everAsked, latestOf, orphansOf } from './works.ts';

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
