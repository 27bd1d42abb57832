import type { BaseIssue } from 'valibot';

/** One mistake in a content file, in a sentence that says what to write instead. */
export interface Mistake {
	file: string;
	line: number;
	message: string;
}

export const formatMistake = ({ file, line, message }: Mistake) => `${file}:${line}: ${message}`;

const IF_MISSING: Record<string, string> = {
	voice: 'name who says it, an id of voices.yaml',
	paragraph: 'name the paragraph of the article that carries it, counted from 1',
	why: 'say why the option is right or wrong',
	key: 'name the right option',
	claims: 'name the claims that carry it',
	options: 'list the options, each with text and why',
	dispute: 'name the dispute, an id of disputes.yaml',
	claim: 'name the claim that the question is about',
	asOf: 'write the last day that the card speaks of'
};

const TYPES: Record<string, string> = {
	number: 'a number',
	string: 'text',
	boolean: 'true or false',
	Array: 'a list',
	Object: 'a record with fields such as "id:"'
};

/** The first words of a text, on one line, for a message. */
export function shorten(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** What a schema expects, in words: `("a" | "b")` becomes "one of a, b". */
function expectedWords(expected: string | null): string {
	const choices = (expected ?? 'something else').replace(/[()"]/g, '').split(' | ');
	if (choices.length > 1) return `one of ${choices.join(', ')}`;
	const [only = ''] = choices;
	return TYPES[only] ?? only;
}

/** Turns a schema's issue into a sentence an author can act on. */
export function describeIssue(issue: BaseIssue<unknown>): string {
	const path = issue.path ?? [];
	const names = path.map((step) => String(step.key));
	const field = names.at(-1) ?? '';
	const where = names.length > 0 ? `"${names.join('.')}"` : 'this entry';
	if (issue.kind === 'schema' && issue.type === 'strict_object' && issue.expected === 'never')
		return `${where} is no field here; remove it or mend its spelling`;
	if (issue.received === 'undefined')
		return `${where} is missing: ${IF_MISSING[field] ?? 'add it'}`;
	const message = issue.message.startsWith('Invalid')
		? `must be ${expectedWords(issue.expected)}, not ${issue.received === 'null' ? 'empty' : shorten(issue.received)}`
		: issue.message;
	return `${where} ${message}`;
}

/** The known id that is spelt most like `id`, for a hint; empty when none is near. */
export function nearest(id: string, known: Iterable<string>): string {
	let best = '';
	let bestDistance = Math.max(2, Math.floor(id.length / 3)) + 1;
	for (const candidate of known) {
		if (Math.abs(id.length - candidate.length) >= bestDistance) continue;
		const distance = editDistance(id, candidate);
		if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
	}
	return best;
}

/** Levenshtein distance, row by row. */
function editDistance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}
