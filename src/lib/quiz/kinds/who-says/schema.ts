import * as v from 'valibot';
import { Id, Text } from '../../../content/fields.ts';
import { ITEM_FIELDS, type ItemKind, type Known } from '../../../content/item.ts';
import type { SingleItem } from '../../single.ts';

const schema = v.strictObject({
	...ITEM_FIELDS,
	kind: v.literal('who-says'),
	/** The claim that the question is about. */
	claim: Id,
	of: v.picklist(['voice', 'source'], 'must be voice or source'),
	/** Voice or source ids, each with its why. */
	options: v.pipe(
		v.record(v.string(), Text),
		v.check((options) => Object.keys(options).length >= 2, 'must hold two or more options')
	)
});

type Written = v.InferOutput<typeof schema>;

/** Voices or sources that say the claim, by the ledger: the claim's own and those of its `same`. */
function sayers({ claim, of }: Written, known: Known): Set<string> {
	const all = [...known.same(claim)].flatMap((id) => known.claims.get(id) ?? []);
	return new Set(all.map((each) => each[of]));
}

const nameOf = (of: Written['of'], id: string, known: Known) =>
	of === 'voice' ? known.voices.get(id)?.name : known.sources.get(id)?.outlet;

/** The key is not written: it is who says the claim in the ledger. */
export const whoSays: ItemKind<Written, SingleItem> = {
	schema,
	mistakes: (item, known) => {
		const { of, options } = item;
		const right = sayers(item, known);
		const strangers = Object.keys(options)
			.filter((id) => !nameOf(of, id, known))
			.map((id) => ({ path: ['options', id], message: `names no ${of} "${id}"; mend the id` }));
		const keyed = Object.keys(options).some((id) => right.has(id));
		return keyed
			? strangers
			: [
					...strangers,
					{
						path: ['options'],
						message: `holds no right option: the claim is said by ${[...right].join(', ')}; add it with its why`
					}
				];
	},
	claims: ({ claim }) => [claim],
	play: (item, known) => ({
		options: Object.keys(item.options).map((id) => ({
			id,
			text: nameOf(item.of, id, known) ?? id
		})),
		keys: Object.keys(item.options).filter((id) => sayers(item, known).has(id))
	}),
	whys: ({ options }) => options
};
