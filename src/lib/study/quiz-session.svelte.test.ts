import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pack, questions, rightResponse } from '../../../tests/support/questions.ts';
import type { Attempt } from '../local/rows.ts';
import { store } from '../local/store.ts';
import { openers } from '../quiz/session.ts';
import { QuizSession } from './quiz-session.svelte.ts';

async function started(quiz = pack) {
	const session = new QuizSession(quiz);
	await session.start();
	return session;
}

/** Answers the current question rightly and waits until that is on disk. */
async function answerRightly(session: QuizSession) {
	const item = session.current;
	if (item) session.respond(rightResponse(item));
	session.submit();
	await vi.waitUntil(() => session.log.saved || session.log.problem);
	return item;
}

async function answerAll(session: QuizSession) {
	while (session.current) {
		await answerRightly(session);
		session.next();
	}
}

const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);

beforeEach(async () => {
	await store.clear();
	sessionStorage.clear();
});

afterEach(() => {
	vi.restoreAllMocks();
});

describe('a quiz that is begun', () => {
	it('shows its first question, open', async () => {
		const session = await started();
		expect(session.questions).toHaveLength(pack.items.length);
		expect(session.current).toBe(session.questions[0]);
		expect(session.answer).toBeUndefined();
	});

	it('writes nothing before the first answer', async () => {
		await started();
		const names = (await indexedDB.databases()).map(({ name }) => name);
		expect(names).not.toContain('who-says-what');
	});

	it('takes no answer that leaves something out', async () => {
		const session = await started({ ...pack, items: [questions.match] });
		session.respond({ said: 'north' });
		expect(session.submit()).toBe(false);
		expect(session.answer).toBeUndefined();
	});

	it('grades at once and says that it is saved when it is', async () => {
		const session = await started();
		const item = session.current;
		if (item) session.respond(rightResponse(item));
		expect(session.submit()).toBe(true);
		expect(session.answer?.score).toBe(1);
		expect(session.log.saved).toBe(false);
		await vi.waitUntil(() => session.log.saved);
		const attempts = await store.attempts();
		expect(attempts).toMatchObject([{ item: item?.id, revision: 1, score: 1 }]);
	});

	it('takes one answer to a question', async () => {
		const session = await started();
		await answerRightly(session);
		expect(session.submit()).toBe(false);
		expect(await store.attempts()).toHaveLength(1);
	});
});

describe('a quiz of which only the beginning came with the page', () => {
	const start = {
		...pack,
		items: openers(pack.items),
		entries: pack.items.map(({ id, revision }) => ({ id, revision }))
	};

	/** A server of the pack, and of the table of contents, which is read once for all tests. */
	const serving = (module: string) => (address: unknown) => {
		const isContents = String(address).endsWith('/contents.json');
		const contents = { version: '', packs: { 'quiz/elsewhere': 'hash', 'quiz/far-away': 'hash' } };
		return Promise.resolve(Response.json(isContents ? contents : { ...pack, module }));
	};

	it('fetches the others with the first response, and can be begun again with all', async () => {
		const load = vi.spyOn(globalThis, 'fetch').mockImplementation(serving('elsewhere'));
		const session = await started({ ...start, module: 'elsewhere' });
		expect(session.count).toBe(pack.items.length);
		expect(load).not.toHaveBeenCalled();
		const first = await answerRightly(session);
		session.next();
		await vi.waitUntil(() => session.at === 1);
		expect(session.questions).toHaveLength(pack.items.length);
		expect(session.questions[0]).toBe(first);
		session.restart([questions.match.id]);
		expect(idsOf(session.questions)).toEqual([questions.match.id]);
	});

	it('says so when the others cannot be had, and goes on when they can', async () => {
		vi.spyOn(console, 'error').mockImplementation(() => undefined);
		const load = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('No network.'));
		const session = await started({ ...start, module: 'far-away' });
		await answerRightly(session);
		await vi.waitUntil(() => session.log.saved);
		session.next();
		await vi.waitUntil(() => session.log.problem);
		expect(session.log.problem).toMatch(/your answer is kept/);
		load.mockImplementation(serving('far-away'));
		session.next();
		await vi.waitUntil(() => session.at === 1);
	});
});

