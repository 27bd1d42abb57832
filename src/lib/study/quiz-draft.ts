/** What this tab alone knows of a running quiz: the response being made, and a quiz not yet answered. */
import type { Mode, Session } from '../local/rows.ts';

export interface Draft {
	session: Session;
	item: string;
	response: unknown;
}

const key = (mode: Mode, module: string) => `${mode}-${module}`;

const record = (raw: unknown) => Object(raw) as Record<string, unknown>;

function isDraft(raw: unknown): raw is Draft {
	const { v, id, seed, items } = record(record(raw).session);
	return v === 2 && typeof id === 'string' && typeof seed === 'string' && Array.isArray(items);
}

/** The draft that this tab left in a quiz, if it left one that this version can read. */
export function readDraft(mode: Mode, module: string): Draft | undefined {
	try {
		const raw: unknown = JSON.parse(sessionStorage.getItem(key(mode, module)) ?? 'null');
		return isDraft(raw) ? raw : undefined;
	} catch (cause) {
		console.warn('The answer being made in this tab could not be read.', cause);
		return undefined;
	}
}

export function writeDraft(draft: Draft) {
	try {
		const { mode, module } = draft.session;
		sessionStorage.setItem(key(mode, module), JSON.stringify(draft));
	} catch (cause) {
		console.warn('The answer being made in this tab could not be kept.', cause);
	}
}
