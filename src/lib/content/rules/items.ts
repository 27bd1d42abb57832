import type { ReadModule } from '../gather.ts';
import type { WrittenItem } from '../item.ts';
import type { Mistake } from '../mistakes.ts';
import type { Located } from '../read.ts';
import { mistakeAt, unknownId, type Rule, type RuleInput } from './rule.ts';

/** An item belongs to a card of its own module. */
function ownCard(
	{ records }: RuleInput,
	module: ReadModule,
	item: Located<WrittenItem>
): Mistake[] {
	const { folder } = module;
	const { card } = item.value;
	const ids = module.cards.map(({ value }) => value.id);
	const unread = records.unread.some(({ path }) => path.startsWith(`${folder}/cards/`));
	if (ids.includes(card) || unread) return [];
	const message = `names no card "${card}" of ${folder}; write one of ${ids.join(', ')}`;
	return [mistakeAt(item, ['card'], message)];
}

/** An item keeps its kind's own rules, which can be told only where claims and sources are in order. */
function ownRules(input: RuleInput, item: Located<WrittenItem>): Mistake[] {
	const { claims, voices } = input.known;
	const kind = input.kinds[item.value.kind];
	const asked = kind?.claims(item.value) ?? [];
	const places = kind?.places?.(item.value) ?? [];
	const unknown = asked.flatMap((id) => unknownId(input, item, ['claim'], 'claim', id));
	const unknownPlaces = places.flatMap((id) =>
		unknownId(input, item, ['options', id], 'place', id)
	);
	const inOrder =
		asked.every((id) => voices.has(claims.get(id)?.voice ?? '')) &&
		!input.records.unread.some(({ path }) => path.startsWith('sources/'));
	const broken = inOrder ? (kind?.mistakes(item.value, input.known) ?? []) : [];
	return [
		...unknown,
		...unknownPlaces,
		...broken.map(({ path, message }) => mistakeAt(item, path, message))
	];
}

/** An item belongs to a card of its module, rests on known claims and keeps its kind's own rules. */
export const soundItems: Rule = (input) =>
	input.records.modules.flatMap((module) =>
		module.items.flatMap((item) => [
			...ownCard(input, module, item),
			...item.value.claims.flatMap((id, index) =>
				unknownId(input, item, ['claims', index], 'claim', id)
			),
			...ownRules(input, item)
		])
	);