describe('a quiz that was left', () => {
	it('goes on with the first question without an answer, in the same order', async () => {
		const left = await started();
		await answerRightly(left);
		left.next();
		await answerRightly(left);
		sessionStorage.clear();
		const resumed = await started();
		expect(resumed.questions).toEqual(left.questions);
		expect(resumed.current).toEqual(left.questions[2]);
		expect(resumed.at).toBe(2);
	});

	it('keeps its order and the response being made through a reload, before any answer', async () => {
		const left = await started();
		const { current } = left;
		if (current) left.respond(rightResponse(current));
		const resumed = await started();
		expect(resumed.questions).toEqual(left.questions);
		expect(resumed.response).toEqual(left.response);
	});

	it('shows its result again', async () => {
		await answerAll(await started());
		const resumed = await started();
		expect(resumed.current).toBeUndefined();
		expect(resumed.answers.map(({ score }) => score)).toEqual(pack.items.map(() => 1));
	});

	it('leaves out questions that were revised or taken away', async () => {
		const left = await started();
		await answerRightly(left);
		const [, revised, gone] = left.questions;
		const items = pack.items
			.filter(({ id }) => id !== gone?.id)
			.map((item) => (item.id === revised?.id ? { ...item, revision: 2 } : item));
		const resumed = await started({ ...pack, items });
		const kept = left.questions.filter((item) => item !== revised && item !== gone);
		expect(idsOf(resumed.questions)).toEqual(idsOf(kept));
		expect(resumed.at).toBe(1);
	});

	it('begins anew when nothing of it is left', async () => {
		await answerRightly(await started());
		const items = pack.items.map((item) => ({ ...item, revision: 2 }));
		const session = await started({ ...pack, items });
		expect(session.questions).toHaveLength(items.length);
		expect(session.at).toBe(0);
	});

	it('ignores answers that are none, and grades the others again', async () => {
		const left = await started();
		await answerRightly(left);
		const [first, second, third] = left.questions;
		const [kept] = await store.attempts();
		if (!kept || !first || !second || !third) throw new Error('The quiz was not kept.');
		const row = (more: Partial<Attempt>): Attempt => ({
			...kept,
			id: `x-${more.item ?? ''}`,
			...more
		});
		await store.keep([], [row({ item: second.id, response: { hostile: ['<b>'] } })]);
		await store.keep([], [row({ item: third.id, response: rightResponse(third), revision: 9 })]);
		await store.keep([], [row({ item: 'gone' })]);
		await store.keep([], [{ ...kept, score: 0 }]);
		const resumed = await started();
		expect(resumed.current?.id).toBe(second.id);
		expect(resumed.answers).toMatchObject([{ item: first.id, score: 1 }]);
	});

	it.each(['nonsense', '{}', 'null', '{"session":{"v":2}}', '{"session":{"v":1,"id":1}}'])(
		'begins anew where the tab holds %s',
		async (text) => {
			vi.spyOn(console, 'warn').mockImplementation(() => undefined);
			sessionStorage.setItem('quiz-the-bridge', text);
			expect((await started()).questions).toHaveLength(pack.items.length);
		}
	);
});

describe('a quiz that is taken again', () => {
	it('asks only what was missed, and ends the one before', async () => {
		const session = await started();
		await answerAll(session);
		session.restart(['q-choice', 'q-cloze']);
		expect(idsOf(session.questions).sort()).toEqual(['q-choice', 'q-cloze']);
		await vi.waitUntil(() => session.log.saved);
		const rows = await store.sessionsOf(pack.module);
		expect(rows.filter(({ ended }) => !ended)).toHaveLength(1);
		expect(idsOf((await started()).questions)).toEqual(idsOf(session.questions));
	});

	it('asks everything again, open', async () => {
		const session = await started();
		await answerAll(session);
		session.restart();
		await vi.waitUntil(() => session.log.saved);
		expect(session.questions).toHaveLength(pack.items.length);
		expect(session.answers).toEqual([]);
		expect(session.at).toBe(0);
	});
});

describe('a quiz in two tabs', () => {
	it('is answered once; the tab behind says so, and goes on where the other is', async () => {
		const [one, other] = [await started(), await started()];
		await answerRightly(one);
		const begun = new QuizSession(pack);
		await begun.start();
		await answerRightly(begun);
		begun.next();

		const behind = await started();
		const ahead = await started();
		const item = await answerRightly(ahead);
		ahead.next();
		await answerRightly(ahead);
		expect(behind.current?.id).toBe(item?.id);
		behind.respond(item && rightResponse(item));
		behind.submit();
		await vi.waitUntil(() => behind.log.problem);
		expect(behind.log.problem).toMatch(/in another tab first/);
		behind.next();
		await vi.waitUntil(() => behind.at === 4);
		expect(await store.attempts()).toHaveLength(4);
		await answerRightly(behind);
		expect(behind.log.problem).toBe('');
		expect(await store.attempts()).toHaveLength(5);

		// This one was begun with the first, as when a tab is doubled.
		await answerRightly(other);
		expect(other.log.problem).toMatch(/in another tab first/);
		expect(await store.attempts()).toHaveLength(5);
	});

	it('stays ended once a tab has ended it', async () => {
		await answerRightly(await started());
		const [behind, ahead] = [await started(), await started()];
		const old = await store.sessionsOf(pack.module);
		ahead.restart();
		await vi.waitUntil(() => ahead.log.saved);
		behind.log.note({ ...(old[0] as (typeof old)[number]), ended: false });
		await answerRightly(behind);
		const open = (await store.sessionsOf(pack.module)).filter(({ ended }) => !ended);
		expect(open).toHaveLength(1);
		expect(open[0]?.id).not.toBe(old[0]?.id);
		expect(await store.attempts()).toHaveLength(2);
	});
});

describe('a device that keeps nothing', () => {
	it('says so and goes on in memory', async () => {
		vi.spyOn(indexedDB, 'open').mockImplementation(() => {
			throw new DOMException('No.', 'SecurityError');
		});
		const session = await started();
		await answerRightly(session);
		expect(session.log.problem).toMatch(/keeps nothing/);
		expect(session.log.saved).toBe(false);
		session.next();
		expect(session.at).toBe(1);
	});

	it('catches up with the next answer when it can be kept again', async () => {
		const session = await started();
		const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
			throw new DOMException('Full.', 'QuotaExceededError');
		});
		await answerRightly(session);
		expect(session.log.problem).toMatch(/no room/);
		full.mockRestore();
		session.next();
		await answerRightly(session);
		await vi.waitUntil(() => session.log.saved);
		expect(session.log.problem).toBe('');
		expect(await store.attempts()).toHaveLength(2);
		expect(await store.sessionsOf(pack.module)).toHaveLength(1);
	});
});
