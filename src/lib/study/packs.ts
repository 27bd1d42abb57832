/** Hands out the content packs: from the content folder while pages are built, else by fetch. */
import { error } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import type { LedgerIndex } from '../content/evidence.ts';
import type { Fairness } from '../content/fairness.ts';
import type {
	CardsPack,
	CatalogPack,
	FiguresPack,
	ItemsPack,
	LedgerPack,
	QuizPack,
	QuizStart,
	TermsPack,
	WhysPack
} from '../content/packs.ts';

type Fetch = typeof fetch;

/** Packs never change while a page is open, so each is read once. */
const opened = new Map<string, Promise<unknown>>();

async function read(path: string, load: Fetch): Promise<unknown> {
	const response = await load(resolve(`/data/${path}.json` as '/'));
	if (response.status === 404) error(404, 'There is no such page.');
	if (!response.ok) error(response.status, 'This page could not be loaded; try again.');
	return response.json();
}

/** A pack by its path below `/data`; for packs that few pages need. */
/** A pack by its path below `/data`, without `.json`. */
export async function pack<T>(path: string, load: Fetch): Promise<T> {
	if (import.meta.env.SSR) return (await import('../server/packs.ts')).serverPack(path) as T;
	const known = opened.get(path) as Promise<T> | undefined;
	if (known) return known;
	const fresh = read(path, load) as Promise<T>;
	opened.set(path, fresh);
	// A failed read is not kept, so that the next visit tries again.
	fresh.catch(() => opened.delete(path));
	return fresh;
}

let index: LedgerIndex | undefined;

export const packs = {
	catalog: (load: Fetch) => pack<CatalogPack>('catalog', load),
	figures: (load: Fetch) => pack<FiguresPack>('figures', load),
	items: (load: Fetch) => pack<ItemsPack>('items', load),
	cards: (module: string, load: Fetch) => pack<CardsPack>(`modules/${module}`, load),
	quiz: (module: string, load: Fetch) => pack<QuizPack>(`quiz/${module}`, load),
	/**
	 * The beginning of a quiz. Fetched while pages are built too, it stands in the page: one request
	 * less on a first visit. Where the app is saved, the worker answers with the whole quiz.
	 */
	quizStart: (module: string, load: Fetch) => read(`start/${module}`, load) as Promise<QuizStart>,
	fairness: (load: Fetch) => pack<Fairness>('fairness', load),
	terms: (load: Fetch) => pack<TermsPack>('terms', load),
	whys: (module: string, load: Fetch) => pack<WhysPack>(`whys/${module}`, load),
	async ledger(load: Fetch): Promise<LedgerIndex> {
		// Look-ups come with the ledger: a quiz begins without both.
		const [records, { LedgerIndex }] = await Promise.all([
			pack<LedgerPack>('ledger', load),
			import('../content/evidence.ts')
		]);
		if (import.meta.env.DEV) return new LedgerIndex(records);
		return (index ??= new LedgerIndex(records));
	}
};
