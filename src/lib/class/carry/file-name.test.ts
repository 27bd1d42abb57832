import { expect, it } from 'vitest';
import { fileName, handInFileName } from './file-name.ts';

it('names files in letters that every device takes', () => {
	expect(fileName(' Éva / Zoë: 9b?')).toBe('eva-zoe-9b');
	expect(fileName('../\u202e…')).toBe('');
	expect(fileName(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59));
});

it('begins the name of a hand-in with its pupil, where the name has letters', () => {
	const id = '06FJ0000000000000000RT01WR';
	expect(handInFileName('Anna', id)).toBe('anna-hand-in-rt01wr.json');
	expect(handInFileName('Անի', id)).toBe('անի-hand-in-rt01wr.json');
	expect(handInFileName('🙂', id)).toBe('hand-in-rt01wr.json');
});
