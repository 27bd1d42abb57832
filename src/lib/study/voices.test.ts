import { describe, expect, it } from 'vitest';
import { passed } from '../../../tests/support/sample-content.ts';
import { LedgerIndex } from '../content/evidence.ts';
import { packCards, packCatalog, packLedger } from '../content/packs.ts';
import { cardsNaming, claimGroups, filterVoices, positionsOf, voiceEntries } from './voices.ts';

const { ledger: content } = passed();
const ledger = new LedgerIndex(packLedger(content));
const entries = voiceEntries(ledger);
const everything = { article: '', side: '', heard: '' };
const namesOf = (groups: ReturnType<typeof filterVoices>) =>
	groups.map(({ side, entries: own }) => [side, ...own.map(({ voice }) => voice.id)]);

describe('a voice', () => {
	it('is counted by article, its own words apart from where it is only named', () => {
		const shown = entries.map(({ voice, claims, words, namedIn }) => [
			voice.id,
			claims,
			words.map(({ source, claims: own }) => `${source.id} ${own}`),
			namedIn.map(({ id }) => id)
		]);
		expect(shown).toEqual([
			['gazette-report', 2, ['gazette 2'], []],
			['herald-report', 1, ['herald 1'], []],
			['north-council', 2, ['gazette 2'], []],
			['south-council', 1, ['gazette 1'], []]
		]);
		const mute = packLedger(content);
		const index = new LedgerIndex({
			...mute,
			claims: mute.claims.filter(({ voice }) => voice !== 'south-council')
		});
		const south = voiceEntries(index).find(({ voice }) => voice.id === 'south-council');
		expect([south?.words, south?.namedIn.map(({ id }) => id)]).toEqual([[], ['gazette']]);
		expect(namesOf(filterVoices(voiceEntries(index), { ...everything, heard: 'words' }))).toEqual([
			['armenia', 'north-council'],
			['none', 'gazette-report', 'herald-report']
		]);
	});

	it('is found by article and side, and sides without one are left out', () => {
		expect(namesOf(filterVoices(entries, everything))).toEqual([
			['armenia', 'north-council'],
			['azerbaijan', 'south-council'],
			['none', 'gazette-report', 'herald-report']
		]);
		expect(namesOf(filterVoices(entries, { ...everything, article: 'herald' }))).toEqual([
			['none', 'herald-report']
		]);
		expect(namesOf(filterVoices(entries, { ...everything, side: 'azerbaijan' }))).toEqual([
			['azerbaijan', 'south-council']
		]);
	});

	it('stands on a disputed point where a claim of its own carries a position', () => {
		expect(positionsOf('south-council', ledger)).toEqual([
			{
				id: 'who-shut-it',
				question: 'Who shut the bridge?',
				status: 'contradicted',
				labels: ['Nobody did']
			}
		]);
		expect(positionsOf('herald-report', ledger)).toEqual([]);
	});

	it('is named by the cards that link to it', () => {
		const cards = content.modules.map(packCards);
		const catalog = packCatalog(content);
		expect(cardsNaming('north-council', cards, catalog)).toEqual([
			{ title: 'The bridge', cards: [{ module: 'the-bridge', id: 'gate', title: 'The gate' }] }
		]);
		expect(cardsNaming('south-council', cards, catalog)).toEqual([]);
	});
});

describe('claims', () => {
	const claims = ledger.evidence([...ledger.claims.keys()]);
	const idsOf = (groups: ReturnType<typeof claimGroups>) =>
		groups.map(({ id, when, claims: own }) => [id, when, own.map(({ claim }) => claim.id)]);

	it('stand under their event, those of none at the end', () => {
		expect(idsOf(claimGroups(claims, 'event', ledger))).toEqual([
			['bridge-shut', '4 May 2001', ['ga02-locked']],
			[
				'other',
				'',
				['ga02-carts', 'ga03-not-locked', 'ga03-three-lost', 'ga03-south-spoke', 'he01-five-lost']
			]
		]);
	});

	it('stand under their article', () => {
		const groups = claimGroups(claims, 'article', ledger);
		expect(groups.map(({ id, when, claims: own }) => [id, when, own.length])).toEqual([
			['gazette', '5 May 2001', 5],
			['herald', '5 May 2001', 1]
		]);
	});

	it('come by the days of the events', () => {
		const early = { id: 'early', revision: 1, title: '', when: '2001-05-01', text: '' };
		const events = new Map([...ledger.events, ['early', early]]);
		const moved = claims.map((each) =>
			each.claim.id === 'ga02-carts' ? { ...each, claim: { ...each.claim, event: 'early' } } : each
		);
		const groups = claimGroups(moved, '', { events, sources: ledger.sources });
		expect(groups.map(({ id }) => id)).toEqual(['early', 'bridge-shut', 'other']);
	});
});
