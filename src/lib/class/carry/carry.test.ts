import fc from 'fast-check';
import encodeQR from 'qr';
import { beforeAll, describe, expect, it } from 'vitest';
import { joined, toBase64Url, type Bytes } from '../bytes.ts';
import { deflated } from '../deflate.ts';
import { publicKeyOf } from '../seal/class-key.ts';
import { newSecret, teacherKeys } from '../secrets.ts';
import { aHandIn, anAssignment, handIns, idOf, seeded } from '../testing.ts';
import { fromBase45, toBase45 } from './base45.ts';
import { printAssignmentFile, printHandInFile, readFile } from './file.ts';
import { printLink, readLink } from './link.ts';
import {
	MAX_PACKET,
	packAssignment,
	packHandIn,
	unpackAssignment,
	unpackHandIn,
	type Packet
} from './packet.ts';
import { PART_LENGTH, PartCollector, printParts, type Gathered } from './parts.ts';

let identity: string;
let publicKey: string;
beforeAll(async () => {
	({ identity } = await teacherKeys(newSecret(seeded('teacher'))));
	publicKey = await publicKeyOf(identity);
});

const bytes = fc
	.uint8Array({ minLength: 1, maxLength: 4000, size: 'max' })
	.map((array): Bytes => new Uint8Array(array));
const packet = fc.record<Packet>({
	what: fc.constantFrom('assignment', 'hand-in'),
	bytes
});

const problem = (work: Promise<unknown>) =>
	work.then(
		() => 'none',
		(cause: unknown) => (cause as { problem?: string }).problem
	);
const problemOf = (work: () => unknown) => {
	try {
		work();
		return 'none';
	} catch (cause) {
		return (cause as { problem?: string }).problem;
	}
};

