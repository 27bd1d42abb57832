/** Search over the content itself: what a reader types, and what must come first. */
import { describe, expect, it } from 'vitest';
import { LedgerIndex } from '../content/evidence.ts';
import { packCards, packCatalog, packFigures, packLedger, packTerms } from '../content/packs.ts';
import { readContent } from '../server/content-files.ts';
import { entries, KINDS, sameNames, type Material } from './entries.ts';
import { SearchIndex } from './index.ts';

const { ledger } = readContent('content');
if (!ledger.later) throw new Error('The content tells nothing of what came after the articles.');
const material: Material = {
	ledger: new LedgerIndex(packLedger(ledger)),
	catalog: packCatalog(ledger),
	cards: ledger.modules.map(packCards),
	terms: packTerms(ledger),
	figures: packFigures(ledger),
	later: ledger.later
};
const everything = [...entries(material)];
const index = new SearchIndex(sameNames(material));
for (const entry of everything) index.add(entry);

const first = (query: string) => index.find(query).hits[0]?.entry.path;
const kinds = (query: string) => new Set(index.find(query).hits.map(({ entry }) => entry.kind));

/** Spellings that readers of English, Armenian, Azerbaijani, Russian and Turkish may type. */
const SPELLINGS = {
	kalbajar:
		'Kalbajar Kelbajar Kəlbəcər kelbecer KELBAJAR Kalbadjar Kelbadjar Karvachar Karvajar Քարվաճառ Кельбаджар kelbajr',
	'stepanakert-khankendi':
		'Stepanakert Khankendi Xankəndi Xankendi Hankendi Ստեփանակերտ Степанакерт Stepanakrt stepanakert’s Stepanagert',
	'martuni-khojavend': 'Martuni Khojavend Xocavənd Hocavend Մարտունի Мартуни Khodjavend',
	taghavard: 'Taghavard Tagavard Tağaverd Taghaverd Թաղավարդ Тагавард',
	dashkesan: 'Dashkesan Dashkasan Daşkəsən Daskesen Дашкесан',
	sotk: 'Sotk Sok Zod Sodk Սոթք Сотк',
	goris: 'Goris Gorus Գորիս Горис Gors',
	jermuk: 'Jermuk Djermuk Ջերմուկ Джермук Cermuk Istisu',
	kapan: 'Kapan Ghapan Kafan Qafan Gafan Կապան Ղափան Капан',
	yerevan: 'Yerevan Erevan Երևան Ереван İrəvan Irevan Yerevn',
	baku: 'Baku Bakı Բաքու Баку',
	tbilisi: 'Tbilisi Tiblisi Tbillisi',
	moscow: 'Moscow Moskow',
	'nagorno-karabakh':
		'Nagorno-Karabakh Karabakh Karabagh Qarabağ Garabagh Artsakh Арцах Արցախ Karabah'
};

describe('a place', () => {
	for (const [place, spellings] of Object.entries(SPELLINGS))
		it.each(spellings.split(' '))(`${place} comes first for %s`, (spelling) => {
			expect(first(spelling)).toBe(`/places/${place}`);
		});

	it('comes first for each of its own names', () => {
		for (const { id, name, names, spellings } of ledger.places.values())
			for (const form of [name, ...names.map((each) => each.form), ...spellings])
				expect(first(form), form).toBe(`/places/${id}`);
	});

	it('brings what is said of it, whichever name is typed', () => {
		const found = (query: string) => index.find(query).hits.map(({ entry }) => entry);
		const claims = [...ledger.claims.values()].filter(({ places }) => places.includes('kalbajar'));
		for (const name of ['Kalbajar', 'Kelbajar', 'Kəlbəcər', 'Քարվաճառ']) {
			const parts = found(name).map(({ part }) => part);
			expect(parts, name).toEqual(expect.arrayContaining(claims.map(({ id }) => id)));
			expect(new Set(found(name)), name).toEqual(new Set(found('Kalbajar')));
		}
	});
});

