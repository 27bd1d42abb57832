import { describe, expect, it } from 'vitest';
import { questions } from '../../../../../tests/support/questions.ts';
import { renderKind } from '../../../../../tests/support/render-kind.ts';
import Match from './Match.svelte';

describe('entries to match', () => {
	it('begin open', async () => {
		const { screen } = await renderKind(Match, questions.match, {});
		await expect.element(screen.getByRole('combobox', { name: 'It was open' })).toHaveValue('');
	});

	it('are matched by lists', async () => {
		const { screen, last } = await renderKind(Match, questions.match, { said: 'south' });
		await screen.getByRole('combobox', { name: 'It was open' }).selectOptions('The North council');
		expect(last()).toEqual({ said: 'south', denied: 'north' });
		await expect
			.element(screen.getByRole('combobox', { name: 'It was locked' }))
			.toHaveDisplayValue('The South council');
	});
});
