/** Hands out the content packs: from the content folder while pages are built, else by fetch. */
import { error } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { CONTENTS, packAddress, type Contents } from '../content/contents.ts';
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
import { startAfresh } from '../pwa/follow-version.ts';

type Fetch = typeof fetch;

/** Packs never change while a page is open, so each is read once. */
const opened = new Map<string, Promise<unknown>>();

async function read(file: string, load: Fetch): Promise<Response> {
	const response = await load(resolve(`/data/${file}.json` as '/'));
	if (!response.ok && response.status !== 404)
		error(response.status, 'This page could not be loaded; try again.');
	return response;
}

/** The version of the content that this page was built with; none where the worker, or nothing, stands behind the page. */
const version = () => document.querySelector<HTMLMetaElement>('meta[name=contents]')?.content;

/** A page that was built with another version than the packs at hand starts afresh with theirs. */
async function anotherVersion(): Promise<never> {
	await startAfresh();
	error(503, 'There is a new version; load this page again.');
}

async function readContents(load: Fetch): Promise<Contents> {
	const contents = (await (await read(CONTENTS, load)).json()) as Contents;
	if (![contents.version, '', undefined].includes(version())) await anotherVersion();
	return contents;
}

async function readPack(path: string, load: Fetch): Promise<unknown> {
	const address = packAddress(await once(CONTENTS, () => readContents(load)), path);
	if (!address) error(404, 'There is no such page.');
	const response = await read(address, load);
	return response.ok ? response.json() : anotherVersion();
}

/** Reads once; a failed read is not kept, so that the next visit tries again. */
function once<T>(path: string, start: () => Promise<T>): Promise<T> {
	const known = opened.get(path) as Promise<T> | undefined;
	if (known) return known;
	const fresh = start();
	opened.set(path, fresh);
	fresh.catch(() => opened.delete(path));
	return fresh;
}

/** A pack by its path below `/data`; for packs that few pages need. */
export async function pack<T>(path: string, load: Fetch): Promise<T> {
	if (import.meta.env.SSR) return (await import('../server/packs.ts')).serverPack(path) as T;
	return once(path, () => readPack(path, load) as Promise<T>);
}

let index: LedgerIndex | undefined;

export const packs = {
	catalog: (load: Fetch) => pack<CatalogPack>('catalog', load),
	figures: (load: Fetch) => pack<FiguresPack>('figures', load),
	items: (load: Fetch) => pack<ItemsPack>('items', load),
	cards: (module: string, load: Fetch) => pack<CardsPack>(`modules/${module}`, load),
	quiz: (module: string, load: Fetch) => pack<QuizPack>(`quiz/${module}`, load),
	/**
	 * What a quiz needs to begin. Fetched while its page is built, the beginning stands in the page: one
	 * request less on a first visit. Pages drawn later take the whole quiz.
	 */
	async quizStart(module: string, load: Fetch): Promise<QuizStart> {
		const start = `start/${module}`;
		const stands =
			import.meta.env.SSR || document.querySelector(`script[data-url$="/${start}.json"]`);
		return stands
			? ((await (await read(start, load)).json()) as QuizStart)
			: packs.quiz(module, load);
	},
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
