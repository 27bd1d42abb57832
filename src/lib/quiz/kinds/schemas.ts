/** The writing side of each kind, for the content gate; kept apart so that no reader downloads it. */
import type { ItemKinds } from '../../content/item.ts';
import { choice } from './choice/schema.ts';
import { cloze } from './cloze/schema.ts';
import type { KindName } from './index.ts';
import { match } from './match/schema.ts';
import { matrix } from './matrix/schema.ts';
import { multi } from './multi/schema.ts';
import { number } from './number/schema.ts';
import { order } from './order/schema.ts';
import { place } from './place/schema.ts';
import { verdict } from './verdict/schema.ts';
import { whoSays } from './who-says/schema.ts';

const all = {
	choice,
	multi,
	order,
	match,
	number,
	verdict,
	'who-says': whoSays,
	cloze,
	place,
	matrix
};

export const itemKinds: ItemKinds = all satisfies Record<KindName, unknown>;
