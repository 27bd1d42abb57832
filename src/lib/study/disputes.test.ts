import { describe, expect, it } from 'vitest';
import { LedgerIndex } from '../content/evidence.ts';
import { packLedger } from '../content/packs.ts';
import { passed, sample } from '../../../tests/support/sample-content.ts';
import {
	disputeChoices,
	disputeEntries,
	disputeView,
	filterDisputes,
	sortDisputes,
	type DisputeFilter
} from './disputes.ts';

const second = `- id: how-many-lost
  question: How many carriers lost their goods?
  positions:
    - label: Three
      claims: [ga03-three-lost]
    - label: Five
      claims: [he01-five-lost]
  missing: Neither article names a carrier.
  settle: Their names.
  reading: It stays open.
`;
const { ledger: content } = passed({
	...sample,
	'disputes.yaml': `${sample['disputes.yaml'] ?? ''}${second}`
});
const ledger = new LedgerIndex(packLedger(content));
const entries = disputeEntries(ledger);
const choices = disputeChoices(entries, ledger);
const all: DisputeFilter = { status: '', event: '', date: '', place: '', voice: '' };

const ids = (some: readonly { dispute: { id: string } }[]) => some.map(({ dispute }) => dispute.id);
const groups = (sort: string, filter = all) =>
	sortDisputes(filterDisputes(entries, filter), sort, choices, filter).map((group) => [
		group.title,
		...ids(group.entries)
	]);

describe('the list', () => {
	it('offers what some point has, and nothing else', () => {
		const offered = Object.values(choices).map((some) => some.map(({ text }) => text));
		expect(offered).toEqual([
			['Contradicted', 'Reports differ'],
			['The bridge was shut'],
			['May 2001'],
			['The bridge'],
			['North council', 'South council', "The Gazette's report", "The Herald's report"]
		]);
	});

	it.each([
		[all, ['who-shut-it', 'how-many-lost']],
		[{ ...all, status: 'differ' }, ['how-many-lost']],
		[{ ...all, event: 'bridge-shut' }, ['who-shut-it']],
		[{ ...all, date: '2001-05' }, ['who-shut-it']],
		[{ ...all, place: 'bridge' }, ['who-shut-it']],
		[{ ...all, voice: 'herald-report' }, ['how-many-lost']],
		[{ ...all, voice: 'herald-report', place: 'bridge' }, []],
		[{ ...all, status: 'none such' }, []]
	])('filtered by %j is %j', (filter, expected) => {
		expect(ids(filterDisputes(entries, filter))).toEqual(expected);
	});

	it('stands in groups, with what has no value at the end', () => {
		expect(groups('status')).toEqual([
			['Contradicted', 'who-shut-it'],
			['Reports differ', 'how-many-lost']
		]);
		expect(groups('date')).toEqual([
			['May 2001', 'who-shut-it'],
			['No date', 'how-many-lost']
		]);
	});

	it('shows a point under each of its voices, and under one alone when that is asked for', () => {
		expect(groups('voice').map(([, id]) => id)).toEqual([
			'who-shut-it',
			'who-shut-it',
			'how-many-lost',
			'how-many-lost'
		]);
		expect(groups('voice', { ...all, voice: 'north-council' })).toEqual([
			['North council', 'who-shut-it']
		]);
	});

	it('stands by its questions when sorted by them', () => {
		expect(groups('question')).toEqual([['', 'how-many-lost', 'who-shut-it']]);
	});
});

describe('one point', () => {
	it('has its status, event, places, voices, and the articles that are silent', () => {
		const view = disputeView('who-shut-it', ledger);
		expect(view).toMatchObject({
			status: 'contradicted',
			when: 'The bridge was shut (4 May 2001)',
			places: [{ id: 'bridge' }],
			voices: [{ id: 'north-council' }, { id: 'south-council' }],
			silent: [{ id: 'herald' }]
		});
		expect(view?.positions.map(({ evidence }) => evidence.map(({ claim }) => claim.id))).toEqual([
			['ga02-locked'],
			['ga03-not-locked']
		]);
	});

	it('has no silent article where each carries a position', () => {
		expect(disputeView('how-many-lost', ledger)?.silent).toEqual([]);
	});

	it('is none where there is none', () => {
		expect(disputeView('who-built-it', ledger)).toBeUndefined();
	});
});
