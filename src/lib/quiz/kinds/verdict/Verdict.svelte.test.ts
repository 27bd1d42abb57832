import { expect, it } from 'vitest';
import { questions } from '../../../../../tests/support/questions.ts';
import { renderKind } from '../../../../../tests/support/render-kind.ts';
import { STATUS_MEANINGS } from '../../../content/status.ts';
import Verdict from './Verdict.svelte';

it('says what each status means, and lets one be chosen', async () => {
	const { screen, last } = await renderKind(Verdict, questions.verdict, '');
	for (const meaning of Object.values(STATUS_MEANINGS))
		await expect.element(screen.getByText(meaning)).toBeVisible();
	await screen.getByRole('radio', { name: /^Reports differ/ }).click();
	expect(last()).toBe('differ');
});
