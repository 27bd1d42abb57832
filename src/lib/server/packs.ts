/** The content packs, made from the content folder. */
import { error } from '@sveltejs/kit';
import { formatMistake } from '../content/mistakes.ts';
import { fairness } from '../content/fairness.ts';
import {
	packCards,
	packCatalog,
	packFigures,
	packEventCards,
	packItems,
	packLater,
	packLedger,
	packQuiz,
	packWhys,
	type QuizPack,
	type QuizStart,
	packTerms
} from '../content/packs.ts';
import type { Ledger } from '../content/ledger.ts';
import { openers } from '../quiz/session.ts';
import { typeset } from '../content/typeset.ts';
import { readContent } from './content-files.ts';
import { packMap } from './map.ts';

let ledger: Ledger | undefined;

/**
 * The ledger of the content folder (`CONTENT_DIR` names another); read anew on each call while developing.
 *
 * @throws Error that lists every mistake when the content does not pass the gate
 */
export function serverLedger(): Ledger {
	if (ledger && !import.meta.env.DEV) return ledger;
	const passed = readContent(process.env.CONTENT_DIR ?? 'content');
	if (passed.mistakes.length > 0)
		throw new Error(`The content has mistakes:\n${passed.mistakes.map(formatMistake).join('\n')}`);
	ledger = passed.ledger;
	return ledger;
}

/** The beginning of a quiz: the questions that it may begin with. */
const quizStart = (pack: QuizPack): QuizStart => ({
	...pack,
	cards: [],
	items: openers(pack.items),
	entries: pack.items.map(({ id, revision }) => ({ id, revision }))
});

/** A pack by its path below `/data`, without `.json`; a 404 error when there is none. */
export function serverPack(path: string): unknown {
	const all = serverLedger();
	const [kind, id] = path.split('/');
	const module = all.modules.find((each) => each.id === id);
	if (path === 'catalog') return typeset(packCatalog(all));
	if (path === 'items') return packItems(all);
	if (path === 'ledger') return typeset(packLedger(all));
	if (path === 'fairness') return typeset(fairness(all));
	if (path === 'figures') return typeset(packFigures(all));
	if (path === 'terms') return typeset(packTerms(all));
	if (path === 'later' && all.later) return typeset(packLater(all));
	if (path === 'event-cards') return packEventCards(all);
	if (path === 'map') return packMap(all.places.values());
	if (kind === 'modules' && module) return typeset(packCards(module));
	if (kind === 'quiz' && module) return typeset(packQuiz(module));
	if (kind === 'start' && module) return typeset(quizStart(packQuiz(module)));
	if (kind === 'whys' && module) return typeset(packWhys(module));
	error(404, 'There is no such page.');
}
