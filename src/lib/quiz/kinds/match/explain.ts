import type { Explain, Explanation } from '../../kind.ts';
import type { MatchItem, MatchResponse } from './play.ts';

export const explainMatch: Explain<MatchItem, MatchResponse> = (
	{ pairs, options },
	whys,
	response
) => {
	const name = (id: string | undefined) => options.find((each) => each.id === id)?.text;
	return pairs.map(({ id, text, key }): Explanation => {
		const part = { text: `${text.replace(/\.$/, '')}: ${name(key) ?? ''}`, why: whys?.[id] };
		if (!response || response[id] === key) return { ...part, mark: 'right' };
		return { ...part, mark: 'wrong', given: `You chose: ${name(response[id]) ?? 'nothing'}.` };
	});
};
