import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aHandIn, idOf } from '../../class/testing.ts';
import type { Received } from '../rows.ts';
import { together, type Rows } from './keeping.ts';

const row = (name: string, seed: string): Received => ({
	v: 1,
	id: idOf(name),
	class: idOf('class'),
	assignment: idOf('assignment'),
	sealed: seed,
	document: aHandIn({ id: idOf(name), seed }),
	received: 1,
	by: 'scan'
});
const rows = (received: Received[]): Rows => ({ assignments: [], desk: [], members: [], received });
const some = fc.array(
	fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('one', 'two')),
	{ maxLength: 6 }
);
const namesOf = ({ received }: Rows) => received.map(({ id, sealed }) => `${id} ${sealed}`).sort();

it('keeps each hand-in once, and both where one id came with two contents', () => {
	fc.assert(
		fc.property(some, some, some, (...lists) => {
			const parts = lists.map((list) => rows(list.map(([name, seed]) => row(name, seed))));
			const all = parts.reduce(together, rows([]));
			const unique = new Set(lists.flat().map(([name, seed]) => `${idOf(name)} ${seed}`));
			expect(namesOf(all)).toEqual([...unique].sort());
			expect(namesOf(parts.reverse().reduce(together, rows([])))).toEqual(namesOf(all));
			expect(namesOf(together(all, all))).toEqual(namesOf(all));
		})
	);
});
