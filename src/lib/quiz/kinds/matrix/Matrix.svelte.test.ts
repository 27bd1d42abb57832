import { describe, expect, it } from 'vitest';
import { questions } from '../../../../../tests/support/questions.ts';
import { renderKind } from '../../../../../tests/support/render-kind.ts';
import Matrix from './Matrix.svelte';

describe('articles and their stances', () => {
	it('begin open', async () => {
		const { screen } = await renderKind(Matrix, questions.matrix, {});
		expect(screen.getByRole('radio').elements()).toHaveLength(8);
		expect(screen.getByRole('radio', { checked: true }).elements()).toHaveLength(0);
	});

	it('are chosen one for each article', async () => {
		const { screen, last } = await renderKind(Matrix, questions.matrix, { gazette: 'asserts' });
		const stance = (article: string, name: string) =>
			screen.getByRole('group', { name: article, exact: true }).getByRole('radio', { name });
		await stance('Herald', 'Is silent on it').click();
		expect(last()).toEqual({ gazette: 'asserts', herald: 'silent' });
		await stance('River Gazette', 'Gives it to a speaker').click();
		expect(last()).toEqual({ gazette: 'attributes', herald: 'silent' });
		await expect.element(stance('River Gazette', 'Asserts it itself')).not.toBeChecked();
		await expect.element(stance('Herald', 'Is silent on it')).toBeChecked();
	});
});
