import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../tests/support/claims.ts';
import type { Claim, Dispute, Side, Voice } from './records.ts';
import { disputeStatus } from './dispute-status.ts';
import { STATUS_MEANINGS, STATUS_NAMES, STATUSES } from './status.ts';

const sides: Side[] = ['armenia', 'azerbaijan', 'karabakh', 'outside', 'none'];
const voices = new Map(
	sides.map((side): [string, Voice] => [
		side,
		{ id: side, revision: 1, name: side, kind: 'institution', office: '', side, references: [] }
	])
);

/** The status of a dispute whose positions are these claims. */
function status(positions: string[][], claims: Record<string, Partial<Claim>>) {
	const dispute: Dispute = {
		id: 'dispute',
		revision: 1,
		question: 'Who?',
		positions: positions.map((ids, index) => ({ label: String(index), claims: ids })),
		missing: 'Nothing.',
		settle: 'Nothing.',
		reading: 'Nothing.'
	};
	return disputeStatus(dispute, claimsOf(claims), voices);
}

describe('disputeStatus', () => {
	it.each(['denies', 'answers'] as const)('is contradicted where one claim %s another', (link) => {
		const claims = { a: { voice: 'armenia' }, b: { voice: 'azerbaijan', [link]: ['a'] } };
		expect(status([['a'], ['b']], claims)).toBe('contradicted');
	});

	it('is contradicted by a claim that stands in no position', () => {
		expect(status([['a']], { a: {}, b: { denies: ['a'] } })).toBe('contradicted');
	});

	it('is contradicted through a claim that says the same', () => {
		const claims = { a: { same: ['a2'] }, a2: { same: ['a'] }, b: { denies: ['a2'] } };
		expect(status([['a'], ['b']], claims)).toBe('contradicted');
	});

	it('is not contradicted by an answer within one position', () => {
		const claims = { a: { voice: 'armenia' }, b: { voice: 'karabakh', answers: ['a'] } };
		expect(status([['a', 'b']], claims)).toBe('one-side');
	});

	const twoFigures = {
		a: { voice: 'none', differs: [{ claim: 'b', in: 'the number' }] },
		b: { voice: 'none', differs: [{ claim: 'a', in: 'the number' }] }
	};
	it('is a difference where claims of two positions differ', () => {
		expect(status([['a'], ['b']], twoFigures)).toBe('differ');
	});

	it('is no difference within one position, or to a claim outside', () => {
		expect(status([['a', 'b']], twoFigures)).toBe('agreed');
		expect(status([['a']], twoFigures)).toBe('agreed');
	});

	it('puts contradiction before difference, and difference before what is unclear', () => {
		const unclear: Claim['unclear'] = ['date'];
		const differing = { a: { ...twoFigures.a, unclear }, b: twoFigures.b };
		expect(status([['a'], ['b']], differing)).toBe('differ');
		const denied = { ...differing, c: { denies: ['a'] } };
		expect(status([['a'], ['b']], denied)).toBe('contradicted');
	});

	it.each(['speaker', 'date', 'place', 'number'] as const)(
		'is unclear where an article leaves the %s open',
		(what) => {
			expect(status([['a']], { a: { voice: 'armenia', unclear: [what] } })).toBe('unclear');
		}
	);

	it.each([
		[['armenia'], 'one-side'],
		[['armenia', 'karabakh'], 'one-side'],
		[['azerbaijan'], 'one-side'],
		[['armenia', 'azerbaijan'], 'agreed'],
		[['armenia', 'none'], 'agreed'],
		[['outside'], 'agreed'],
		[['none', 'outside'], 'agreed']
	])('of voices for %j is %s', (speakers, expected) => {
		const claims = Object.fromEntries(speakers.map((voice) => [voice, { voice }]));
		expect(status([speakers], claims)).toBe(expected);
	});

	it('treats the two sides alike', () => {
		const other: Record<string, string> = { armenia: 'azerbaijan', azerbaijan: 'armenia' };
		const claims = { a: { voice: 'armenia' }, b: { voice: 'azerbaijan' } };
		const swapped = Object.fromEntries(
			Object.entries(claims).map(([id, { voice }]) => [id, { voice: other[voice] ?? voice }])
		);
		for (const positions of [[['a']], [['b']], [['a'], ['b']], [['a', 'b']]])
			expect(status(positions, claims)).toBe(status(positions, swapped));
	});
});

it('has a name and a meaning for each status', () => {
	expect(Object.keys(STATUS_NAMES).sort()).toEqual([...STATUSES].sort());
	expect(Object.keys(STATUS_MEANINGS).sort()).toEqual([...STATUSES].sort());
});
