/** Asks again and again, only while the page is seen: often while something happens, else more rarely. */

const SOON = 4000;
/** The longest pause while nothing happens, and while the server cannot be reached. */
const LATE = 20_000;
const LATEST = 120_000;

/** How the last rounds went. */
export interface Rounds {
	/** In a row without anything new, or without an answer. */
	quiet: number;
	failed: number;
	/** Milliseconds that the server asked for. */
	retryAfter?: number | undefined;
}

/**
 * Milliseconds until the next round. Rooms full of devices do not ask in step: each wait is up to a
 * quarter longer by chance.
 *
 * @param chance from 0 to 1
 */
export function waitAfter({ quiet, failed, retryAfter = 0 }: Rounds, chance: number): number {
	const [base, most] = failed > 0 ? [SOON * 2 ** failed, LATEST] : [SOON * 1.3 ** quiet, LATE];
	return Math.max(Math.min(base, most) * (1 + chance / 4), retryAfter);
}

/** What a round brought. */
export type Round = { news: boolean } | { failed: true; retryAfter?: number | undefined };

/** Runs rounds while the page is visible. */
export class Polling {
	readonly #round: () => Promise<Round>;
	#rounds: Rounds = { quiet: 0, failed: 0 };
	#timer: ReturnType<typeof setTimeout> | undefined;
	#running = false;
	#stopped = true;

	/** @param round never throws */
	constructor(round: () => Promise<Round>) {
		this.#round = round;
	}

	/** Begins with a round at once. @returns what ends it */
	start(): () => void {
		this.#stopped = false;
		const seen = () => {
			if (!document.hidden) void this.now();
		};
		document.addEventListener('visibilitychange', seen);
		addEventListener('online', seen);
		void this.now();
		return () => {
			this.#stopped = true;
			clearTimeout(this.#timer);
			document.removeEventListener('visibilitychange', seen);
			removeEventListener('online', seen);
		};
	}

	/** A round at once, unless one is under way. */
	async now(): Promise<void> {
		if (this.#running || this.#stopped) return;
		clearTimeout(this.#timer);
		this.#running = true;
		const round = await this.#round();
		this.#running = false;
		if ('failed' in round)
			this.#rounds = { quiet: 0, failed: this.#rounds.failed + 1, retryAfter: round.retryAfter };
		else this.#rounds = { quiet: round.news ? 0 : this.#rounds.quiet + 1, failed: 0 };
		this.#later();
	}

	#later() {
		// Asked once more as soon as it is seen again.
		if (this.#stopped || document.hidden) return;
		this.#timer = setTimeout(() => void this.now(), waitAfter(this.#rounds, Math.random()));
	}
}
