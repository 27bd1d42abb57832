/** The search of this tab: its index is read when the search is first opened, then kept. */
import { entries, sameNames, type Entry, type Material } from '../search/entries.ts';
import { SearchIndex, type Found } from '../search/index.ts';
import { inSlices } from '../search/slices.ts';
import { laterPack } from './later.ts';
import { packs } from './packs.ts';

/** What is read is shown each time there are so many entries more. */
const SHOWN_ANEW = 150;

/** A task of its own, with whatever waited before it. */
const pause = () =>
	new Promise<void>((resume) => {
		setTimeout(resume);
	});

async function readPacks(): Promise<Material> {
	const [ledger, catalog, terms, figures, later] = await Promise.all([
		packs.ledger(fetch),
		packs.catalog(fetch),
		packs.terms(fetch),
		packs.figures(fetch),
		laterPack(fetch)
	]);
	const cards = await Promise.all(catalog.modules.map(({ id }) => packs.cards(id, fetch)));
	return { ledger, catalog, cards, terms, figures, later };
}

class Search {
	/** Whether everything is read; `failed` when it could not be. */
	state = $state<'closed' | 'reading' | 'ready' | 'failed'>('closed');
	/** Grows with what is read, so that what is found is found again. */
	#read = $state(0);
	#index: SearchIndex | undefined;

	/** Reads everything, once; after a failure again. */
	async open() {
		if (this.state === 'reading' || this.state === 'ready') return;
		this.state = 'reading';
		try {
			await this.#build(await readPacks());
		} catch (cause) {
			console.warn('What is searched for could not be read.', cause);
			this.state = 'failed';
		}
	}

	async #build(material: Material) {
		const index = new SearchIndex(sameNames(material));
		this.#index = index;
		const add = (entry: Entry) => {
			index.add(entry);
		};
		await inSlices(entries(material), add, {
			now: () => performance.now(),
			pause: async () => {
				await pause();
				if (index.size - this.#read < SHOWN_ANEW) return;
				this.#read = index.size;
				await pause();
			}
		});
		this.#read = index.size;
		this.state = 'ready';
	}

	/** What is found so far. */
	find(query: string): Found {
		return this.#read > 0 && this.#index
			? this.#index.find(query)
			: { hits: [], whole: true, missing: [] };
	}

	suggest(query: string): string[] {
		return this.#index?.suggest(query) ?? [];
	}
}

export const search = new Search();
