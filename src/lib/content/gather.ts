/** Sorts the content files by what they hold and reads each with its schema. */
import * as v from 'valibot';
import { parseCardText, splitFrontMatter, type Sentence } from './card-text.ts';
import type { ItemKinds, WrittenItem } from './item.ts';
import { nearest, type Mistake } from './mistakes.ts';
import { readRecord, readRecords, type ContentFile, type Located, type Read } from './read.ts';
import * as record from './records.ts';

export interface ReadCard extends record.CardHead {
	paragraphs: Sentence[][];
}

export interface ReadModule {
	folder: string;
	head: Located<record.Module>;
	cards: Located<ReadCard>[];
	items: Located<WrittenItem>[];
}

/** All records as read, before anything is known of how they fit together. */
export interface Gathered {
	sources: Located<record.Source>[];
	voices: Located<record.Voice>[];
	places: Located<record.Place>[];
	events: Located<record.Event>[];
	terms: Located<record.Term>[];
	notes: Located<record.Note>[];
	disputes: Located<record.Dispute>[];
	claims: Located<record.Claim>[];
	modules: ReadModule[];
	/** One at the most. */
	home: Located<record.Home>[];
	mistakes: Mistake[];
}

const LISTS = {
	'voices.yaml': ['voices', record.Voice],
	'places.yaml': ['places', record.Place],
	'events.yaml': ['events', record.Event],
	'terms.yaml': ['terms', record.Term],
	'notes.yaml': ['notes', record.Note],
	'disputes.yaml': ['disputes', record.Dispute]
} as const;

function readCard(file: ContentFile): Read<ReadCard> {
	const split = splitFrontMatter(file.text);
	if (!split)
		return {
			records: [],
			mistakes: [
				{
					file: file.path,
					line: 1,
					message: 'has no front matter; begin the file with --- and the id, title, question and asOf'
				}
			]
		};
	const head = readRecord({ path: file.path, text: split.head }, record.CardHead, 2);
	const text = parseCardText(split.body, split.bodyLine);
	return {
		records: head.records.map((located) => ({
			...located,
			value: { ...located.value, paragraphs: text.paragraphs }
		})),
		mistakes: [...head.mistakes, ...text.mistakes.map((each) => ({ file: file.path, ...each }))]
	};
}

const readItems = (file: ContentFile, kinds: ItemKinds): Read<WrittenItem> =>
	readRecords(file, (raw): v.GenericSchema<unknown, WrittenItem> | string => {
		const kind = (raw as { kind?: unknown } | null)?.kind;
		if (typeof kind !== 'string') return '"kind" is missing: name the kind of question';
		const known = kinds[kind]?.schema;
		const hint = nearest(kind, Object.keys(kinds));
		return (
			known ??
			`"kind" names no kind of question "${kind}"; ${hint ? `did you mean ${hint}?` : `write one of ${Object.keys(kinds).join(', ')}`}`
		);
	});

/**
 * Reads every content file. A claim takes its source from the name of its file; a module its
 * place in the course, and a card its place in the module, from the number its name begins with.
 */
export function gather(files: readonly ContentFile[], kinds: ItemKinds): Gathered {
	const all: Gathered = {
		sources: [],
		voices: [],
		places: [],
		events: [],
		terms: [],
		notes: [],
		disputes: [],
		claims: [],
		modules: [],
		home: [],
		mistakes: []
	};
	const take = <T>(read: Read<T>): Located<T>[] => {
		all.mistakes.push(...read.mistakes);
		return read.records;
	};
	const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
	for (const file of sorted) {
		const [folder = '', name = ''] = file.path.split('/');
		if (Object.hasOwn(LISTS, file.path)) {
			const [list, schema] = LISTS[file.path as keyof typeof LISTS];
			(all[list] as Located<unknown>[]).push(...take(readRecords<v.GenericSchema>(file, schema)));
		} else if (file.path === 'home.yaml') all.home.push(...take(readRecord(file, record.Home)));
		else if (folder === 'sources') all.sources.push(...take(readRecord(file, record.Source)));
		else if (folder === 'claims') {
			const source = name.replace(/\.yaml$/, '');
			for (const each of take(readRecords(file, record.ClaimRecord)))
				all.claims.push({ ...each, value: { ...each.value, source } });
		} else if (folder !== 'modules')
			all.mistakes.push({
				file: file.path,
				line: 1,
				message: 'has no place in the content folder; see the README for which file holds what'
			});
	}
	const folders = new Set(
		sorted.filter(({ path }) => path.startsWith('modules/')).map(({ path }) => path.split('/')[1])
	);
	for (const folder of folders) {
		const within = sorted.filter(({ path }) => path.startsWith(`modules/${folder}/`));
		const module = gatherModule(`modules/${folder}`, within, kinds, take);
		if (module) all.modules.push(module);
		else if (!within.some(({ path }) => path.endsWith('/module.yaml')))
			all.mistakes.push({
				file: `modules/${folder}/module.yaml`,
				line: 1,
				message: 'is missing; write it with id, title, goal and minutes'
			});
	}
	return all;
}

function gatherModule(
	folder: string,
	files: readonly ContentFile[],
	kinds: ItemKinds,
	take: <T>(read: Read<T>) => Located<T>[]
): ReadModule | undefined {
	const named = (name: string) => files.filter(({ path }) => path === `${folder}/${name}`);
	const cards = files.filter(({ path }) => path.startsWith(`${folder}/cards/`));
	const [head] = named('module.yaml').flatMap((file) => take(readRecord(file, record.Module)));
	const rest = {
		cards: cards.flatMap((file) => take(readCard(file))),
		items: named('items.yaml').flatMap((file) => take(readItems(file, kinds)))
	};
	return head && { folder, head, ...rest };
}
