import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Evidence } from '#lib/content/evidence.ts';
import { amountAxis, type FigureSize, type MarkKind } from '#lib/study/figure-scale.ts';
import type { FigureChart } from '#lib/study/figures.ts';
import { claim } from '../../../../tests/support/claims.ts';
import Chart from './Chart.svelte';
import Mark from './Mark.svelte';

const evidence = {
	claim: claim('ga03', { text: 'Three carriers lost their goods.' }),
	voice: { id: 'gazette-report', name: 'The Gazette’s report', side: 'none' },
	source: { id: 'gazette', short: 'Gazette', published: { when: '2001-05-05' } },
	related: () => [],
	notes: () => []
} as unknown as Evidence;

const row = (words: string, size: FigureSize) => ({
	words,
	size,
	counter: 'The Gazette’s report',
	article: undefined,
	when: 'printed on 5 May 2001',
	source: evidence.source,
	evidence: [evidence]
});

const chart: FigureChart = {
	parts: [
		{
			of: 'Carriers of the north',
			rows: [
				row('three', { kind: 'exact', start: 0, end: 3 }),
				row('losses', { kind: 'none', start: 0, end: 0 })
			],
			silent: ['Herald', 'Journal', 'Mirror']
		},
		{ of: 'Carriers of the south', rows: [], silent: ['Gazette'] }
	],
	silent: [],
	axis: amountAxis(3)
};

const marks = (container: Element) => [...container.querySelectorAll('.mark')];
/** Width of what is drawn in a mark, in hundredths of the axis. */
const lengthIn = (mark?: Element) => mark?.querySelector('.length')?.getAttribute('width');

it('says in words what each mark shows, and opens it to its evidence', async () => {
	const screen = await render(Chart, { chart, unit: 'carriers' });
	const summary = screen.getByText('three');
	await expect.element(summary).toBeVisible();
	await expect
		.element(screen.getByText('Three carriers lost their goods.'))
		.not.toBeInTheDocument();
	await summary.click();
	await expect.element(screen.getByText('Three carriers lost their goods.')).toBeVisible();
});

it('draws a number from zero, and no length where there is no number', async () => {
	const { container } = await render(Chart, { chart, unit: 'carriers' });
	const [three, losses] = marks(container);
	expect(lengthIn(three)).toBe('100%');
	expect(lengthIn(losses)).toBeUndefined();
	expect(losses?.querySelector('.none')).not.toBeNull();
});

it('tells which articles are silent, for a part without figures too', async () => {
	const screen = await render(Chart, { chart, unit: 'carriers' });
	await expect.element(screen.getByText('No figure in Herald, Journal and Mirror.')).toBeVisible();
	await expect.element(screen.getByText('Carriers of the south')).toBeVisible();
	await expect.element(screen.getByText('No figure in Gazette.')).toBeVisible();
});

it('tells sizes apart by shape, without colour', async () => {
	const kinds: MarkKind[] = ['exact', 'floor', 'ceiling', 'about', 'range', 'hour', 'none'];
	const shapes: string[] = [];
	for (const kind of kinds) {
		const size = { kind, start: kind === 'range' ? 1 : 0, end: 2 };
		const { container } = await render(Mark, { size, axis: amountAxis(3) });
		const [mark] = marks(container);
		const ends = [...(mark?.querySelectorAll('path') ?? [])].map((end) => end.getAttribute('d'));
		shapes.push(`${lengthIn(mark) ?? 'no length'} ${ends.join(' ')}`);
	}
	expect(new Set(shapes).size).toBe(kinds.length);
});
