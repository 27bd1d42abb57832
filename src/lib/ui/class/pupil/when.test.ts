import { expect, it } from 'vitest';
import { timeLeft } from './when.ts';

it.each([
	[-5, '0 seconds'],
	[1000, '1 second'],
	[61_000, '1 minute'],
	[119 * 60_000, '119 minutes'],
	[121 * 60_000, '2 hours'],
	[49 * 60 * 60_000, '2 days']
])('says how long %s ms are', (left, text) => {
	expect(timeLeft(left)).toBe(text);
});
