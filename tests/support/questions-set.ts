/** Questions with one right option, and how to answer them right or wrong. */
import type { CatalogPack, QuizPack } from '../../src/lib/content/packs.ts';
import { serverPack } from './packs.ts';

export interface Asked {
	prompt: string;
	/** Texts of a right and of a wrong option. */
	right: string;
	wrong: string;
}

/** The first of them in the first module. @param url of a running server */
export async function askedFirst(url: string, count: number): Promise<Asked[]> {
	const { modules } = (await serverPack(url, 'catalog')) as CatalogPack;
	const { items } = (await serverPack(url, `quiz/${modules[0]?.id ?? ''}`)) as QuizPack;
	const asked = items.flatMap((item): Asked[] => {
		if (item.kind !== 'choice') return [];
		const { prompt, options, keys } = item as unknown as {
			prompt: string;
			options: { id: string; text: string }[];
			keys: string[];
		};
		const right = options.find(({ id }) => keys.includes(id));
		const wrong = options.find(({ id }) => !keys.includes(id));
		return right && wrong ? [{ prompt, right: right.text, wrong: wrong.text }] : [];
	});
	return asked.slice(0, count);
}

/** A way to answer: so many questions right, in the teacher's order, the others wrong. */
export const answering =
	(asked: readonly Asked[], right: number) =>
	(prompt: string): string => {
		const at = asked.findIndex((each) => each.prompt === prompt);
		const question = asked[at];
		if (!question) throw new Error(`Not set: ${prompt}`);
		return at < right ? question.right : question.wrong;
	};
