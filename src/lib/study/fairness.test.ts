import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passed } from '../../../tests/support/sample-content.ts';
import { LedgerIndex } from '../content/evidence.ts';
import { fairness } from '../content/fairness.ts';
import { packCatalog, packLedger } from '../content/packs.ts';
import { STATUSES } from '../content/status.ts';
import { kinds, loadKinds } from '../quiz/kinds/index.ts';
import { creditRows } from './credit.ts';
import { attributed, balanceRows, barsOf, countRows, statusRows } from './fairness.ts';

await loadKinds();
const { ledger } = passed();
const report = fairness(ledger);
const catalog = packCatalog(ledger);

describe('the rows of counts', () => {
	const rows = countRows(report.sides);

	it('have one for everything that is counted, and say what it counts', () => {
		expect(rows).toHaveLength(Object.keys(report.sides).length);
		for (const { title, what } of rows) expect(what, title).toMatch(/\.$/);
	});

	it('put Armenia before Azerbaijan, and leave out what does not apply', () => {
		const wrong = rows.find(({ title }) => title === 'Wrong options');
		expect(wrong?.cells).toEqual([
			{ side: 'armenia', number: 0 },
			{ side: 'azerbaijan', number: 0 },
			{ side: 'karabakh', number: 0 },
			{ side: 'outside', number: undefined },
			{ side: 'none', number: undefined }
		]);
	});
});

describe('the rows of modules', () => {
	it('have the title, and a remark only where there is something to say', () => {
		const [row] = balanceRows(report, catalog);
		expect(row).toMatchObject({ module: 'the-bridge', title: 'The bridge' });
		expect(row).not.toHaveProperty('remark');
	});

	it('give the reason of a module that is uneven, and tell one that is not about both', () => {
		const [module] = report.modules;
		const remark = (own: object) =>
			balanceRows({ ...report, modules: module ? [{ ...module, ...own }] : [] }, catalog)[0]
				?.remark;
		expect(remark({ uneven: true, balance: 'The north wrote more.' })).toBe(
			'The north wrote more.'
		);
		expect(remark({ aboutBoth: false })).toBe('Not about both sides.');
	});

	it('have bars as long as their counts, none beyond the middle’s reach', () => {
		const keyed = fc.record({
			armenia: fc.nat(50),
			azerbaijan: fc.nat(50),
			karabakh: fc.nat(50),
			outside: fc.nat(50),
			none: fc.nat(50)
		});
		fc.assert(
			fc.property(fc.array(fc.record({ keyed }), { minLength: 1 }), (rows) => {
				const bars = barsOf(rows);
				const lengths = bars.flatMap((bar) => [bar.armenia + bar.karabakh, bar.azerbaijan]);
				expect(Math.max(...lengths)).toBeLessThanOrEqual(1 + 1e-9);
				for (const [index, { keyed: counts }] of rows.entries())
					if (counts.armenia === counts.azerbaijan)
						expect(bars[index]?.armenia).toBe(bars[index]?.azerbaijan);
			})
		);
	});
});

it('tells of every status how it is worked out, with its points', () => {
	const rows = statusRows(report);
	expect(rows.map(({ status }) => status).sort()).toEqual([...STATUSES].sort());
	expect(rows.find(({ status }) => status === 'contradicted')).toMatchObject({ points: 1 });
});

it('tells of every kind how it earns credit, with its questions', () => {
	const rows = creditRows(report.kinds);
	expect(rows.map(({ kind }) => kind).sort()).toEqual(Object.keys(kinds).sort());
	for (const { questions, credit } of rows)
		expect([questions, credit]).toEqual([1, expect.stringMatching(/\.$/)]);
});

it('names the speaker of each claim that is left out', () => {
	const index = new LedgerIndex(packLedger(ledger));
	expect(attributed(['ga02-carts'], index)).toMatchObject([
		{ claim: { id: 'ga02-carts' }, voice: { name: 'North council' }, source: { id: 'gazette' } }
	]);
});
