/** First looks at JSON of unknown origin. */

export const listIn = (raw: unknown): readonly unknown[] | undefined =>
	Array.isArray(raw) ? raw : undefined;

export const entriesIn = (raw: unknown): [string, unknown][] | undefined =>
	typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? Object.entries(raw) : undefined;
