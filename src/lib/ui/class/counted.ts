/** A number of things, as in "1 minute" and "2 minutes"; for words that take an s. */
export const counted = (count: number, one: string): string =>
	`${count} ${one}${count === 1 ? '' : 's'}`;
