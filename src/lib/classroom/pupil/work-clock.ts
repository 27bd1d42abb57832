/** The time by which attempts end. */
import type { Work } from '../rows.ts';

/**
 * A device's clock, which may be set back, or be put right, while somebody works. For an attempt it
 * never stands before what has happened in it, and while the page stands it goes on.
 */
export class WorkClock {
	/** What it said last of each attempt, and what the ticks were then. */
	readonly #said = new Map<string, { time: number; ticks: number }>();

	/**
	 * @param wall what the device says, in milliseconds since 1970
	 * @param ticks milliseconds since the page was opened, which no setting of the clock changes
	 * @returns milliseconds since 1970
	 */
	at({ id, begun, answers }: Work, wall: number, ticks: number): number {
		const said = this.#said.get(id);
		const time = Math.floor(
			Math.max(
				wall,
				begun,
				...answers.map(({ at }) => at),
				said ? said.time + ticks - said.ticks : 0
			)
		);
		this.#said.set(id, { time, ticks });
		return time;
	}
}
