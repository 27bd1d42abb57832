import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { pack, questions, whysPack } from '../../../../tests/support/questions.ts';
import type { WhysPack } from '#lib/content/packs.ts';
import { grade } from '#lib/quiz/session.ts';
import { QuizSession } from '#lib/study/quiz-session.svelte.ts';
import Feedback from './Feedback.svelte';
import { Loading } from './loading.svelte.ts';

const item = questions.choice;
const FAILED = 'The reasons could not be loaded.';

/** The feedback to a wrong answer, while its reasons come. */
async function shown(coming: Promise<WhysPack>) {
	const answer = grade(item, 'second');
	if (!answer) throw new Error('The answer is none.');
	const session = new QuizSession(pack);
	const whys = new Loading(coming);
	const screen = await render(Feedback, { session, item, answer, whys, next: () => undefined });
	await expect.element(screen.getByRole('heading', { name: 'Not right' })).toHaveFocus();
	await expect.element(screen.getByText('The first one')).toBeVisible();
	return screen;
}

beforeEach(() => {
	vi.spyOn(console, 'error').mockImplementation(() => undefined);
	vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('There is no network.'));
});

afterEach(() => {
	vi.restoreAllMocks();
});

it('tells why the chosen and the right option are what they are', async () => {
	const screen = await shown(Promise.resolve(whysPack));
	await expect.element(screen.getByText('Because of first.')).toBeVisible();
	await expect.element(screen.getByText('Because of second.')).toBeVisible();
});

it('tells right from wrong while the reasons come', async () => {
	const { promise, resolve } = Promise.withResolvers<WhysPack>();
	const screen = await shown(promise);
	await expect.element(screen.getByText(/Right, but not chosen/)).toBeVisible();
	await expect.element(screen.getByText(FAILED)).not.toBeInTheDocument();
	resolve(whysPack);
	await expect.element(screen.getByText('Because of first.')).toBeVisible();
});

it('says that the reasons could not be loaded, and tells right from wrong all the same', async () => {
	const screen = await shown(Promise.reject(new Error('Cut off.')));
	await expect.element(screen.getByText(FAILED)).toBeVisible();
	await expect.element(screen.getByText(/Right, but not chosen/)).toBeVisible();
	await expect.element(screen.getByText(/Your answer, not right/)).toBeVisible();
});
