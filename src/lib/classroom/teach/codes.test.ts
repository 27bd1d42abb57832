import { describe, expect, it } from 'vitest';
import { PartCollector } from '../../class/carry/parts.ts';
import { readLink } from '../../class/carry/link.ts';
import { unpackAssignment } from '../../class/carry/packet.ts';
import type { Assignment } from '../../class/documents/assignment.ts';
import { anAssignment } from '../../class/testing.ts';
import { randomFrom } from '../../quiz/random.ts';
import { ONE_CODE, printCodes } from './codes.ts';

const address = (fragment: string) => `https://school.example/join${fragment}`;

/** A note that packs badly. */
function noteOf(length: number): string {
	const random = randomFrom('note');
	return Array.from({ length }, () => String.fromCharCode(33 + Math.floor(random() * 90))).join('');
}
const withNote = (length: number): Assignment => anAssignment({ note: noteOf(length) });

describe('the codes of an assignment', () => {
	it('are one, the link itself, while that is easy to scan', async () => {
		const { link, codes } = await printCodes(anAssignment(), address);
		expect(codes).toEqual([link]);
		expect(await unpackAssignment(await readLink(link))).toEqual(anAssignment());
	});

	it('are several for a long one, and come together in any order', async () => {
		const document = withNote(2000);
		const { link, codes } = await printCodes(document, address);
		expect(link.length).toBeGreaterThan(ONE_CODE);
		expect(codes.length).toBeGreaterThan(1);
		const collector = new PartCollector();
		const found = [];
		for (const code of [...codes].reverse()) found.push(await collector.add(code));
		const packet = found.at(-1)?.packet;
		expect(packet && (await unpackAssignment(packet))).toEqual(document);
		expect(await unpackAssignment(await readLink(link))).toEqual(document);
	});
});
