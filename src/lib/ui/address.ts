/** What a page remembers in its address, so that a shared link opens at the same state. */
import { browser } from '$app/environment';
import { goto } from '$app/navigation';
import { page } from '$app/state';

/** A value the address holds; empty while pages are built, so that a finished page shows everything. */
export const asked = (name: string): string =>
	browser ? (page.url.searchParams.get(name) ?? '') : '';

/** Puts another address of this page in the place of its own; nothing moves. */
export async function putAddress(url: URL): Promise<void> {
	// eslint-disable-next-line svelte/no-navigation-without-resolve -- the page's own address, resolved already
	await goto(url, { replaceState: true, keepFocus: true, noScroll: true });
}

/** Puts a value into the address, or takes it out where it is empty; what was shown of the page may be shown no more. */
export function ask(name: string, value: string): void {
	const url = new URL(page.url);
	url.hash = '';
	if (value) url.searchParams.set(name, value);
	else url.searchParams.delete(name);
	void putAddress(url);
}
