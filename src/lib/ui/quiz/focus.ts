import type { Attachment } from 'svelte/attachments';

/** Moves the focus to a heading that has just come, so that it is read out and keys go on from there. */
export const focusWhen =
	(wanted: boolean): Attachment<HTMLElement> =>
	(element) => {
		if (wanted) element.focus();
	};
