import { expect, it } from 'vitest';
import { printAsked, readAsked } from './asked.ts';

it('is read as it was written', () => {
	for (const asked of [
		{ of: '', edited: '' },
		{ of: 'A-b_9', edited: '' },
		{ of: 'A-b_9', edited: 'x1' }
	])
		expect(readAsked(printAsked(asked))).toEqual(asked);
	expect(readAsked('')).toEqual({ of: '', edited: '' });
});
