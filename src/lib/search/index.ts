/** The index over everything, and what is found in it. */
import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import { KINDS, type Entry } from './entries.ts';
import { allowed, nearest } from './nearest.ts';
import { isSmall, wordsOf } from './words.ts';

export interface Hit {
	entry: Entry;
	/** Keys of the words of the entry that were found, worked out for those that are shown. */
	keys: () => ReadonlySet<string>;
}

export interface Found {
	/** The best first. */
	hits: Hit[];
	/** Whether every word was found together; otherwise the hits have at least one of them. */
	whole: boolean;
	/** What was typed that stands in no text; words near to it were looked for. */
	missing: readonly string[];
}

/** The fields of an entry as they are indexed. */
interface Indexed {
	id: number;
	title: string;
	called: string;
	about: string;
	text: string;
	dates: string | undefined;
}

interface Term {
	key: string;
	/** As it was typed. */
	text: string;
	/** Whether it may still be going on. */
	open: boolean;
}

const list = (texts: readonly string[]) => texts.join('; ');
const keysOf = (text: string) =>
	wordsOf(text)
		.filter((word) => !isSmall(word))
		.flatMap(({ keys }) => keys);

/** What was typed as keys; small words only count where nothing else was typed. */
function termsOf(query: string): Term[] {
	const words = wordsOf(query);
	const telling = words.filter((word) => !isSmall(word));
	const last = words.at(-1);
	const open = last !== undefined && last.at + last.text.length === query.length;
	return (telling.length > 0 ? telling : words).flatMap((word) =>
		word.keys.map((key) => ({ key, text: word.text, open: open && word === last }))
	);
}

const LIMITS = { alternatives: 6, suggestions: 3 };
/** Letters from which a beginning says enough to be taken for a mistyped one. */
const BEGINNING = 6;
/** How far a result is moved up that is called just what was typed. */
const CALLED_SO = 4;

export class SearchIndex {
	readonly #entries: Entry[] = [];
	/** A word for each key, as it stands in some text. */
	readonly #words = new Map<string, string>();
	/** For the key of a name, the keys of all names of the same place. */
	readonly #same = new Map<string, readonly string[]>();
	/** Entries by what they are called, as keys. */
	readonly #called = new Map<string, Set<number>>();
	readonly #index = new MiniSearch<Indexed>({
		fields: ['title', 'called', 'about', 'text', 'dates'],
		tokenize: (text) => this.#read(text),
		processTerm: (key) => key,
		searchOptions: {
			tokenize: (key) => [key],
			boost: { title: 5, called: 4, about: 1.5, dates: 2 },
			weights: { fuzzy: 0, prefix: 0.4 },
			boostDocument: (id: number) => KINDS[this.#entries[id]?.kind ?? 'note'].weight
		}
	});

	/** @param sameNames names that are searched for as one, each a single word */
	constructor(sameNames: Iterable<readonly string[]>) {
		for (const names of sameNames) {
			const keys = [...new Set(names.flatMap(keysOf))];
			for (const key of keys) this.#same.set(key, keys);
		}
	}

	get size() {
		return this.#entries.length;
	}

	add(entry: Entry) {
		const id = this.#entries.push(entry) - 1;
		const { title, text, dates, called = [], about = [] } = entry;
		this.#index.add({ id, title, text, dates, called: list(called), about: list(about) });
		for (const name of [title, ...called]) {
			const keys = keysOf(name).join(' ');
			this.#called.set(keys, (this.#called.get(keys) ?? new Set()).add(id));
		}
	}

	#read(text: string): string[] {
		return wordsOf(text)
			.filter((word) => !isSmall(word))
			.flatMap(({ text: word, keys }) => {
				for (const key of keys)
					if (keys.length === 1 && !this.#words.has(key)) this.#words.set(key, word);
				return this.#named(keys);
			});
	}

	#named = (keys: readonly string[]) => keys.flatMap((key) => this.#same.get(key) ?? key);

	#begins(key: string): boolean {
		for (const word of this.#words.keys()) if (word.startsWith(key)) return true;
		return false;
	}

	#has = ({ key, open }: Term) => (this.#words.has(key) && !open) || this.#begins(key);

	/** The word itself, the words that it begins, or the words that are nearest to it. */
	#query({ key, open }: Term): Query {
		if (this.#words.has(key) && !open) return { queries: [key] };
		if (this.#begins(key)) return { queries: [key], prefix: true };
		return { combineWith: 'OR', queries: this.#near(key, open).slice(0, LIMITS.alternatives) };
	}

	#near(key: string, open: boolean): string[] {
		// A figure that is off by a digit is another figure.
		if (/\d/.test(key)) return [];
		const limit = allowed(key.length);
		const whole = nearest(key, this.#words.keys(), limit);
		if (whole.length > 0 || !open || key.length < BEGINNING) return whole;
		return nearest(key, this.#words.keys(), limit, true);
	}

	/** Everything that a query finds, while it is typed or when it is whole. */
	find(query: string): Found {
		const terms = termsOf(query);
		const queries = terms.map((term) => this.#query(term));
		const all = this.#index.search({ combineWith: 'AND', queries });
		const whole = all.length > 0 || queries.length < 2;
		const results = whole ? all : this.#index.search({ combineWith: 'OR', queries });
		const called = this.#called.get(terms.map(({ key }) => key).join(' '));
		const score = ({ id, score }: SearchResult) =>
			score * (called?.has(id as number) ? CALLED_SO : 1);
		const hits = results
			.sort((a, b) => score(b) - score(a))
			.flatMap(({ id, terms: keys }) => {
				const entry = this.#entries[id as number];
				return entry ? [{ entry, keys: () => new Set(this.#named(keys)) }] : [];
			});
		const missing = terms.filter((term) => !this.#has(term)).map(({ text }) => text);
		return { hits, whole, missing: [...new Set(missing)] };
	}

	/** Words near to the longest one of a query that found nothing. */
	suggest(query: string): string[] {
		const [longest] = termsOf(query).sort((a, b) => b.key.length - a.key.length);
		if (!longest || /\d/.test(longest.key)) return [];
		const limit = Math.max(1, Math.floor(longest.key.length / 3));
		const near = nearest(longest.key, this.#words.keys(), limit, longest.open);
		return near.slice(0, LIMITS.suggestions).map((key) => this.#words.get(key) ?? key);
	}
}
