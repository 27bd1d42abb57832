/** Invented classes: ids, tokens and bodies as a browser would make them, from a count instead of chance. */
import { createHash, randomBytes } from 'node:crypto';
import type { ClassBody, DoorBody, HandInBody, MemberBody } from '../../src/lib/class/api.ts';

let made = 0;

/** A fresh id; the ones made later sort behind those made before. */
export const freshId = (): string => {
	made += 1;
	const head = Buffer.alloc(8);
	head.writeBigUInt64BE(BigInt(Date.now()) * 1000n + BigInt(made % 1000));
	return Buffer.concat([head, randomBytes(8)]).toString('base64url');
};

export const freshToken = (): string => randomBytes(32).toString('base64url');

export const hashOf = (token: string): string =>
	createHash('sha256').update(token).digest('base64url');

/** A text that looks sealed. */
export const sealedText = (characters: number): string =>
	randomBytes(Math.ceil((characters * 3) / 4))
		.toString('base64url')
		.slice(0, characters);

export const classBody = (joinToken: string, changes: Partial<ClassBody> = {}): ClassBody => ({
	publicKey: `age1${'q'.repeat(58)}`,
	joinHash: hashOf(joinToken),
	board: sealedText(200),
	...changes
});

export const doorBody = (joinToken: string, changes: Partial<DoorBody> = {}): DoorBody => ({
	locked: false,
	joinHash: hashOf(joinToken),
	board: sealedText(200),
	expires: Date.now() + 10 * 24 * 60 * 60 * 1000,
	sequence: 1,
	...changes
});

export const memberBody = (secret: string): MemberBody => ({
	secretHash: hashOf(secret),
	sealed: sealedText(120)
});

export const handInBody = (member: string, changes: Partial<HandInBody> = {}): HandInBody => ({
	member,
	assignment: freshId(),
	revision: 1,
	sealed: sealedText(400),
	...changes
});