describe('a link', () => {
	it('carries any packet there and back', async () => {
		await fc.assert(
			fc.asyncProperty(packet, async (sent) => {
				const link = await printLink(sent);
				expect(link).toMatch(/^#[ah]1\.[A-Za-z0-9_-]+$/);
				expect(await readLink(link)).toEqual(sent);
				expect(await readLink(`https://school.example/set${link}`)).toEqual(sent);
			})
		);
	});

	it('cut off or changed anywhere is refused', async () => {
		const link = await printLink(await packAssignment(anAssignment()));
		for (let at = 1; at < link.length; at++) {
			expect(await problem(readLink(link.slice(0, at)))).toMatch(/damaged|other/);
			const other = link[at] === 'x' ? 'y' : 'x';
			expect(await problem(readLink(link.slice(0, at) + other + link.slice(at + 1)))).toMatch(
				/damaged|other|newer/
			);
		}
	});

	it.each([
		['other', 'https://example.com/'],
		['other', ''],
		['newer', '#a2.AAAAAAAA'],
		['damaged', '#a1.'],
		['damaged', '#a1.!!!!'],
		['too-long', `#a1.${'A'.repeat(5_000_000)}`]
	])('is %s: %#', async (expected, text) => {
		expect(await problem(readLink(text))).toBe(expected);
	});

	it('that is a bomb does not go off', async () => {
		const bomb = await deflated(new Uint8Array(20_000_000));
		const link = await printLink({ what: 'assignment', bytes: bomb });
		const read = await readLink(link);
		expect(await problem(unpackAssignment(read))).toBe('too-long');
	});

	it('with sound bytes that hold no assignment is refused', async () => {
		await fc.assert(
			fc.asyncProperty(fc.json(), async (text) => {
				const hidden = await deflated(new TextEncoder().encode(text));
				const read = await readLink(await printLink({ what: 'assignment', bytes: hidden }));
				expect(await problem(unpackAssignment(read))).toBe('other');
			})
		);
		const nonsense: Packet = { what: 'assignment', bytes: joined(new Uint8Array([1, 2, 3])) };
		expect(await problem(unpackAssignment(nonsense))).toBe('damaged');
		const invalid = await deflated(new Uint8Array([0xff, 0xfe]));
		expect(await problem(unpackAssignment({ what: 'assignment', bytes: invalid }))).toBe('damaged');
	});
});

describe('a file', () => {
	it('carries an assignment that anybody can read', () => {
		const document = anAssignment({ title: 'Who says what' });
		const text = printAssignmentFile(document);
		expect(text).toMatch(/\n\t"title": "Who says what"/);
		expect(readFile(text)).toEqual({ what: 'assignment', document });
	});

	it('carries hand-ins, one or many', () => {
		const sealed = bytes.map((some): Packet => ({ what: 'hand-in', bytes: some }));
		fc.assert(
			fc.property(fc.array(sealed, { minLength: 1, maxLength: 5 }), (packets) => {
				expect(readFile(printHandInFile(packets))).toEqual({ what: 'hand-ins', packets });
			})
		);
	});

	const file = printHandInFile([{ what: 'hand-in', bytes: new Uint8Array(9) }]);
	const raw = JSON.parse(file) as Record<string, unknown>;
	it.each([
		['other', 'hello'],
		['other', '{}'],
		['other', '[]'],
		['other', 'null'],
		['damaged', file.slice(0, -2)],
		['damaged', JSON.stringify({ ...raw, sealed: [] })],
		['damaged', JSON.stringify({ ...raw, sealed: ['A'] })],
		['damaged', JSON.stringify({ ...raw, sealed: [toBase64Url(new Uint8Array(MAX_PACKET + 1))] })],
		['newer', JSON.stringify({ ...raw, version: 2 })],
		['newer', JSON.stringify({ ...anAssignment(), version: 2 })],
		['too-long', 'x'.repeat(40_000_001)]
	])('is %s: %#', (expected, text) => {
		expect(problemOf(() => readFile(text))).toBe(expected);
	});
});

describe('base45', () => {
	it.each([
		['AB', 'BB8'],
		['Hello!!', '%69 VD92EX0'],
		['base-45', 'UJCLQE7W581']
	])('writes %s as RFC 9285 does', (plain, coded) => {
		expect(toBase45(new TextEncoder().encode(plain))).toBe(coded);
	});

	it('is read from one spelling only', () => {
		fc.assert(
			fc.property(bytes, (some) => {
				expect(fromBase45(toBase45(some))).toEqual(some);
			})
		);
		const text = fc.string({ unit: fc.constantFrom(...'0 9 A Z $ : a'.split(' '), ' ') });
		fc.assert(
			fc.property(text, (coded) => {
				const read = fromBase45(coded);
				if (read) expect(toBase45(read)).toBe(coded);
			})
		);
		for (const wrong of ['A', 'GGW', '::', 'a0', 'AAAA']) expect(fromBase45(wrong)).toBeUndefined();
	});
});

describe('QR parts', () => {
	const shuffled = <T>(list: T[]) => fc.shuffledSubarray(list, { minLength: list.length });

	it('of several packets, mixed and repeated, come together to those packets', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uniqueArray(packet, {
					minLength: 1,
					maxLength: 3,
					selector: ({ bytes }) => String(bytes)
				}),
				fc.gen(),
				async (sent, gen) => {
					const parts = await Promise.all(sent.map(printParts));
					const scanned = gen(() => shuffled([...parts.flat(), ...parts.flat()]));
					const collector = new PartCollector();
					const found: Gathered[] = [];
					for (const text of scanned) found.push(await collector.add(text));
					const packets = found.flatMap((each) => each.packet ?? []);
					expect(new Set(packets.map((each) => JSON.stringify(each)))).toEqual(
						new Set(sent.map((each) => JSON.stringify(each)))
					);
					for (const { missing, packet: whole } of found) expect(!whole).toBe(missing.length > 0);
				}
			)
		);
	});

	it('fit into QR codes of version 21 in alphanumeric mode', async () => {
		await fc.assert(
			fc.asyncProperty(packet, async (sent) => {
				for (const part of await printParts(sent)) {
					expect(part.length).toBeLessThanOrEqual(PART_LENGTH);
					const code = encodeQR(part, 'raw', {
						ecc: 'medium',
						encoding: 'alphanumeric',
						border: 1
					});
					expect(code.length).toBeLessThanOrEqual(101 + 2);
				}
			}),
			{ numRuns: 10 }
		);
	});

	it('say which ones are missing', async () => {
		const sent: Packet = { what: 'hand-in', bytes: seeded('long')(2500) };
		const parts = await printParts(sent);
		expect(parts).toHaveLength(4);
		const collector = new PartCollector();
		const add = (index: number) => collector.add(parts[index] ?? '');
		expect(await add(2)).toMatchObject({ of: 4, missing: [1, 2, 4] });
		expect(await add(2)).toMatchObject({ missing: [1, 2, 4] });
		expect(await add(0)).toMatchObject({ missing: [2, 4] });
		expect(await add(3)).toMatchObject({ missing: [2] });
		expect(await add(1)).toMatchObject({ missing: [], packet: sent });
		expect(await add(0)).toMatchObject({ missing: [], packet: sent });
	});

	it('scanned faster than they are checked come together all the same', async () => {
		const sent: Packet = { what: 'hand-in', bytes: seeded('fast')(1500) };
		const parts = await printParts(sent);
		const collector = new PartCollector();
		const all = await Promise.all([...parts, ...parts].map((part) => collector.add(part)));
		expect(all.slice(parts.length - 1).map(({ packet }) => packet)).toEqual(
			Array.from({ length: parts.length + 1 }, () => sent)
		);
	});

	it('that do not fit together are refused, and can be scanned again', async () => {
		const [first = '', second = ''] = await printParts({
			what: 'hand-in',
			bytes: seeded('two')(1000)
		});
		const collector = new PartCollector();
		await collector.add(first);
		const forged = second.slice(0, -3) + (second.endsWith('000') ? '111' : '000');
		expect(await problem(collector.add(forged))).toBe('damaged');
		await collector.add(second);
		expect((await collector.add(first)).missing).toEqual([]);
	});

	it.each([
		['other', ''],
		['other', 'https://example.com/'],
		['other', `WSW1H/${'A'.repeat(5_000_000)}`],
		['newer', 'WSW2H/0123456789/1/1/AAA'],
		['damaged', 'WSW1H/0123456789/2/1/AAA'],
		['damaged', 'WSW1H/0123456789/0/1/AAA'],
		['damaged', 'WSW1H/0123456789/1/1/A'],
		['damaged', 'WSW1H/0123456789/1/1/AAA'],
		['damaged', 'WSW1X/0123456789/1/1/AAA'],
		['damaged', 'WSW1H/short/1/1/AAA']
	])('is %s: %s', async (expected, text) => {
		expect(await problem(new PartCollector().add(text))).toBe(expected);
	});

	it('flooded with beginnings keep only so many', async () => {
		const collector = new PartCollector();
		const sent: Packet = { what: 'hand-in', bytes: seeded('early')(1000) };
		const [first = '', second = ''] = await printParts(sent);
		await collector.add(first);
		for (let n = 0; n < 500; n++) {
			const [part = ''] = await printParts({ what: 'hand-in', bytes: seeded(`flood ${n}`)(700) });
			await collector.add(part);
		}
		expect((await collector.add(second)).missing).toEqual([1]);
		expect((await collector.add(first)).packet).toEqual(sent);
	});

	it('of what is too long are not made', async () => {
		expect(
			await problem(printParts({ what: 'hand-in', bytes: new Uint8Array(MAX_PACKET + 1) }))
		).toBe('too-long');
	});
});

describe('a packet', () => {
	it('holds any hand-in, for the teacher alone', async () => {
		const stranger = await teacherKeys(newSecret(seeded('stranger')));
		await fc.assert(
			fc.asyncProperty(handIns, async (document) => {
				const sent = await packHandIn(document, publicKey);
				expect(await unpackHandIn(sent, identity)).toEqual(document);
				expect(await problem(unpackHandIn(sent, stranger.identity))).toBe('not-ours');
			}),
			{ numRuns: 20 }
		);
	});

	it('of an assignment holds the key to which hand-ins are sealed', async () => {
		const set = anAssignment({ publicKey, class: idOf('class') });
		const received = await unpackAssignment(
			await readLink(await printLink(await packAssignment(set)))
		);
		expect(received).toEqual(set);
		const sent = await packHandIn(aHandIn(), received.publicKey ?? '');
		expect(await unpackHandIn(sent, identity)).toEqual(aHandIn());
	});
});
