/** What shortcuts do on the page that stands. Each returns false where the page has nothing for it. */
import { goto } from '$app/navigation';
import { resolve } from '$app/paths';

/** Focuses and presses what a reader could press on the page; the first one unless another is named. */
export function pressOn(selector: string, at = 0): boolean {
	const found = document.querySelectorAll<HTMLElement>(selector)[at];
	found?.focus();
	found?.click();
	return found !== undefined;
}

/** Opens everything that is closed, or closes everything where nothing is. */
export function openAll(): boolean {
	const all = [...document.querySelectorAll<HTMLDetailsElement>('main details')];
	const open = all.some((each) => !each.open);
	for (const each of all) each.open = open;
	return all.length > 0;
}

export function toSearch(): boolean {
	const field = document.querySelector<HTMLInputElement>('main [type="search"]');
	if (field) field.select();
	else void goto(resolve('/search'));
	return true;
}
