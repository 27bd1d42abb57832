/**
 * Words as a list in a sentence: "a, b and c". As `Intl.ListFormat` does for British English, whose
 * tables of languages take a slow phone a noticeable time to open.
 */
export const listed = (words: readonly string[]): string =>
	words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
