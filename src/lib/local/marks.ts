/**
 * Bookmarks and notes, and how two devices' are brought together without losing a word.
 *
 * Of a bookmark, what was done later holds. A note is a set of texts, one as long as it is written
 * on one device. Who writes on replaces the texts that stood there, up to the moment at which they were
 * seen; a text that was written elsewhere meanwhile is replaced by nobody, so both stand until someone has
 * seen both and writes on. (This is the multi-value register of Shapiro et al., "A comprehensive study of
 * Convergent and Commutative Replicated Data Types", 2011, with ids for clocks.)
 */
import type { Mark } from './rows.ts';

type Text = Mark['texts'][number];
type Replaced = Mark['replaced'];

/** The later of two; of two at the same time always the same one, whichever comes first. */
export const later = <T>(a: T, b: T, time: (one: T) => number): T =>
	time(a) === time(b) ? (JSON.stringify(a) > JSON.stringify(b) ? a : b) : time(a) > time(b) ? a : b;

const mergedReplaced = (a: Replaced, b: Replaced): Replaced => {
	const all = { ...a };
	for (const [id, at] of Object.entries(b)) all[id] = Math.max(at, all[id] ?? at);
	return Object.fromEntries(Object.entries(all).sort(([x], [y]) => (x < y ? -1 : 1)));
};

function mergedTexts(texts: readonly Text[], replaced: Replaced): Text[] {
	const byId = new Map<string, Text>();
	for (const text of texts) {
		const known = byId.get(text.id);
		byId.set(text.id, known ? later(known, text, ({ at }) => at) : text);
	}
	return [...byId.values()]
		.filter(({ id, at }) => at > (replaced[id] ?? -Infinity))
		.sort((x, y) => x.at - y.at || (x.id < y.id ? -1 : 1));
}

/** Both marks of one card together. */
export function mergedMark(a: Mark, b: Mark): Mark {
	const { bookmarked, bookmarkedAt } = later(
		{ bookmarked: a.bookmarked, bookmarkedAt: a.bookmarkedAt },
		{ bookmarked: b.bookmarked, bookmarkedAt: b.bookmarkedAt },
		(one) => one.bookmarkedAt
	);
	const replaced = mergedReplaced(a.replaced, b.replaced);
	return {
		v: 2,
		card: a.card,
		module: a.module > b.module ? a.module : b.module,
		bookmarked,
		bookmarkedAt,
		texts: mergedTexts([...a.texts, ...b.texts], replaced),
		replaced
	};
}

/** A card that nothing was put on. */
export const unmarked = (card: string, module: string): Mark => ({
	v: 2,
	card,
	module,
	bookmarked: false,
	bookmarkedAt: 0,
	texts: [],
	replaced: {}
});

/** The note as it is read: all its texts, one below the other. */
export const noteOf = ({ texts }: Pick<Mark, 'texts'>) =>
	texts
		.map(({ text }) => text)
		.filter(Boolean)
		.join('\n\n');

/** Whether two devices wrote a note apart, and nobody has written on since. */
export const isApart = ({ texts }: Pick<Mark, 'texts'>) =>
	texts.filter(({ text }) => text !== '').length > 1;

/** Whether anything is on the card. */
export const isMarked = (mark: Mark) => mark.bookmarked || noteOf(mark) !== '';

/** A moment later than what it follows, whatever the clock says. */
const after = (now: number, before: readonly number[]) =>
	before.reduce((at, each) => Math.max(at, each + 1), now);

/** @param now in milliseconds since 1970, UTC */
export const withBookmark = (mark: Mark, bookmarked: boolean, now: number): Mark => ({
	...mark,
	bookmarked,
	bookmarkedAt: after(now, [mark.bookmarkedAt])
});

/**
 * The mark once its note was written on.
 *
 * @param seen the mark as the writer saw it: its texts are replaced, others that came meanwhile are not
 * @param id of the text, the same as long as one reader goes on writing
 * @param now in milliseconds since 1970, UTC
 */
export function withNote(mark: Mark, seen: Mark, text: string, id: string, now: number): Mark {
	const at = after(
		now,
		[...mark.texts, ...seen.texts].map((one) => one.at)
	);
	const others = seen.texts.filter((one) => one.id !== id);
	const replaced = Object.fromEntries(others.map((one) => [one.id, one.at]));
	return mergedMark(mark, { ...mark, texts: [{ id, text, at }], replaced });
}
