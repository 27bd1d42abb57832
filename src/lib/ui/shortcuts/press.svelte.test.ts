import { afterEach, describe, expect, it } from 'vitest';
import { press } from './press.ts';
import { SHORTCUTS } from './registry.ts';

const all = SHORTCUTS.flatMap(({ shortcuts }) => shortcuts);

/** A page with the button that a key presses. */
function pageWith(html: string): { button: HTMLElement; pressed: () => number } {
	document.body.innerHTML = `<main>${html}</main>`;
	const button = document.querySelector<HTMLElement>('.read') ?? document.body;
	let count = 0;
	button.addEventListener('click', () => (count += 1));
	return { button, pressed: () => count };
}

function key(name: string, init: KeyboardEventInit = {}, target: Element = document.body) {
	target.addEventListener(
		'keydown',
		(event) => {
			press(event as KeyboardEvent);
		},
		{ once: true }
	);
	const event = new KeyboardEvent('keydown', { key: name, cancelable: true, ...init });
	target.dispatchEvent(event);
	return event;
}

afterEach(() => {
	document.body.innerHTML = '';
	delete document.documentElement.dataset.keys;
});

describe('a pressed key', () => {
	it('does what its shortcut does, whatever Caps Lock says, and nothing else', () => {
		const { pressed } = pageWith('<button class="read">Read aloud</button>');
		expect(key('p').defaultPrevented).toBe(true);
		expect(key('P').defaultPrevented).toBe(true);
		expect(pressed()).toBe(2);
		expect(key('x').defaultPrevented).toBe(false);
	});

	it.each(['altKey', 'ctrlKey', 'metaKey', 'shiftKey', 'repeat', 'isComposing'])(
		'does nothing with %s',
		(held) => {
			const { pressed } = pageWith('<button class="read">Read aloud</button>');
			expect(key('p', { [held]: true }).defaultPrevented).toBe(false);
			expect(pressed()).toBe(0);
		}
	);

	it.each(['<input />', '<textarea></textarea>', '<select></select>', '<p contenteditable>a</p>'])(
		'does nothing while something is typed into %s',
		(field) => {
			const { pressed } = pageWith(`<button class="read">Read aloud</button>${field}`);
			const target = document.querySelector('main > :last-child') ?? document.body;
			expect(key('p', {}, target).defaultPrevented).toBe(false);
			expect(pressed()).toBe(0);
		}
	);

	it('does nothing under an open dialog', () => {
		const { pressed } = pageWith('<button class="read">Read aloud</button><dialog open></dialog>');
		key('p');
		expect(pressed()).toBe(0);
	});

	it('rests where single keys are switched off; arrows go on', () => {
		const { pressed } = pageWith(
			'<p class="turn"><button class="read" rel="next">Read aloud</button></p>'
		);
		document.documentElement.dataset.keys = 'off';
		for (const name of all.filter(({ always }) => !always).flatMap(({ keys }) => keys)) key(name);
		expect(pressed()).toBe(0);
		key('ArrowRight');
		expect(pressed()).toBe(1);
	});
});

describe('the list of shortcuts', () => {
	it('has each key once, and lets no single character stay on', () => {
		const keys = all.flatMap((shortcut) => shortcut.keys);
		expect(new Set(keys).size).toBe(keys.length);
		const staying = all.filter(({ always }) => always).flatMap((shortcut) => shortcut.keys);
		expect(staying.filter((name) => name.length === 1)).toEqual([]);
	});
});
