import { expect, test } from 'vitest';
import { Saving, sentenceOf, type Trouble } from './saving.svelte.ts';

let told = '';
const begin = () => new Saving((sentence) => (told = sentence));

test('saving is counted, and ends ready', () => {
	const saving = begin();
	saving.hear({ type: 'saving', done: 3, total: 40 });
	expect(told).toBe('Saving for use without a network: 3 of 40 files.');
	saving.ready();
	expect(told).toBe('Saved: everything works without a network.');
});

test('an update that is being saved, or fails, leaves what is saved ready', () => {
	const saving = begin();
	saving.ready();
	saving.hear({ type: 'saving', done: 3, total: 40 });
	expect(saving.state.is).toBe('ready');
	saving.hear({ type: 'failed', why: 'full' });
	saving.fail('interrupted');
	expect(saving.state.is).toBe('ready');
});

test('a second attempt after a failure is counted again', () => {
	const saving = begin();
	saving.hear({ type: 'failed', why: 'interrupted' });
	saving.hear({ type: 'saving', done: 1, total: 2 });
	expect(saving.state).toEqual({ is: 'saving', done: 1, total: 2 });
});

test.each<Trouble>(['unsupported', 'full', 'interrupted'])('%s is one plain sentence', (why) => {
	expect(sentenceOf({ is: 'unavailable', why })).toMatch(/^[A-Z][^.]+\.$/);
});
