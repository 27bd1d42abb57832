import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { mapPack } from '../../../../../tests/support/map.ts';
import { questions } from '../../../../../tests/support/questions.ts';
import { renderKind } from '../../../../../tests/support/render-kind.ts';
import Place from './Place.svelte';

const shown = () => renderKind(Place, questions.place, '');
const close = { ...questions.place, options: questions.place.options.slice(0, 3) };

let answer: (address: string) => Promise<Response>;

beforeEach(() => {
	const contents = { version: '', packs: { map: 'hash' } };
	answer = (address) =>
		Promise.resolve(Response.json(address.endsWith('/contents.json') ? contents : mapPack));
	vi.spyOn(globalThis, 'fetch').mockImplementation((address) => answer(address as string));
});

afterEach(() => {
	vi.restoreAllMocks();
});

describe('a place', () => {
	it('says that the map could not be loaded, and is chosen from the list all the same', async () => {
		answer = () => Promise.reject(new TypeError('There is no network.'));
		const { screen, last } = await shown();
		await expect.element(screen.getByText(/The map could not be loaded/)).toBeVisible();
		await screen.getByRole('radio', { name: 'The second one' }).click();
		expect(last()).toBe('second');
	});

	it('is chosen on the map: its option in the list is chosen and has the focus', async () => {
		const { screen, last } = await shown();
		await screen.getByTestId('second').click();
		expect(last()).toBe('second');
		const option = screen.getByRole('radio', { name: 'The second one' });
		await expect.element(option).toBeChecked();
		await expect.element(option).toHaveFocus();
	});

	it('is chosen by keyboard from the list, and the map shows it', async () => {
		const { screen, last } = await shown();
		await expect.element(screen.getByTestId('third')).toBeInTheDocument();
		await userEvent.keyboard('3');
		expect(last()).toBe('third');
		expect(screen.getByTestId('third').element().querySelector('.chosen')).not.toBeNull();
	});

	it('is one choice for those who hear the page: the map adds none', async () => {
		const { screen } = await shown();
		await expect.element(screen.getByTestId('first')).toBeInTheDocument();
		expect(screen.getByRole('radio').elements()).toHaveLength(4);
		expect(screen.getByRole('link').elements()).toHaveLength(0);
	});

	it('has the closer map where that shows every option', async () => {
		const { screen } = await renderKind(Place, close, '');
		await expect.element(screen.getByText(/^Along the border/)).toBeVisible();
	});
});
