import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inSlices } from './slices.ts';

/** A clock that moves only while work is done. */
function clock() {
	let time = 0;
	const slices = [0];
	return {
		slices,
		work: (duration: number) => {
			time += duration;
			slices[slices.length - 1] = (slices.at(-1) ?? 0) + duration;
		},
		now: () => time,
		pause: async () => {
			await Promise.resolve();
			slices.push(0);
		}
	};
}

it('does everything in order, and no slice is longer than 8 ms and the last piece of work', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 60 }), async (all) => {
			const { slices, work, ...time } = clock();
			const done: number[] = [];
			await inSlices(all, (duration) => (work(duration), done.push(duration)), time);
			expect(done).toEqual(all);
			for (const slice of slices) expect(slice).toBeLessThan(8 + 30);
		})
	);
});

it('makes the things within the slices too', async () => {
	const { slices, work, ...time } = clock();
	function* things() {
		for (let at = 0; at < 10; at++) {
			work(8);
			yield at;
		}
	}
	await inSlices(things(), () => undefined, time);
	expect(slices.filter(Boolean)).toEqual(Array(10).fill(8));
});

it('lets a failure through', async () => {
	const { work: _, slices: __, ...time } = clock();
	const failing = inSlices(
		[1],
		() => {
			throw new Error('no');
		},
		time
	);
	await expect(failing).rejects.toThrow('no');
});
