import type { Attachment } from 'svelte/attachments';

/** Millimetres vary by screen; 60 CSS pixels is a deliberate stroke on all of them. */
const SWIPE = 60;

/** Turns pages by swipe on the element; arrow keys are among the shortcuts. */
export const turnPages =
	(turn: (to: 'back' | 'on') => void): Attachment<HTMLElement> =>
	(element) => {
		let start: Touch | undefined;
		const began = (event: TouchEvent) => {
			start = event.touches.length === 1 ? event.touches[0] : undefined;
		};
		const ended = (event: TouchEvent) => {
			const end = event.changedTouches[0];
			if (!start || !end || getSelection()?.toString()) return;
			const across = end.clientX - start.clientX;
			const down = end.clientY - start.clientY;
			if (Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(down))
				turn(across > 0 ? 'back' : 'on');
		};
		element.addEventListener('touchstart', began, { passive: true });
		element.addEventListener('touchend', ended, { passive: true });
		return () => {
			element.removeEventListener('touchstart', began);
			element.removeEventListener('touchend', ended);
		};
	};
