/** Cards that were changed since they were read on this device. */
import type { CardHead } from '../content/records.ts';
import type { Visit } from '../local/rows.ts';

type Revised = Pick<CardHead, 'id' | 'revision'>;

/** Of some cards, those read in an older revision; a card that was never read is not one of them. */
export function changedCards<Card extends Revised>(
	cards: readonly Card[],
	visits: readonly Visit[]
): Card[] {
	const read = new Map(visits.map(({ card, revision }) => [card, revision]));
	return cards.filter(({ id, revision }) => (read.get(id) ?? revision) < revision);
}

/** What came after a revision, oldest first. */
export const changesSince = ({ changes }: Pick<CardHead, 'changes'>, revision: number) =>
	changes.filter((change) => change.revision > revision).sort((a, b) => a.revision - b.revision);
