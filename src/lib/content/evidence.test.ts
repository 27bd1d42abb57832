import { describe, expect, it } from 'vitest';
import { passed } from '../../../tests/support/sample-content.ts';
import { datedText, LedgerIndex } from './evidence.ts';
import { packLedger } from './packs.ts';

const pack = packLedger(passed().ledger);
const index = new LedgerIndex(pack);

describe('evidence', () => {
	it('names who says a claim, where, and what denies it', () => {
		const [only] = index.evidence(['ga02-locked']);
		expect(only).toMatchObject({
			claim: { id: 'ga02-locked', paragraph: [2], quote: 'locked the gate' },
			voice: { id: 'north-council' },
			source: { id: 'gazette' }
		});
		expect(only?.notes()).toEqual([]);
		expect(only?.related()).toMatchObject([
			{
				name: 'denied-by',
				claims: [
					{ claim: { id: 'ga03-not-locked' }, voice: { id: 'south-council' }, in: undefined }
				]
			}
		]);
	});

	it('says what differs, and adds the notes on a claim', () => {
		const [only] = index.evidence(['ga03-three-lost']);
		expect(only?.related()).toMatchObject([
			{ name: 'differs', claims: [{ source: { id: 'herald' }, in: 'the number' }] }
		]);
		expect(only?.notes().map(({ id }) => id)).toEqual(['three-or-five']);
	});

	it('keeps the order asked for, and leaves out what is not there', () => {
		const ids = index.evidence(['he01-five-lost', 'nothing', 'ga02-carts']);
		expect(ids.map(({ claim }) => claim.id)).toEqual(['he01-five-lost', 'ga02-carts']);
	});

	it('leaves out a claim whose voice the pack does not hold', () => {
		expect(new LedgerIndex({ ...pack, voices: [] }).evidence(['ga02-locked'])).toEqual([]);
	});

	it('brings contradictions before differences, and these before agreement', () => {
		const names = new LedgerIndex({
			...pack,
			claims: pack.claims.map((claim) =>
				claim.id === 'ga03-three-lost'
					? { ...claim, same: ['ga02-carts'], denies: ['ga02-locked'] }
					: claim
			)
		})
			.evidence(['ga03-three-lost'])
			.flatMap(({ related }) => related().map(({ name }) => name));
		expect(names).toEqual(['denies', 'differs', 'same']);
	});
});

it('finds claims in the order of the ledger', () => {
	expect(index.claimsWhere(({ voice }) => voice === 'north-council')).toEqual([
		'ga02-locked',
		'ga02-carts'
	]);
});

it('says a date with its hour', () => {
	expect(datedText({ when: '2022-09-13', time: '00:05 UTC+4' })).toBe(
		'13 September 2022, 00:05 UTC+4'
	);
	expect(datedText({ when: '2022-09' })).toBe('September 2022');
});
