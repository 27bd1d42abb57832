import type { Explain, Explanation } from '../../kind.ts';
import type { OrderItem } from './play.ts';

export const explainOrder: Explain<OrderItem, string[]> = (
	{ options, keys },
	whys,
	response = keys
) =>
	keys.flatMap((id, index): Explanation[] => {
		const option = options.find((each) => each.id === id);
		if (!option) return [];
		const place = response.indexOf(id);
		const part = { text: `${index + 1}. ${option.text}`, why: whys?.[id] };
		return place === index
			? [{ ...part, mark: 'right' }]
			: [{ ...part, mark: 'wrong', given: `You put it at ${place + 1}.` }];
	});
