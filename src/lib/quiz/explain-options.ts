import type { Explain, Explanation, Option } from './kind.ts';

interface ItemWithOptions {
	options: Option[];
	keys: string[];
}

/** For the kinds in which one option is chosen, or several. */
export const explainOptions: Explain<ItemWithOptions, string | string[]> = (
	{ options, keys },
	whys,
	response = keys
) => {
	const all = [response].flat();
	return options.map(({ id, text }): Explanation => {
		const right = keys.includes(id);
		const chosen = all.includes(id);
		const why = whys?.[id];
		return { text, why, mark: chosen ? (right ? 'right' : 'wrong') : right ? 'missed' : 'left' };
	});
};
