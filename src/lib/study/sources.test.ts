import { describe, expect, it } from 'vitest';
import { edited, passed } from '../../../tests/support/sample-content.ts';
import { LedgerIndex } from '../content/evidence.ts';
import { packLedger } from '../content/packs.ts';
import type { Source } from '../content/records.ts';
import {
	claimsPerSpeaker,
	partsByParagraph,
	partsByVoice,
	sharedWith,
	slipsOf,
	summarise,
	toldAlone,
	voicesIn
} from './sources.ts';

const indexOf = (contents?: Record<string, string>) =>
	new LedgerIndex(packLedger(passed(contents).ledger));
const ledger = indexOf();
const find = (id: string, index = ledger): Source => {
	const source = index.sources.get(id);
	if (!source) throw new Error(`There is no ${id}.`);
	return source;
};
const idsOf = (claims: readonly { id: string }[]) => claims.map(({ id }) => id);
const ON = '  on: [ga03-three-lost]';

describe('an article', () => {
	it('gives words to voices by side, to those with most claims first', () => {
		expect(
			voicesIn('gazette', ledger).map(({ voice, speaker, claims }) => [voice.id, speaker, claims])
		).toEqual([
			['north-council', 'armenia', 2],
			['south-council', 'azerbaijan', 1],
			['gazette-report', 'itself', 2]
		]);
	});

	it('has every claim counted for one speaker', () => {
		for (const { id } of ledger.sources.values()) {
			const counts = Object.values(claimsPerSpeaker(id, ledger));
			const claims = [...ledger.claims.values()].filter(({ source }) => source === id);
			expect(counts.reduce((sum, count) => sum + count, 0)).toBe(claims.length);
		}
	});

	it('alone tells what no other repeats, denies or tells differently, wording aside', () => {
		expect(idsOf(toldAlone('gazette', ledger))).toEqual([
			'ga02-locked',
			'ga02-carts',
			'ga03-not-locked'
		]);
		expect(toldAlone('herald', ledger)).toEqual([]);
	});

	it('has the slips of its own claims', () => {
		expect(slipsOf('gazette', ledger).map(({ note, claims }) => [note.id, idsOf(claims)])).toEqual([
			['three-or-five', ['ga03-three-lost']]
		]);
		expect(slipsOf('herald', ledger)).toEqual([]);
	});

	it('is spared a slip of another article that stands on its claim too', () => {
		const both = '  on: [ga03-three-lost, he01-five-lost]';
		const shared = indexOf(edited(['notes.yaml', ON, both]));
		expect(slipsOf('herald', shared).length).toBe(1);
		const given = indexOf(edited(['notes.yaml', ON, `${both}\n  of: [gazette]`]));
		expect(slipsOf('herald', given)).toEqual([]);
		expect(slipsOf('gazette', given).length).toBe(1);
	});

	it('shares the claims that another says too, and the wording that the editors saw', () => {
		const same = indexOf(
			edited(
				[
					'claims/gazette.yaml',
					'  differs:\n    - claim: he01-five-lost\n      in: the number\n',
					'  same: [he01-five-lost]\n'
				],
				[
					'claims/herald.yaml',
					'  differs:\n    - claim: ga03-three-lost\n      in: the number\n',
					'  same: [ga03-three-lost]\n'
				]
			)
		);
		const source = { ...find('gazette', same), sharedWording: [{ with: 'herald', what: 'All.' }] };
		expect(sharedWith(source, same)).toEqual([
			{ source: find('herald', same), claims: 1, wording: 'All.' }
		]);
		expect(sharedWith(find('gazette'), ledger)).toEqual([
			{ source: find('herald'), claims: 0, wording: undefined }
		]);
	});

	it('is summed up in figures', () => {
		expect(summarise(find('gazette'), ledger)).toMatchObject({
			claims: 5,
			voices: 2,
			alone: 3,
			slips: 1
		});
	});
});

describe('the claims of an article', () => {
	it('stand paragraph by paragraph, each once, with what is not used', () => {
		const parts = partsByParagraph(find('gazette'), ledger);
		expect(parts.map(({ id, remark, claims }) => [id, remark, claims.length])).toEqual([
			['p1', 'Not used: It is the headline.', 0],
			['p2', undefined, 2],
			['p3', undefined, 3]
		]);
	});

	it('stand with the first of several paragraphs, and the next says so', () => {
		const two = indexOf(edited(['claims/gazette.yaml', 'paragraph: [3]', 'paragraph: [2, 3]']));
		const parts = partsByParagraph(find('gazette', two), two);
		expect(parts.map(({ remark, claims }) => [remark, claims.length]).slice(1)).toEqual([
			[undefined, 3],
			['Repeats a claim shown with an earlier paragraph.', 2]
		]);
	});

	it('stand voice by voice', () => {
		const parts = partsByVoice(find('gazette'), ledger);
		expect(parts.map(({ id, claims }) => [id, claims.length])).toEqual([
			['by-north-council', 2],
			['by-south-council', 1],
			['by-gazette-report', 2]
		]);
	});
});
