/** An entry of a list: its place in the order, and how many characters it has. */
export interface Listed {
	at: number;
	size: number;
}

const ENTRIES = 1000;
const CHARACTERS = 2 * 1024 * 1024;

/**
 * How far a page goes: so many entries, and not many characters over two million.
 *
 * @param after where the page before ended
 * @param list the first entries after that, in order
 */
export async function pageOf(
	after: number,
	list: (limit: number) => Promise<Listed[]>
): Promise<{ last: number; more: boolean }> {
	const entries = await list(ENTRIES + 1);
	let characters = 0;
	let last = after;
	for (const [at, entry] of entries.entries()) {
		if (at === ENTRIES || (at > 0 && characters + entry.size > CHARACTERS))
			return { last, more: true };
		characters += entry.size;
		last = entry.at;
	}
	return { last, more: false };
}
