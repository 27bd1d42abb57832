import { browser } from '$app/environment';
import { isFinished } from './finished-page.ts';

const chosen = new Map<string, string>();
if (browser && isFinished())
	for (const { name, value } of document.querySelectorAll('select')) chosen.set(name, value);

/** What was chosen from a list of the finished page before scripts ran; told once. */
export function earlyChoice(name: string): string | undefined {
	const value = chosen.get(name);
	chosen.delete(name);
	return value;
}
