import { expect, test } from 'vitest';
import { saveFiles } from './save-files.ts';

const soon = () => new Promise((done) => setTimeout(done, 1));
const files = Array.from({ length: 20 }, (_, index) => `file-${index}`);

test('saves every file once, and counts', async () => {
	const saved: string[] = [];
	const counts: string[] = [];
	await saveFiles(
		files,
		async (file) => {
			await soon();
			saved.push(file);
		},
		(done, total) => counts.push(`${done}/${total}`)
	);
	expect(saved.sort()).toEqual([...files].sort());
	expect(counts).toHaveLength(20);
	expect(counts.at(-1)).toBe('20/20');
});

test('saves a few at a time', async () => {
	let now = 0;
	let most = 0;
	await saveFiles(
		files,
		async () => {
			most = Math.max(most, ++now);
			await soon();
			now--;
		},
		() => undefined
	);
	expect(most).toBe(4);
});

test('stops at the first that fails', async () => {
	const begun: string[] = [];
	let ended = 0;
	const saving = saveFiles(
		files,
		async (file) => {
			begun.push(file);
			await soon();
			ended++;
			if (file === 'file-2') throw new Error('no room');
		},
		() => undefined
	);
	await expect(saving).rejects.toThrow('no room');
	expect(ended, 'nothing goes on after the failure is told').toBe(begun.length);
	await soon();
	expect(begun.length).toBe(ended);
	expect(ended).toBeLessThan(10);
});

test('has nothing to do for no files', async () => {
	await expect(
		saveFiles([], soon, () => {
			throw new Error('counted');
		})
	).resolves.toBeUndefined();
});
