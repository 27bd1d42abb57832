/** An assignment as what a class scans: the link where one code holds it well, else codes in parts. */
import { printLink } from '../../class/carry/link.ts';
import { packAssignment } from '../../class/carry/packet.ts';
import { printParts } from '../../class/carry/parts.ts';
import type { Assignment } from '../../class/documents/assignment.ts';
import { ClassError } from '../../class/problem.ts';

/**
 * Characters of a link that one code still shows so that old phones read it from a screen: version 30
 * with error correction L, 137 squares to a side (ISO/IEC 18004).
 */
export const ONE_CODE = 1732;

export interface Codes {
	/** Carries all of it too, however long. */
	link: string;
	/** The link alone, which any phone opens; or parts, which the app scans; none when it is too long for codes. */
	codes: string[];
}

/** @param address makes a whole address of a fragment */
export async function printCodes(
	document: Assignment,
	address: (fragment: string) => string
): Promise<Codes> {
	const packet = await packAssignment(document);
	const link = address(await printLink(packet));
	if (link.length <= ONE_CODE) return { link, codes: [link] };
	try {
		return { link, codes: await printParts(packet) };
	} catch (cause) {
		if (cause instanceof ClassError && cause.problem === 'too-long') return { link, codes: [] };
		throw cause;
	}
}
