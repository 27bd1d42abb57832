import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from './bytes.ts';
import { deflated, inflated } from './deflate.ts';

const bytes = fc.uint8Array({ maxLength: 3000 }).map((array) => new Uint8Array(array));

describe('deflating', () => {
	it('comes back as it went', async () => {
		await fc.assert(
			fc.asyncProperty(bytes, async (some) => {
				expect(await inflated(await deflated(some), 3000)).toEqual(some);
			})
		);
	});

	it('makes text smaller', async () => {
		expect((await deflated(utf8('"revision":1,'.repeat(100)))).length).toBeLessThan(60);
	});

	it('ends at the limit, not one byte later', async () => {
		const text = utf8('x'.repeat(1000));
		const small = await deflated(text);
		expect(await inflated(small, 1000)).toEqual(text);
		await expect(inflated(small, 999)).rejects.toMatchObject({ problem: 'too-long' });
	});

	it('stops a bomb of 200 MB before it has gone off', async () => {
		const bomb = new Uint8Array(deflateRawSync(new Uint8Array(200_000_000)));
		const before = process.memoryUsage().arrayBuffers;
		await expect(inflated(bomb, 100_000)).rejects.toMatchObject({ problem: 'too-long' });
		expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
	});

	it('refuses what was cut off, changed or never deflated', async () => {
		const whole = await deflated(utf8('What each of five articles says of the first day.'));
		for (let end = 0; end < whole.length; end++)
			await expect(inflated(whole.slice(0, end), 1000)).rejects.toMatchObject({
				problem: 'damaged'
			});
		await fc.assert(
			fc.asyncProperty(bytes, async (some) => {
				const problem = await inflated(some, 1_000_000).then(
					() => 'none',
					(cause: unknown) => (cause as { problem?: string }).problem
				);
				expect(problem).toMatch(/none|damaged/);
			})
		);
	});
});
