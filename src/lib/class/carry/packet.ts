/**
 * What goes from device to device without a server: an assignment as it is, or a sealed hand-in. A
 * link, a file or some QR codes carry it. Hand-ins are sealed here too: a QR code on a screen can be
 * photographed from the next desk, a file goes through a mail box, and so every way carries the very
 * same bytes, which is what makes a hand-in that comes twice count once.
 */
import { openAsTeacher, sealToClass } from '../seal/class-key.ts';
import { packed, unpacked } from '../seal/documents.ts';
import type { Bytes } from '../bytes.ts';
import { assignment, type Assignment } from '../documents/assignment.ts';
import { handIn, type HandIn } from '../documents/hand-in.ts';

export interface Packet {
	what: 'assignment' | 'hand-in';
	bytes: Bytes;
}

/** Most bytes of a packet: more than any that the app makes. */
export const MAX_PACKET = 64_000;

export const packAssignment = async (document: Assignment): Promise<Packet> => ({
	what: 'assignment',
	bytes: await packed(assignment, document)
});

/** @throws ClassError with `other`, `newer`, `damaged` or `too-long` */
export const unpackAssignment = ({ bytes }: Packet): Promise<Assignment> =>
	unpacked(assignment, bytes);

export const packHandIn = async (document: HandIn, publicKey: string): Promise<Packet> => ({
	what: 'hand-in',
	bytes: await sealToClass(publicKey, await packed(handIn, document))
});

/** @param identity the teacher's @throws ClassError with any problem */
export const unpackHandIn = async ({ bytes }: Packet, identity: string): Promise<HandIn> =>
	unpacked(handIn, await openAsTeacher(identity, bytes));
