/** What the teacher's pages take from the device. */
import { resolve } from '$app/paths';
import type { Bytes } from '../../class/bytes.ts';
import { ClassClient } from '../client.ts';
import { classroom } from '../database.ts';
import type { World } from './class-sync.ts';

/** A cryptographic source. */
export const randomBytes = (count: number): Bytes => crypto.getRandomValues(new Uint8Array(count));

/** The app's own base path, without a slash at its end. */
const base = () => resolve('/').replace(/\/$/, '');

export const client = (): ClassClient => new ClassClient(base());

export const world = (): World => ({
	classroom,
	client: client(),
	random: randomBytes,
	now: Date.now
});

/** A whole address of a page of this app. @param path as `resolve` gives it, with what follows */
export const addressOf = (path: string): string => new URL(path, location.href).href;

/** The whole address of the page on which pupils come in. @param fragment with its `#`, or nothing */
export const joinAddress = (fragment = ''): string => addressOf(resolve('/join') + fragment);

/** The same as it is read out and typed, without the scheme. */
export const joinHost = (): string => joinAddress().replace(/^https?:\/\//, '');

/** Saves a text as a file. */
export function saveFile(name: string, text: string, type: string) {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([text], { type }));
	link.download = name;
	link.click();
	URL.revokeObjectURL(link.href);
}
