import { expect, it } from 'vitest';
import { questions } from '../../../../../tests/support/questions.ts';
import { renderKind } from '../../../../../tests/support/render-kind.ts';
import WhoSays from './WhoSays.svelte';

it('lets one of the voices be chosen', async () => {
	const { screen, last } = await renderKind(WhoSays, questions['who-says'], '');
	await screen.getByRole('radio', { name: 'The third one' }).click();
	expect(last()).toBe('third');
});
