/** Returns every shuffled copy of a list; the same seed gives the same copies in the same order. */
export type Shuffle = <T>(list: readonly T[]) => T[];

/** FNV-1a, 32 bits (Fowler, Noll, Vo 1991; RFC 9923). */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) {
		value ^= text.charCodeAt(i);
		value = Math.imul(value, 0x01000193);
	}
	return value >>> 0;
}

/** Numbers in [0, 1) from a seed: Mulberry32 (T. Ettinger 2017, public domain). */
export function randomFrom(seed: string): () => number {
	let state = hash(seed);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

/** A shuffle (Fisher and Yates; Durstenfeld 1964, CACM 7:7) that draws from the seed. */
export function shuffleFrom(seed: string): Shuffle {
	const random = randomFrom(seed);
	return (list) => {
		const copy = [...list];
		for (let i = copy.length - 1; i > 0; i--) {
			const j = Math.floor(random() * (i + 1));
			[copy[i], copy[j]] = [copy[j] as (typeof copy)[0], copy[i] as (typeof copy)[0]];
		}
		return copy;
	};
}
