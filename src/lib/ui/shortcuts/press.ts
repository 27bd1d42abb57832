/** What a pressed key does. Loaded with the first one, so that nobody who only taps fetches it. */
import { SHORTCUTS } from './registry.ts';

const TYPING =
	'textarea, select, [contenteditable], input:not([type="radio"], [type="checkbox"], [type="button"])';
/** Things that go by arrow keys themselves. */
const ARROWED = 'input, [role="radiogroup"], [role="region"]';

function isTaken({ target, key }: KeyboardEvent): boolean {
	if (!(target instanceof Element)) return false;
	return Boolean(target.closest(key.startsWith('Arrow') ? `${TYPING}, ${ARROWED}` : TYPING));
}

/** Letters count small whatever Caps Lock says; with Shift they are no shortcut. */
function keyOf({ key, shiftKey }: KeyboardEvent): string {
	if (key.length > 1) return shiftKey ? '' : key;
	return shiftKey && /[\p{L}\d]/u.test(key) ? '' : key.toLowerCase();
}

const isMeant = (event: KeyboardEvent) =>
	!(event.altKey || event.ctrlKey || event.metaKey || event.repeat || event.isComposing) &&
	!event.defaultPrevented &&
	!isTaken(event) &&
	!document.querySelector('dialog[open]');

/**
 * Does what the key is a shortcut for. Nothing while something is typed or a modifier is held, and
 * no single letter, digit or sign where those are switched off (WCAG 2.2, 2.1.4).
 */
export function press(event: KeyboardEvent): void {
	if (!isMeant(event)) return;
	const key = keyOf(event);
	const off = document.documentElement.dataset.keys === 'off';
	const meant = SHORTCUTS.flatMap(({ shortcuts }) => shortcuts).filter(
		({ keys, always }) => keys.includes(key) && (always ?? !off)
	);
	if (meant.some(({ run }) => run?.(key))) event.preventDefault();
}
