import { mistakeAt, unknownId, type Rule } from './rule.ts';

/** An item belongs to a card of its module, rests on known claims and keeps its kind's own rules. */
export const soundItems: Rule = (input) =>
	input.records.modules.flatMap(({ folder, cards, items }) => {
		const cardIds = new Set(cards.map((card) => card.value.id));
		return items.flatMap((item) => {
			const { value } = item;
			const kind = input.kinds[value.kind];
			const card = cardIds.has(value.card)
				? []
				: [
						mistakeAt(
							item,
							['card'],
							`names no card "${value.card}" of ${folder}; write one of ${[...cardIds].join(', ')}`
						)
					];
			return [
				...card,
				...value.claims.flatMap((id, index) =>
					unknownId(input, item, ['claims', index], 'claim', id)
				),
				...(kind?.claims(value) ?? []).flatMap((id) => unknownId(input, item, [], 'claim', id)),
				...(kind?.mistakes(value, input.known) ?? []).map(({ path, message }) =>
					mistakeAt(item, path, message)
				)
			];
		});
	});
