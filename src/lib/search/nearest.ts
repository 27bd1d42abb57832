/** Finds the words that are nearest to a mistyped one. */

/** Mistakes allowed in a word of so many letters. */
export const allowed = (length: number) => (length < 4 ? 0 : length < 7 ? 1 : 2);

/** Rows of the table of distances, used again for each word: many are compared for one key press. */
let swapRow: number[] = [];
let lastRow: number[] = [];
let row: number[] = [];

/** Fills the row for the letter of `typed` before `down`; returns its least distance. */
function fillRow(typed: string, word: string, down: number): number {
	const letter = typed.charCodeAt(down - 1);
	let least = (row[0] = down);
	for (let at = 1; at <= word.length; at++) {
		const other = word.charCodeAt(at - 1);
		const swapped =
			down > 1 &&
			at > 1 &&
			letter === word.charCodeAt(at - 2) &&
			typed.charCodeAt(down - 2) === other;
		const cost = Math.min(
			(lastRow[at] ?? 0) + 1,
			(row[at - 1] ?? 0) + 1,
			(lastRow[at - 1] ?? 0) + (letter === other ? 0 : 1),
			swapped ? (swapRow[at - 2] ?? 0) + 1 : Infinity
		);
		row[at] = cost;
		if (cost < least) least = cost;
	}
	return least;
}

/**
 * Letters to add, leave out, change, or swap with their neighbour, until one word is the other
 * (optimal string alignment distance). More than `limit` comes back as `limit + 1`.
 *
 * @param begins whether to measure the distance to the nearest beginning of `word`, for a word
 *   that is still being typed
 */
export function distance(typed: string, word: string, limit: number, begins = false): number {
	const over = word.length - typed.length;
	if (-over > limit || (!begins && over > limit)) return limit + 1;
	const near = begins ? word.slice(0, typed.length + limit) : word;
	for (let at = 0; at <= near.length; at++) lastRow[at] = at;
	for (let down = 1; down <= typed.length; down++) {
		if (fillRow(typed, near, down) > limit) return limit + 1;
		[swapRow, lastRow, row] = [lastRow, row, swapRow];
	}
	const ends = begins ? lastRow.slice(0, near.length + 1) : [lastRow[near.length] ?? 0];
	return Math.min(limit + 1, ...ends);
}

/**
 * The words at the least distance from a typed one, at most `limit` mistakes away; of these, the
 * ones with the same first letter come first, then the shortest.
 *
 * @param begins whether the word may still be going on
 */
export function nearest(
	typed: string,
	words: Iterable<string>,
	limit: number,
	begins = false
): string[] {
	let least = limit;
	let found: string[] = [];
	for (const word of words) {
		const own = distance(typed, word, least, begins);
		if (own > least) continue;
		if (own < least) found = [];
		least = own;
		found.push(word);
	}
	const other = (word: string) => (word[0] === typed[0] ? 0 : 1);
	return found.sort((a, b) => other(a) - other(b) || a.length - b.length || (a < b ? -1 : 1));
}
