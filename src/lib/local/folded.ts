/**
 * Reads the log of attempts folded. What was folded before is kept beside it in local storage, so
 * that only new answers are read. That copy is never the truth: it is held against the number of
 * rows and the last row of the log, and thrown away where it does not fit.
 */
import type { Attempt as Answer } from '../review/attempt.ts';
import {
	addTo,
	emptyFold,
	inOrder,
	packed,
	unpacked,
	type Fold,
	type PackedFold
} from '../review/fold.ts';
import { RULES, type Clock } from '../review/schedule.ts';
import { inSlices } from '../search/slices.ts';
import { pause } from '../study/pause.ts';
import { answersIn } from './answers.ts';
import { store } from './store.ts';

const KEY = 'folded';
/** Rows read at once: on a slow phone some 10 ms. */
const ROWS = 100;

/** Of the log: what a fold was made from. */
interface Extent {
	/** Id of the last row; rows are read in the order of their ids. */
	last: string;
	/** Rows up to it, those of a newer version included. */
	rows: number;
}

interface Kept extends Extent {
	rules: string;
	offset: number;
	fold: PackedFold;
}

/** A fold kept earlier, if it was made by the same rules for the same clock. */
function kept({ now, offset }: Clock): { fold: Fold; extent: Extent } | undefined {
	try {
		const read = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Kept | null;
		if (read?.rules !== RULES || read.offset !== offset || read.fold.lastAt > now) return undefined;
		return { fold: unpacked(read.fold), extent: { last: read.last, rows: read.rows } };
	} catch (cause) {
		console.warn('What was worked out earlier cannot be read; it is worked out anew.', cause);
		return undefined;
	}
}

/** Keeps a fold, unless another tab has deleted meanwhile what it was made from. */
async function keep(fold: Fold, extent: Extent, { offset }: Clock) {
	const all: Kept = { rules: RULES, offset, ...extent, fold: packed(fold) };
	try {
		if ((await store.attemptsUpTo(extent.last)) !== extent.rows) return;
		localStorage.setItem(KEY, JSON.stringify(all));
	} catch (cause) {
		console.warn('What was worked out cannot be kept; next time it is worked out anew.', cause);
	}
}

/** The rows after some, a few at a time. */
async function rowsAfter({ last, rows }: Extent): Promise<{ answers: Answer[]; extent: Extent }> {
	const answers: Answer[] = [];
	const extent = { last, rows };
	for (;;) {
		const some = await store.attemptRows(extent.last, ROWS);
		answers.push(...answersIn(some));
		extent.rows += some.length;
		extent.last = some.at(-1)?.id ?? extent.last;
		if (some.length < ROWS) return { answers, extent };
	}
}

/** When nothing waits; Safari has no idle callback. */
const later = (work: () => void) =>
	'requestIdleCallback' in window ? requestIdleCallback(work, { timeout: 1000 }) : setTimeout(work);

/** What this tab folded last; a longer life than the page that asked for it. */
let latest: { fold: Fold; extent: Extent; offset: number } | undefined;

/** What was folded earlier, in this tab or before, if it is the beginning of the log as it stands. */
async function begun(clock: Clock): Promise<{ fold: Fold; extent: Extent } | undefined> {
	const inTab = latest?.offset === clock.offset && latest.fold.lastAt <= clock.now && latest;
	const before = inTab || kept(clock);
	if (!before) return undefined;
	const rows = await store.attemptsUpTo(before.extent.last);
	return rows === before.extent.rows ? before : undefined;
}

async function read(clock: Clock): Promise<Fold> {
	const from = (await begun(clock)) ?? { fold: emptyFold(), extent: { last: '', rows: 0 } };
	// Until it is whole again, nobody else may begin with it.
	latest = undefined;
	const { fold } = from;
	const { answers, extent } = await rowsAfter(from.extent);
	const sorted = inOrder(answers, clock.now);
	const first = sorted[0]?.at ?? Number.POSITIVE_INFINITY;
	// Answers of another device may be older than some that are folded already.
	if (first < fold.lastAt) {
		localStorage.removeItem(KEY);
		return read(clock);
	}
	const add = (answer: Answer) => {
		addTo(fold, answer, clock);
	};
	await inSlices(sorted, add, { now: () => performance.now(), pause });
	latest = { fold, extent, offset: clock.offset };
	// Answers from a clock that was ahead are folded as given now, which will not be true tomorrow.
	if (sorted.length > 0 && fold.lastAt <= clock.now) later(() => void keep(fold, extent, clock));
	return fold;
}

let reading: Promise<Fold> | undefined;

/**
 * The log of this device, folded. Several who ask at once get the same.
 *
 * @throws StorageError
 */
export function foldedLog(clock: Clock): Promise<Fold> {
	reading ??= read(clock).finally(() => (reading = undefined));
	return reading;
}
