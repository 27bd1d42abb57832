/** What stands on a drawn map: places, each with its name and what it leads to. */
import type { LabelSide } from '#lib/content/map.ts';

export interface Mark {
	/** Id of the place. */
	id: string;
	name: string;
	/** The number that a list beside the map gives to it. */
	number?: number;
	/** What it leads to, and how that is called. */
	link?: { href: string; label: string };
	chosen?: boolean;
}

/** How a name stands at its point: where it begins and how its lines follow, in the text's own size. */
export interface LabelPlace {
	anchor: 'start' | 'middle' | 'end';
	x: string;
	/** Of each line, from the point. */
	lines: readonly string[];
}

const LINE = 1.1;
/** From the middle of a line of capitals and small letters to its base. */
const BASE = 0.35;

const em = (length: number) => `${Number(length.toFixed(2))}em`;

/**
 * @param count lines of the name
 * @param clear room that the mark itself takes, in the text's own size
 */
export function labelPlace(side: LabelSide, count: number, clear: number): LabelPlace {
	const height = (count - 1) * LINE;
	const first = {
		left: BASE - height / 2,
		right: BASE - height / 2,
		above: -clear - height - 0.1,
		below: clear + 0.8
	}[side];
	return {
		anchor: ({ left: 'end', right: 'start', above: 'middle', below: 'middle' } as const)[side],
		x: em({ left: -clear, right: clear, above: 0, below: 0 }[side]),
		lines: Array.from({ length: count }, (_, line) => em(first + line * LINE))
	};
}

/** The lines of a name: each of two local names stands on its own. */
export const linesOf = (name: string): string[] =>
	name.split(' / ').map((line, at, all) => (at < all.length - 1 ? `${line} /` : line));
