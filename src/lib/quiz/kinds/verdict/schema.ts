import * as v from 'valibot';
import { Id, Text } from '../../../content/fields.ts';
import { ITEM_FIELDS, type ItemKind } from '../../../content/item.ts';
import { STATUS_NAMES, STATUSES } from '../../../content/status.ts';
import type { SingleItem } from '../../single.ts';

const schema = v.strictObject({
	...ITEM_FIELDS,
	kind: v.literal('verdict'),
	dispute: Id,
	why: v.strictObject({
		agreed: Text,
		'one-side': Text,
		contradicted: Text,
		differ: Text,
		unclear: Text
	})
});

/** The key is not written: it is the status that the ledger computes for the dispute. */
export const verdict: ItemKind<v.InferOutput<typeof schema>, SingleItem> = {
	schema,
	mistakes: ({ dispute }, known) =>
		known.status(dispute)
			? []
			: [{ path: ['dispute'], message: `names no dispute "${dispute}"; add it to disputes.yaml` }],
	claims: () => [],
	play: ({ dispute }, known) => ({
		options: STATUSES.map((id) => ({ id, text: STATUS_NAMES[id] })),
		keys: [known.status(dispute) ?? '']
	}),
	whys: ({ why }) => why
};
