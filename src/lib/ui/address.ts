/** What a page remembers in its address, so that a shared link opens at the same state. */
import { browser } from '$app/environment';
import { goto } from '$app/navigation';
import { page } from '$app/state';

/** A value the address holds; empty while pages are built, so that a finished page shows everything. */
export const asked = (name: string): string =>
	browser ? (page.url.searchParams.get(name) ?? '') : '';

/** Puts a value into the address, or takes it out where it is empty. */
export function ask(name: string, value: string): void {
	const url = new URL(page.url);
	if (value) url.searchParams.set(name, value);
	else url.searchParams.delete(name);
	// eslint-disable-next-line svelte/no-navigation-without-resolve -- the page's own address, resolved already
	void goto(url, { replaceState: true, keepFocus: true, noScroll: true });
}
