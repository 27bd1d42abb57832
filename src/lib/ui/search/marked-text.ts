import type { Attachment } from 'svelte/attachments';
import type { Part } from '#lib/search/snippet.ts';

function nodeOf({ text, hit }: Part): Node | string {
	if (!hit) return text;
	const mark = document.createElement('mark');
	mark.textContent = text;
	return mark;
}

/**
 * Fills an element with a text in which hits are marked. Written by hand, since all results change
 * with each key press, which must not wait for a block of its own around every piece of text.
 */
export const markedText =
	(parts: readonly Part[]): Attachment<HTMLElement> =>
	(element) => {
		element.replaceChildren(...parts.map(nodeOf));
	};
