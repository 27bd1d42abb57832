/** Packets as a file: an assignment as it is, for everybody to read; hand-ins sealed, one or many. */
import * as v from 'valibot';
import { fromBase64, toBase64 } from '../bytes.ts';
import { assignment, type Assignment } from '../documents/assignment.ts';
import { documentError, printDocument, readDocument, type Kind } from '../documents/document.ts';
import { ClassError } from '../problem.ts';
import { MAX_PACKET, type Packet } from './packet.ts';

/** Nobody drops a larger file than that of a whole school. */
export const MAX_FILE = 40_000_000;

const Sealed = v.pipe(v.string(), v.maxLength(MAX_PACKET * 2));

const handIns = {
	type: 'who-says-what/sealed-hand-ins',
	name: 'file of hand-ins',
	version: 1,
	limit: MAX_FILE,
	schema: v.object({
		type: v.literal('who-says-what/sealed-hand-ins'),
		version: v.literal(1),
		sealed: v.pipe(v.array(Sealed), v.minLength(1), v.maxLength(10_000))
	})
} satisfies Kind;

/** What a file held. */
export type Opened =
	{ what: 'assignment'; document: Assignment } | { what: 'hand-ins'; packets: Packet[] };

export const printAssignmentFile = (document: Assignment): string =>
	JSON.stringify(JSON.parse(printDocument(assignment, document)), null, '\t');

/** @param packets sealed hand-ins */
export const printHandInFile = (packets: readonly Packet[]): string =>
	JSON.stringify({
		type: handIns.type,
		version: handIns.version,
		sealed: packets.map(({ bytes }) => toBase64(bytes))
	});

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new ClassError(
			text.includes('"who-says-what/') ? 'damaged' : 'other',
			text.includes('"who-says-what/')
				? 'This file is not whole; save it once more where it comes from.'
				: 'This file holds no assignment and no hand-in; choose another one.',
			cause
		);
	}
}

/** @throws ClassError with `other`, `newer`, `damaged` or `too-long`; then nothing of the file may be used */
export function readFile(text: string): Opened {
	if (text.length > MAX_FILE) throw documentError('too-long', { name: 'file' });
	const raw = parsed(text);
	if (!v.is(v.object({ type: v.literal(handIns.type) }), raw))
		return { what: 'assignment', document: readDocument(assignment, raw) };
	const { sealed } = readDocument(handIns, raw);
	const packets = sealed.map((each): Packet => {
		const bytes = fromBase64(each);
		if (!bytes || bytes.length > MAX_PACKET) throw documentError('damaged', handIns);
		return { what: 'hand-in', bytes };
	});
	return { what: 'hand-ins', packets };
}
