import { expect, it } from 'vitest';
import { questions } from '../../../../../tests/support/questions.ts';
import { renderKind } from '../../../../../tests/support/render-kind.ts';
import Cloze from './Cloze.svelte';

it('lets the words for the gap be chosen', async () => {
	const { screen, last } = await renderKind(Cloze, questions.cloze, '');
	await screen.getByRole('radio', { name: 'The fourth one' }).click();
	expect(last()).toBe('fourth');
});
