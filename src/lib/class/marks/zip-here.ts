/** Stands in for fflate within the spreadsheet library, see `vite.config.ts`: zips without a worker. */
import { zipSync, type Zippable } from 'fflate/browser';

export * from 'fflate/browser';

/** As fflate's `zip`, but done when it returns. */
export function zip(files: Zippable, done: (trouble: Error | null, archive: Uint8Array) => void) {
	done(null, zipSync(files));
}
