import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { questions } from '../../../../../tests/support/questions.ts';
import { renderKind } from '../../../../../tests/support/render-kind.ts';
import Order from './Order.svelte';

const shown = () => renderKind(Order, questions.order, ['first', 'second', 'third', 'fourth']);

describe('events in order', () => {
	it('are moved by buttons that keep the focus, and say where they are', async () => {
		const { screen, last } = await shown();
		const up = screen.getByRole('button', { name: 'Move up: The third one' });
		await up.click();
		expect(last()).toEqual(['first', 'third', 'second', 'fourth']);
		await expect.element(up).toHaveFocus();
		await expect.element(screen.getByText('2 of 4: The third one')).toBeInTheDocument();
		await userEvent.keyboard('{Enter}');
		expect(last()).toEqual(['third', 'first', 'second', 'fourth']);
		await expect.element(up).toHaveFocus();
	});

	it('move down too', async () => {
		const { screen, last } = await shown();
		await screen.getByRole('button', { name: 'Move down: The first one' }).click();
		expect(last()).toEqual(['second', 'first', 'third', 'fourth']);
	});

	it('stop at the ends, where the button says so and keeps the focus', async () => {
		const { screen, last } = await shown();
		const up = screen.getByRole('button', { name: 'Move up: The first one' });
		await expect.element(up).toHaveAttribute('aria-disabled', 'true');
		(up.element() as HTMLElement).focus();
		await userEvent.keyboard('{Enter}');
		expect(last()).toBeUndefined();
		await expect.element(up).toHaveFocus();
	});
});
