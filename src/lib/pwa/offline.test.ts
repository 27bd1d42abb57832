import { expect, test } from 'vitest';
import { Offline, sentenceOf, type Trouble } from './offline.svelte.ts';

test('saving is counted, and ends ready', () => {
	const offline = new Offline();
	expect(offline.sentence).toBe('Not saved on this device yet.');
	offline.hear({ type: 'saving', done: 3, total: 40 });
	expect(offline.sentence).toBe('Saving for use without a network: 3 of 40 files.');
	offline.ready();
	expect(offline.sentence).toBe('Saved: everything works without a network.');
});

test('an update that is being saved, or fails, leaves what is saved ready', () => {
	const offline = new Offline();
	offline.ready();
	offline.hear({ type: 'saving', done: 3, total: 40 });
	expect(offline.state.is).toBe('ready');
	offline.hear({ type: 'failed', why: 'full' });
	offline.fail('interrupted');
	expect(offline.state.is).toBe('ready');
});

test('a second attempt after a failure is counted again', () => {
	const offline = new Offline();
	offline.hear({ type: 'failed', why: 'interrupted' });
	offline.hear({ type: 'saving', done: 1, total: 2 });
	expect(offline.state).toEqual({ is: 'saving', done: 1, total: 2 });
});

test.each<Trouble>(['unsupported', 'full', 'interrupted'])('%s is one plain sentence', (why) => {
	expect(sentenceOf({ is: 'unavailable', why })).toMatch(/^[A-Z][^.]+\.$/);
});
