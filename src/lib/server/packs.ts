/** The content packs, made from the content folder. */
import { error } from '@sveltejs/kit';
import { gate } from '../content/gate.ts';
import { formatMistake } from '../content/mistakes.ts';
import type { ContentFile } from '../content/read.ts';
import { itemKinds } from '../quiz/kinds/schemas.ts';
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
import type { CourseModule, Ledger } from '../content/ledger.ts';
import { openers } from '../quiz/session.ts';
import { typeset } from '../content/typeset.ts';
import { readContentFiles } from './content-files.ts';
import { packMap } from './map.ts';

let read: { files: ContentFile[]; ledger: Ledger } | undefined;

const isSame = (a: ContentFile[], b: ContentFile[]) =>
	a.length === b.length && a.every(({ text }, at) => text === b[at]?.text);

/**
 * The ledger of the content folder (`CONTENT_DIR` names another); while developing, what was edited is
 * read anew.
 *
 * @throws Error that lists every mistake when the content does not pass the gate
 */
export function serverLedger(): Ledger {
	if (read && !import.meta.env.DEV) return read.ledger;
	const files = readContentFiles(process.env.CONTENT_DIR ?? 'content');
	if (read && isSame(read.files, files)) return read.ledger;
	const passed = gate(files, itemKinds);
	if (passed.mistakes.length > 0)
		throw new Error(`The content has mistakes:\n${passed.mistakes.map(formatMistake).join('\n')}`);
	read = { files, ledger: passed.ledger };
	return read.ledger;
}

/** The beginning of a quiz: the questions that it may begin with. */
const quizStart = (pack: QuizPack): QuizStart => ({
	...pack,
	cards: [],
	items: openers(pack.items),
	entries: pack.items.map(({ id, revision }) => ({ id, revision }))
});

/** Packs of the whole course, by their path below `/data`. */
const WHOLE: Record<string, (ledger: Ledger) => unknown> = {
	catalog: (all) => typeset(packCatalog(all)),
	'event-cards': packEventCards,
	fairness: (all) => typeset(fairness(all)),
	figures: (all) => typeset(packFigures(all)),
	items: packItems,
	later: (all) => typeset(packLater(all)),
	ledger: (all) => typeset(packLedger(all)),
	map: (all) => packMap(all.places.values()),
	terms: (all) => typeset(packTerms(all))
};

/** Packs of one module, by the folder that they lie in. */
const OF_MODULE: Record<string, (module: CourseModule) => unknown> = {
	modules: packCards,
	quiz: packQuiz,
	start: (module) => quizStart(packQuiz(module)),
	whys: packWhys
};

const ofModules = (folder: string) => serverLedger().modules.map(({ id }) => `${folder}/${id}`);

/** Paths of the beginnings of quizzes, which stand in pages. */
export const startPaths = () => ofModules('start');

/** Paths of all packs that a page takes. */
export const packPaths = () => [
	...Object.keys(WHOLE).filter((path) => path !== 'later' || serverLedger().later),
	...['modules', 'quiz', 'whys'].flatMap(ofModules)
];

/** A pack by its path below `/data`; a 404 error when there is none. */
export function serverPack(path: string): unknown {
	const all = serverLedger();
	const [kind = '', id] = path.split('/');
	const module = all.modules.find((each) => each.id === id);
	if (module && OF_MODULE[kind]) return typeset(OF_MODULE[kind](module));
	if (!id && WHOLE[kind]) return WHOLE[kind](all);
	error(404, 'There is no such page.');
}
