/** What all documents of a class have in common, and how one of any origin is read. */
import * as v from 'valibot';
import { ClassError } from '../problem.ts';

/** A kind of document. */
export interface Kind<Schema extends v.GenericSchema = v.GenericSchema> {
	/** As it stands in the document. */
	type: string;
	/** As a sentence names it: "assignment". */
	name: string;
	/**
	 * The newest version that this app knows. A field that older apps may pass over needs no new
	 * version; one that changes what the others mean does, and the old schema stays readable.
	 */
	version: number;
	schema: Schema;
	/** Longest text of one, in characters. */
	limit: number;
}

export type DocumentOf<K> = K extends Kind<infer Schema> ? v.InferOutput<Schema> : never;

/** The fields that every document has. */
export const head = <const Type extends string, const Version extends number>(
	type: Type,
	version: Version
) => ({ type: v.literal(type), version: v.literal(version) });

const Head = v.object({
	type: v.string(),
	version: v.pipe(v.number(), v.integer(), v.minValue(1))
});

const sentence = {
	other: (name: string) => `This is no ${name}; look for the right link, code or file.`,
	newer: (name: string) =>
		`This ${name} was made by a newer version of this app; update the app, then open it again.`,
	damaged: (name: string) =>
		`This ${name} is damaged, so nothing of it was taken over; ask for it once more.`,
	'too-long': (name: string) =>
		`This ${name} is longer than any that this app makes, so it was not opened.`
};

/** @param kind of which the sentence speaks */
export const documentError = (
	problem: keyof typeof sentence,
	{ name }: Pick<Kind, 'name'>,
	cause?: unknown
) => new ClassError(problem, sentence[problem](name), cause);

function passed(schema: v.GenericSchema, raw: unknown): v.SafeParseResult<v.GenericSchema> {
	try {
		return v.safeParse(schema, raw);
	} catch (cause) {
		// Nesting so deep that checking it overflows the stack.
		if (!(cause instanceof RangeError)) throw cause;
		return v.safeParse(v.never(), raw);
	}
}

/**
 * Reads a document that was parsed from JSON. Fields that this version does not know are left out.
 *
 * @throws ClassError with `other`, `newer` or `damaged`
 */
export function readDocument<K extends Kind>(kind: K, raw: unknown): DocumentOf<K> {
	if (!v.is(v.object({ type: v.literal(kind.type) }), raw)) throw documentError('other', kind);
	if (!v.is(Head, raw)) throw documentError('damaged', kind);
	if (raw.version > kind.version) throw documentError('newer', kind);
	const read = passed(kind.schema, raw);
	if (!read.success) throw documentError('damaged', kind, new v.ValiError(read.issues));
	return read.output as DocumentOf<K>;
}

/**
 * Reads a document from its text.
 *
 * @throws ClassError with `other`, `newer`, `damaged` or `too-long`
 */
export function parseDocument<K extends Kind>(kind: K, text: string): DocumentOf<K> {
	if (text.length > kind.limit) throw documentError('too-long', kind);
	let raw: unknown;
	try {
		raw = JSON.parse(text);
	} catch (cause) {
		throw documentError(text.includes(`"${kind.type}"`) ? 'damaged' : 'other', kind, cause);
	}
	return readDocument(kind, raw);
}

/**
 * The text of a document.
 *
 * @throws ClassError with `damaged` or `too-long` when nobody could read it; a form should not let it come to that
 */
export function printDocument<K extends Kind>(kind: K, document: DocumentOf<K>): string {
	const text = JSON.stringify(document);
	parseDocument(kind, text);
	return text;
}
