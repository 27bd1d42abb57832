/** What the service worker tells open pages while it saves the app. */
export type SaveMessage =
	| { type: 'saving'; done: number; total: number }
	/** It could not save everything; what was saved before goes on working. */
	| { type: 'failed'; why: 'full' | 'interrupted' };

const TYPES: unknown[] = ['saving', 'failed'] satisfies SaveMessage['type'][];

/** Whether a message is one of these; the worker and the page may be of different versions. */
export const isSaveMessage = (data: unknown): data is SaveMessage =>
	typeof data === 'object' && data !== null && 'type' in data && TYPES.includes(data.type);

/** Asks a waiting service worker to take over. */
export const SKIP_WAITING = 'SKIP_WAITING';

/** Asks the service worker to save what only teachers need; it answers on the port that comes with it. */
export const SAVE_TEACHING = 'SAVE_TEACHING';
