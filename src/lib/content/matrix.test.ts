import { expect, test } from 'vitest';
import { claimsOf } from '../../../tests/support/claims.ts';
import { stanceMatrix } from './matrix.ts';
import type { Dispute, Source, Voice } from './records.ts';

const voice = (id: string, reporterOf?: string): [string, Voice] => [
	id,
	{
		id,
		revision: 1,
		name: id,
		kind: 'institution',
		office: '',
		side: 'none',
		reporterOf,
		references: []
	}
];
const voices = new Map([voice('ministry'), voice('gazette-report', 'gazette')]);
const sources = new Map(
	['gazette', 'courier', 'herald', 'mirror'].map((id) => [id, { id } as Source])
);
const dispute: Dispute = {
	id: 'dispute',
	revision: 1,
	question: 'What?',
	positions: [{ label: 'One', claims: ['a'] }],
	missing: 'Nothing.',
	settle: 'Nothing.',
	reading: 'Nothing.'
};

test('an article asserts, attributes, denies, or is silent', () => {
	const claims = claimsOf({
		a: { source: 'gazette', voice: 'gazette-report', same: ['b'] },
		b: { source: 'courier', voice: 'ministry', same: ['a'] },
		c: { source: 'herald', voice: 'ministry', denies: ['b'] },
		d: { source: 'mirror', voice: 'ministry' }
	});
	const [row] = stanceMatrix(dispute, { sources, voices, claims });
	expect(row?.cells.map(({ source, stance }) => [source.id, stance])).toEqual([
		['gazette', 'asserts'],
		['courier', 'attributes'],
		['herald', 'denies'],
		['mirror', 'silent']
	]);
	const shown = row?.cells.map(({ claims: carried, denials }) =>
		[carried, denials].map((all) => all.map(({ id }) => id))
	);
	expect(shown).toEqual([
		[['a'], []],
		[['b'], []],
		[[], ['c']],
		[[], []]
	]);
});

test('an article that carries a statement and its denial does not deny it', () => {
	const claims = claimsOf({
		a: { source: 'gazette', voice: 'ministry' },
		b: { source: 'gazette', voice: 'ministry', denies: ['a'] }
	});
	const [row] = stanceMatrix(dispute, { sources, voices, claims });
	expect(row?.cells[0]).toMatchObject({ stance: 'attributes', denials: [{ id: 'b' }] });
});
