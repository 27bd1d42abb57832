import type { Gathered } from './gather.ts';
import type { Ledger } from './ledger.ts';
import type { Mistake } from './mistakes.ts';

/** What comes out of the gate. */
export interface Passed {
	ledger: Ledger;
	records: Gathered;
	/** Empty when the content may be published. */
	mistakes: Mistake[];
}
