import { expect, it } from 'vitest';
import { kinds, loadKinds } from '#lib/quiz/kinds/index.ts';
import { loadKind } from './load-kind.ts';

await loadKinds();

it.each(Object.keys(kinds))('finds the component of the kind %s', async (kind) => {
	expect(await loadKind(kind)).toBeTypeOf('function');
});

it('says which kind has none', async () => {
	await expect(loadKind('riddle')).rejects.toThrow('The kind riddle');
});
