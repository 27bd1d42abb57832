/** Sorts the content files by what they hold and reads each with its schema. */
import * as v from 'valibot';
import { parseCardText, splitFrontMatter, type Sentence } from './card-text.ts';
import type { ItemKinds, WrittenItem } from './item.ts';
import { nearest, shorten, type Mistake } from './mistakes.ts';
import {
	readRecord,
	readRecords,
	type ContentFile,
	type Located,
	type Read,
	type WrongRecord
} from './read.ts';
import * as record from './records.ts';

export interface ReadCard extends record.CardHead {
	paragraphs: Sentence[][];
}

export interface ReadModule {
	folder: string;
	/** Absent where it is missing or has a mistake. */
	head: Located<record.Module> | undefined;
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
	figures: Located<record.FigureGroup>[];
	contacts: Located<record.Contact>[];
	claims: Located<record.Claim>[];
	modules: ReadModule[];
	/** One at the most. */
	home: Located<record.Home>[];
	/** One at the most. */
	later: Located<record.Later>[];
	mistakes: Mistake[];
	/** Files of which something could not be read, so that one mistake does not look like many. */
	unread: ContentFile[];
}

const LISTS = {
	'voices.yaml': ['voices', record.Voice],
	'places.yaml': ['places', record.Place],
	'events.yaml': ['events', record.Event],
	'terms.yaml': ['terms', record.Term],
	'notes.yaml': ['notes', record.Note],
	'disputes.yaml': ['disputes', record.Dispute],
	'figures.yaml': ['figures', record.FigureGroup],
	'contacts.yaml': ['contacts', record.Contact]
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
					message:
						'has no front matter; begin the file with --- and the id, title, question and asOf'
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

function schemaOf(
	raw: unknown,
	kinds: ItemKinds
): v.GenericSchema<unknown, WrittenItem> | WrongRecord {
	const kind = (raw as { kind?: unknown } | null)?.kind;
	const wrong = (message: string) => ({ field: 'kind', message });
	if (typeof kind !== 'string') return wrong('"kind" is missing: name the kind of question');
	const hint = nearest(kind, Object.keys(kinds));
	const advice = hint ? `did you mean ${hint}?` : `write one of ${Object.keys(kinds).join(', ')}`;
	return kinds[kind]?.schema ?? wrong(`names no kind of question "${shorten(kind)}"; ${advice}`);
}

const readItems = (file: ContentFile, kinds: ItemKinds): Read<WrittenItem> =>
	readRecords(file, (raw) => schemaOf(raw, kinds));

const STRANGE = 'has no place in the content folder; see the README for which file holds what';
const MODULE_PART = /^(modules\/[^/]+)\/(?:module\.yaml|items\.yaml|cards\/[^/]+\.md)$/;

function moduleIn(all: Gathered, folder: string): ReadModule {
	const known = all.modules.find((module) => module.folder === folder);
	if (known) return known;
	const module = { folder, head: undefined, cards: [], items: [] };
	all.modules.push(module);
	return module;
}

function gatherFile(all: Gathered, file: ContentFile, kinds: ItemKinds): void {
	const take = <T>(read: Read<T>): Located<T>[] => {
		if (read.mistakes.length > 0) all.unread.push(file);
		for (const mistake of read.mistakes) all.mistakes.push(mistake);
		return read.records;
	};
	const { path } = file;
	const source = /^claims\/([^/]+)\.yaml$/.exec(path)?.[1];
	const folder = MODULE_PART.exec(path)?.[1];
	if (Object.hasOwn(LISTS, path)) {
		const [list, schema] = LISTS[path as keyof typeof LISTS];
		(all[list] as Located<unknown>[]).push(...take(readRecords<v.GenericSchema>(file, schema)));
	} else if (path === 'home.yaml') all.home.push(...take(readRecord(file, record.Home)));
	else if (path === 'later.yaml') all.later.push(...take(readRecord(file, record.Later)));
	else if (/^sources\/[^/]+\.yaml$/.test(path))
		all.sources.push(...take(readRecord(file, record.Source)));
	else if (source)
		for (const each of take(readRecords(file, record.ClaimRecord)))
			all.claims.push({ ...each, value: { ...each.value, source } });
	else if (folder) gatherPart(moduleIn(all, folder), file, kinds, take);
	else all.mistakes.push({ file: path, line: 1, message: STRANGE });
}

function gatherPart(
	module: ReadModule,
	file: ContentFile,
	kinds: ItemKinds,
	take: <T>(read: Read<T>) => Located<T>[]
): void {
	if (file.path.endsWith('.md')) module.cards.push(...take(readCard(file)));
	else if (file.path.endsWith('/items.yaml')) module.items.push(...take(readItems(file, kinds)));
	else [module.head] = take(readRecord(file, record.Module));
}

/** Files in the order of their paths; line ends and byte order mark as any editor may leave them. */
const inOrder = (files: readonly ContentFile[]) =>
	files
		.map(({ path, text }) => ({
			path,
			text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
		}))
		.sort((a, b) => (a.path < b.path ? -1 : 1));

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
		figures: [],
		contacts: [],
		claims: [],
		modules: [],
		home: [],
		later: [],
		mistakes: [],
		unread: []
	};
	for (const file of inOrder(files)) gatherFile(all, file, kinds);
	const paths = new Set(files.map(({ path }) => path));
	for (const { folder } of all.modules) {
		const file = `${folder}/module.yaml`;
		if (!paths.has(file))
			all.mistakes.push({
				file,
				line: 1,
				message: 'is missing; write it with id, title, goal and minutes'
			});
	}
	return all;
}
