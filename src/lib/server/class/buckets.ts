/** How often something may happen: so often at once, and so often a second from then on. */
export interface Rate {
	burst: number;
	perSecond: number;
}

interface Bucket {
	left: number;
	at: number;
}

const KEYS = 20_000;

/** Counts for each key, in memory alone; a key that has rested is forgotten. */
export class Buckets {
	readonly #rate: Rate;
	readonly #clock: () => number;
	readonly #buckets = new Map<string, Bucket>();

	/** @param clock milliseconds */
	constructor(rate: Rate, clock: () => number = Date.now) {
		this.#rate = rate;
		this.#clock = clock;
	}

	/** Seconds to wait until it may happen again; 0 when it may now. */
	wait(key: string): number {
		const { left } = this.#fill(key);
		return left >= 1 ? 0 : Math.ceil((1 - left) / this.#rate.perSecond);
	}

	/** Counts that it has happened. */
	spend(key: string): void {
		const bucket = this.#fill(key);
		bucket.left = Math.max(0, bucket.left - 1);
		this.#buckets.delete(key);
		this.#buckets.set(key, bucket);
		if (this.#buckets.size > KEYS) this.#forget();
	}

	#fill(key: string): Bucket {
		const { burst, perSecond } = this.#rate;
		const now = this.#clock();
		const { left, at } = this.#buckets.get(key) ?? { left: burst, at: now };
		const filled = left + (Math.max(0, now - at) / 1000) * perSecond;
		return { left: Math.min(burst, filled), at: now };
	}

	/** Forgets who has rested, and of the others the half that came longest ago. */
	#forget() {
		for (const key of [...this.#buckets.keys()])
			if (this.#fill(key).left >= this.#rate.burst) this.#buckets.delete(key);
		for (const key of [...this.#buckets.keys()].slice(0, this.#buckets.size - KEYS / 2))
			this.#buckets.delete(key);
	}
}