describe('what comes first', () => {
	it.each([
		['Armenia', '/places/armenia-country'],
		['Azerbaijan', '/places/azerbaijan-country'],
		['Pashinyan', '/voices/pashinyan'],
		['pashinian', '/voices/pashinyan'],
		['Пашинян', '/voices/pashinyan'],
		['Shoigu', '/voices/shoigu'],
		['Press TV', '/sources/press-tv'],
		['13 September 2022', '/modules/13-september-2022'],
		['separatist', '/words'],
		['peacekeepers', '/words'],
		['Dead of the war of 2020', '/figures'],
		['Lachin corridor', '/places/lachin-corridor']
	])('for %s is %s', (query, path) => {
		expect(first(query)).toBe(path);
	});
});

describe('a query', () => {
	it.each([
		['drone', 'drones'],
		['clash', 'clashes'],
		['1960', '1,960'],
		['13 September', 'September 13'],
		['13 September 2022', '2022-09-13'],
		['13 September 2022', '13.09.2022'],
		['truce', 'the truce']
	])('finds the same as %s and as %s', (one, other) => {
		const found = (query: string) => new Set(index.find(query).hits.map(({ entry }) => entry));
		expect(found(one).size).toBeGreaterThan(0);
		expect(found(one)).toEqual(found(other));
	});

	it('finds every figure as it is printed', () => {
		for (const figure of ['44', '1,960', '65,000', '6,500', '49', '30,000'])
			expect(kinds(figure), figure).toContain('claim');
	});

	it('goes on finding a name while it is typed', () => {
		for (const name of ['Kalbajar', 'Xankəndi', 'Lachin', 'Jermuk', 'Pashinyan', 'peacekeepers'])
			for (let length = 2; length <= name.length; length++)
				expect(index.find(name.slice(0, length)).hits, name.slice(0, length)).not.toEqual([]);
	});

	it('asks for all its words, and says so where only some are found together', () => {
		const both = index.find('Kalbajar drones');
		expect(both.whole).toBe(true);
		for (const { keys } of both.hits)
			expect([...keys()]).toEqual(expect.arrayContaining(['drone']));
		const some = index.find('peacekeepers Tbilisi Zee');
		expect(some.whole).toBe(false);
		expect(some.hits.length).toBeGreaterThan(0);
	});

	it('says what stands in no text, and finds what is near to it', () => {
		const { hits, missing } = index.find('Kalbahar drones');
		expect(missing).toEqual(['Kalbahar']);
		expect(hits.length).toBeGreaterThan(0);
		expect(index.find('Kalba').missing).toEqual([]);
		expect(index.find('Kalbajar').missing).toEqual([]);
	});

	it('does not take one figure for another, nor one short word for another', () => {
		expect(index.find('1961').hits).toEqual([]);
		expect(index.find('qqq').hits).toEqual([]);
	});

	it('that finds nothing brings the words that are nearest', () => {
		expect(index.find('xylophone').hits).toEqual([]);
		expect(index.suggest('xylophone')).toContain('telephone');
		expect(index.suggest('1961')).toEqual([]);
		expect(index.suggest('')).toEqual([]);
	});

	it('of nothing finds nothing', () => {
		expect(index.find('').hits).toEqual([]);
		expect(index.find('?!').hits).toEqual([]);
	});
});

describe('the entries', () => {
	it('are of every kind', () => {
		expect(new Set(everything.map(({ kind }) => kind))).toEqual(new Set(Object.keys(KINDS)));
	});

	it('hold every card and every claim, and no question', () => {
		const of = (kind: string) => everything.filter((entry) => entry.kind === kind).length;
		expect(of('card')).toBe(ledger.modules.flatMap(({ cards }) => cards).length);
		expect(of('claim')).toBe(ledger.claims.size);
		const prompts = ledger.modules.flatMap(({ items }) => items.map(({ prompt }) => prompt));
		const texts = new Set(everything.flatMap(({ title, text }) => [title, text]));
		expect(prompts.filter((prompt) => texts.has(prompt))).toEqual([]);
	});

	it('lead to a claim at its own place', () => {
		const [hit] = index
			.find('Suren Papikyan spoke with Shoigu')
			.hits.filter(({ entry }) => entry.kind === 'claim');
		const claim = ledger.claims.get(hit?.entry.part ?? '');
		expect(hit?.entry.path).toBe(`/sources/${claim?.source ?? ''}`);
	});
});
