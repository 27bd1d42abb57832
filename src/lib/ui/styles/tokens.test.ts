import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Theme = 'light' | 'dark';
type Tokens = Record<string, string>;

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

/** The colours of a rule's block, in one theme. */
function coloursIn(block: string, theme: Theme): Tokens {
	const written = [...block.matchAll(/--([\w-]+): (.*);/g)];
	const colours: Tokens = {};
	for (const [, name = '', value = ''] of written) {
		const [, light, dark] = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/.exec(value) ?? [];
		const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1] ?? '';
		const colour = (theme === 'light' ? light : dark) ?? colours[other];
		if (colour) colours[name] = colour;
	}
	return colours;
}

/** The block of a selector, without the blocks within it. */
function blockOf(selector: string): string {
	const start = css.indexOf(`${selector} {`);
	if (start < 0) throw new Error(`tokens.css has no ${selector}.`);
	return css.slice(start, css.indexOf('}', start));
}

/** WCAG 2.2, relative luminance of an sRGB colour. */
function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const share = parseInt(colour.slice(at, at + 2), 16) / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, contrast ratio, from 1 to 21. */
function contrast(a: string, b: string): number {
	const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
	return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['paper', 'sheet', 'sunken'];

/** What is read on what. */
const TEXT: [ink: string, grounds: string[]][] = [
	['ink', [...GROUNDS, 'accent-wash', 'note-wash', 'right-wash', 'wrong-wash']],
	['ink-soft', [...GROUNDS, 'accent-wash', 'note-wash', 'right-wash', 'wrong-wash']],
	['accent', [...GROUNDS, 'accent-wash']],
	['note', ['note-wash']],
	['right', ['paper', 'right-wash']],
	['wrong', ['paper', 'wrong-wash']],
	['accent-ink', ['accent']]
];

/** Pairs of tokens that have less contrast than they must. */
const short = (tokens: Tokens, pairs: typeof TEXT, least: number) =>
	pairs.flatMap(([ink, grounds]) =>
		grounds
			.map((ground) => ({
				pair: `${ink} on ${ground}`,
				is: contrast(tokens[ink] ?? '', tokens[ground] ?? '')
			}))
			.filter(({ is }) => !(is >= least))
	);

const usual = blockOf(':root');
const device = css.slice(css.indexOf('@media (prefers-contrast: more)'));

describe('the contrast of the tokens', () => {
	it('counts as WCAG does', () => {
		expect(contrast('#000000', '#ffffff')).toBe(21);
		expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
	});

	for (const theme of ['light', 'dark'] satisfies Theme[]) {
		const tokens = coloursIn(usual, theme);
		const more = { ...tokens, ...coloursIn(blockOf("[data-contrast='more']"), theme) };

		it(`is 4.5 for text and 3 for edges: ${theme}`, () => {
			expect(short(tokens, TEXT, 4.5)).toEqual([]);
			expect(short(tokens, [['line-strong', ['paper', 'sheet']]], 3)).toEqual([]);
		});

		it(`is 7 for text and 4.5 for edges where more is wanted: ${theme}`, () => {
			expect(short(more, TEXT, 7)).toEqual([]);
			expect(
				short(
					more,
					[
						['line', GROUNDS],
						['line-strong', GROUNDS]
					],
					4.5
				)
			).toEqual([]);
		});
	}

	it('is the same by Settings and by the device', () => {
		const own = coloursIn(blockOf("[data-contrast='more']"), 'light');
		const asked = coloursIn(device.slice(0, device.indexOf('}')), 'light');
		expect(asked).toEqual(own);
		expect(Object.keys(own)).toContain('ink-soft');
	});
});
