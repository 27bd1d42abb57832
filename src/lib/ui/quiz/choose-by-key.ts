import type { Attachment } from 'svelte/attachments';

const TYPING = 'select, textarea, input:not([type="radio"], [type="checkbox"])';

/** Keys 1 to 9 choose the inputs inside, from wherever the focus is, unless something is being typed. */
export const chooseByKey: Attachment<HTMLElement> = (element) => {
	const pressed = (event: KeyboardEvent) => {
		if (event.altKey || event.ctrlKey || event.metaKey) return;
		if (event.target instanceof Element && event.target.matches(TYPING)) return;
		const input = element.querySelectorAll('input')[Number(event.key) - 1];
		input?.focus();
		input?.click();
	};
	addEventListener('keydown', pressed);
	return () => {
		removeEventListener('keydown', pressed);
	};
};
