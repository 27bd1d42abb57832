import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { questions } from '../../../../../tests/support/questions.ts';
import { renderKind } from '../../../../../tests/support/render-kind.ts';
import Multi from './Multi.svelte';

const shown = (response: string[] = []) => renderKind(Multi, questions.multi, response);

describe('several choices', () => {
	it('are made and taken back by taps', async () => {
		const { screen, last } = await shown();
		await screen.getByText('The first one').click();
		await screen.getByText('The fourth one').click();
		expect(last()).toEqual(['first', 'fourth']);
		await screen.getByText('The first one').click();
		expect(last()).toEqual(['fourth']);
	});

	it('are made and taken back by digits', async () => {
		const { last } = await shown(['second']);
		await userEvent.keyboard('1');
		expect(last()).toEqual(['second', 'first']);
		await userEvent.keyboard('2');
		expect(last()).toEqual(['first']);
	});
});
