import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { questions } from '../../../../../tests/support/questions.ts';
import { renderKind } from '../../../../../tests/support/render-kind.ts';
import Choice from './Choice.svelte';

const shown = (response = '') => renderKind(Choice, questions.choice, response);

describe('a choice', () => {
	it('is made by a tap', async () => {
		const { screen, last } = await shown();
		await screen.getByText('The second one').click();
		expect(last()).toBe('second');
		await expect.element(screen.getByRole('radio', { name: 'The second one' })).toBeChecked();
	});

	it('is made by a digit, from anywhere, and can be handed in from there', async () => {
		const { screen, last } = await shown();
		await userEvent.keyboard('3');
		expect(last()).toBe('third');
		await expect.element(screen.getByRole('radio', { name: 'The third one' })).toHaveFocus();
	});

	it('is changed by the arrow keys', async () => {
		const { last } = await shown('first');
		await userEvent.keyboard('1{ArrowDown}');
		expect(last()).toBe('second');
	});

	it('takes no digit beyond its options', async () => {
		const { last } = await shown();
		await userEvent.keyboard('5');
		await userEvent.keyboard('0');
		expect(last()).toBeUndefined();
	});

	it('takes no digit that is being typed elsewhere', async () => {
		const { last } = await shown();
		const field = document.body.appendChild(document.createElement('input'));
		field.focus();
		await userEvent.keyboard('2');
		field.remove();
		expect(last()).toBeUndefined();
	});

	it('shows the response it is given', async () => {
		const { screen } = await shown('fourth');
		await expect.element(screen.getByRole('radio', { name: 'The fourth one' })).toBeChecked();
	});
});
