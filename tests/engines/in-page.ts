/** Work that is done inside the page. Each function is sent there alone, so it stands for itself. */

export function visibleText(): string {
	return document.body.innerText;
}

/** Clicks the first visible element with this role whose name begins so. */
export function clickOn(role: 'link' | 'button' | 'heading', name: string): boolean {
	const selector = { link: 'a[href]', button: 'button', heading: 'h1, h2, h3' }[role];
	const nameOf = (element: HTMLElement) =>
		(element.getAttribute('aria-label') ?? element.innerText).replace(/\s+/g, ' ').trim();
	const found = [...document.querySelectorAll<HTMLElement>(selector)].find(
		(element) => element.checkVisibility() && nameOf(element).startsWith(name)
	);
	found?.click();
	return found !== undefined;
}

/** Fills in a question of whatever kind: the first of all options, of each row and of each list, the figure 1. */
export function answerAnyhow(): boolean {
	const form = document.querySelector('main form');
	if (!form?.querySelector('fieldset')) return false;
	const rows = new Set<string>();
	for (const option of form.querySelectorAll<HTMLInputElement>('[type=radio], [type=checkbox]')) {
		if (!rows.has(option.name) && !option.checked) option.click();
		rows.add(option.name);
	}
	for (const list of form.querySelectorAll('select')) {
		list.selectedIndex = 1;
		list.dispatchEvent(new Event('change', { bubbles: true }));
	}
	for (const figure of form.querySelectorAll<HTMLInputElement>('[type=number]')) {
		figure.value = '1';
		figure.dispatchEvent(new Event('input', { bubbles: true }));
	}
	return true;
}
