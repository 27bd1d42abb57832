/** How large the course's own assignments and hand-ins are on their way. */
import { describe, expect, it } from 'vitest';
import { loadKinds } from '../../quiz/kinds/index.ts';
import { shuffleFrom } from '../../quiz/random.ts';
import { courseItems, someAnswers } from '../answering.ts';
import { publicKeyOf } from '../seal/class-key.ts';
import { newSecret, teacherKeys } from '../secrets.ts';
import { aHandIn, anAssignment, idOf, seeded } from '../testing.ts';
import { printLink } from './link.ts';
import { packAssignment, packHandIn } from './packet.ts';
import { printParts } from './parts.ts';

await loadKinds();
const { identity } = await teacherKeys(newSecret(seeded('teacher')));
const publicKey = await publicKeyOf(identity);

/** Questions of all modules and kinds. */
const mixed = (count: number, seed: string) => shuffleFrom(seed)(courseItems).slice(0, count);

const linkLength = async (count: number, seed: string) => {
	const items = mixed(count, seed).map(({ id, revision }) => ({ id, revision }));
	const set = anAssignment({ items, publicKey, class: idOf('class'), className: 'History 9b' });
	return (await printLink(await packAssignment(set))).length;
};

const partCount = async (count: number, seed: string) => {
	const answers = someAnswers(mixed(count, seed), seed);
	return (await printParts(await packHandIn(aHandIn({ answers }), publicKey))).length;
};

const SEEDS = ['a', 'b', 'c', 'd', 'e'];

describe('on their way', () => {
	it('20 questions fit into a link that a QR code of version 25 holds', async () => {
		for (const seed of SEEDS) expect(await linkLength(20, seed)).toBeLessThanOrEqual(900);
	});

	it('30 answers take at most three QR codes', async () => {
		for (const seed of SEEDS) expect(await partCount(30, seed)).toBeLessThanOrEqual(3);
	});
});
