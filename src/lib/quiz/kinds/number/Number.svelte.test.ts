import { describe, expect, it } from 'vitest';
import { questions } from '../../../../../tests/support/questions.ts';
import { renderKind } from '../../../../../tests/support/render-kind.ts';
import Number from './Number.svelte';

describe('figures', () => {
	it('are typed, one per source', async () => {
		const { screen, last } = await renderKind(Number, questions.number, {});
		await screen.getByRole('spinbutton', { name: 'River Gazette carts' }).fill('1200');
		await screen.getByRole('spinbutton', { name: 'Herald carts' }).fill('4.5');
		expect(last()).toEqual({ gazette: 1200, herald: 4.5 });
	});

	it('are open again when emptied, and 0 is a figure', async () => {
		const { screen, last } = await renderKind(Number, questions.number, { gazette: 3 });
		const gazette = screen.getByRole('spinbutton', { name: 'River Gazette carts' });
		await expect.element(gazette).toHaveValue(3);
		await gazette.fill('0');
		expect(last()).toEqual({ gazette: 0 });
		await gazette.fill('');
		expect(last()).toEqual({});
	});
});
