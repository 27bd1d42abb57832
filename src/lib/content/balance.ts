/** Whether the questions of a module rest on both sides' claims about as often. */
import { citedIn, keyedIn, type UsingModule } from './coverage.ts';
import type { Side } from './records.ts';
import { byCamp, countBySide, type BySide } from './sides.ts';

/** How many times as often as the other a side may be keyed, in tenths, so that no rounding decides. */
const MOST_TENTHS = 12;

/**
 * Whether one count is more than 1.2 times the other. A difference of one never is too much: with
 * few questions one side must often have one more.
 */
export function isUneven(one: number, other: number): boolean {
	const fewer = Math.min(one, other);
	const more = Math.max(one, other);
	return more - fewer > 1 && more * 10 > fewer * MOST_TENTHS;
}

export interface Balance {
	/** How often keys rest on claims of each side: once for each question and claim. */
	keyed: BySide;
	/** Whether claims of both camps stand in its cards or behind its keys. */
	aboutBoth: boolean;
	/** Whether it is about both camps and keys one of them more than 1.2 times as often. */
	uneven: boolean;
}

/** The balance of a module; `sideOf` tells for which side the voice of a claim speaks. */
export function balanceOf(
	module: UsingModule,
	sideOf: (claim: string) => Side | undefined
): Balance {
	const keyed = countBySide(keyedIn(module), sideOf);
	const heard = byCamp(countBySide([...citedIn(module), ...keyedIn(module)], sideOf));
	const aboutBoth = heard.armenian > 0 && heard.azerbaijani > 0;
	const { armenian, azerbaijani } = byCamp(keyed);
	return { keyed, aboutBoth, uneven: aboutBoth && isUneven(armenian, azerbaijani) };
}
