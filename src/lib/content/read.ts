/** Reads one content file into records that remember the line they stand on. */
import * as v from 'valibot';
import {
	isMap,
	isSeq,
	LineCounter,
	parseDocument,
	visit,
	type Document,
	type YAMLError
} from 'yaml';
import { describeIssue, type Mistake } from './mistakes.ts';

export interface ContentFile {
	/** Path below the content folder, with forward slashes. */
	path: string;
	text: string;
}

export type Path = readonly (string | number)[];

/** A record with the place it was read from. */
export interface Located<T> {
	value: T;
	file: string;
	/** Line of a field of this record, or of the record itself. */
	line(path?: Path): number;
}

export interface Read<T> {
	records: Located<T>[];
	mistakes: Mistake[];
}

interface Parsed {
	document: Document;
	lines: LineCounter;
	firstLine: number;
	mistakes: Mistake[];
}

function parseYaml({ path, text }: ContentFile, firstLine: number): Parsed {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
	const end = text.trimEnd().length;
	const found = new Map<number, string>();
	const add = (offset: number, message: string) => {
		const line = lines.linePos(Math.min(offset, end)).line + firstLine - 1;
		if (!found.has(line)) found.set(line, message);
	};
	for (const error of ownErrors(document.errors)) add(error.pos[0], describeSyntax(error));
	if (document.errors.length === 0)
		visit(document, {
			Alias: (_, { source, range }) => {
				add(range?.[0] ?? 0, `repeats another part with *${source}; write it out`);
			}
		});
	const mistakes = [...found].map(([line, message]) => ({ file: path, line, message }));
	return { document, lines, firstLine, mistakes };
}

const SYNTAX: Partial<Record<YAMLError['code'], string>> = {
	BLOCK_AS_IMPLICIT_KEY:
		'has ": " where no field can begin; put the text between quotation marks or mend the indent',
	DUPLICATE_KEY: 'has a field that stands there twice; keep one of the two',
	MULTIPLE_DOCS: 'begins a second document with ---; remove that line',
	TAB_AS_INDENT: 'is indented with a tab; use spaces',
	MISSING_CHAR:
		'ends before a quotation mark or bracket is closed; close it where it was opened, here or above',
	RESOURCE_EXHAUSTION: 'is nested too deeply; write a record of a few levels'
};
const STANDS_ALONE: readonly YAMLError['code'][] = [
	'BLOCK_AS_IMPLICIT_KEY',
	'DUPLICATE_KEY',
	'MULTIPLE_DOCS',
	'TAB_AS_INDENT'
];

/**
 * The errors an author made: each that stands for itself, and the first of the rest, because one
 * wrong indent can make every later line look wrong.
 */
function ownErrors(errors: readonly YAMLError[]): YAMLError[] {
	const tooDeep = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
	if (tooDeep) return [tooDeep];
	const rest = errors.find(({ code }) => !STANDS_ALONE.includes(code));
	return errors.filter((error) => STANDS_ALONE.includes(error.code) || error === rest);
}

/** A syntax error in one sentence, without the position that YAML's own message repeats. */
function describeSyntax({ code, message }: YAMLError): string {
	const own = message.split('\n')[0]?.replace(/ at line .*$/, '') ?? '';
	return (
		SYNTAX[code] ??
		`is not valid YAML (${own}); mend the indent, or put text that holds ": ", " #" or a quotation mark between quotation marks`
	);
}

function lineAt({ document, lines, firstLine }: Parsed, path: Path): number {
	for (let depth = path.length; depth >= 0; depth--) {
		const at = document.getIn(path.slice(0, depth), true) as { range?: [number] } | undefined;
		if (at?.range) return lines.linePos(at.range[0]).line + firstLine - 1;
	}
	return firstLine;
}

function locate<S extends v.GenericSchema>(
	schema: S,
	raw: unknown,
	base: Path,
	parsed: Parsed,
	file: string
): Read<v.InferOutput<S>> {
	const line = (path: Path = []) => lineAt(parsed, [...base, ...path]);
	const result = v.safeParse(schema, raw, { abortPipeEarly: true });
	if (result.success) return { records: [{ value: result.output, file, line }], mistakes: [] };
	const mistakes = result.issues.map((issue) => ({
		file,
		line: line(issue.path?.map((step) => step.key as string | number)),
		message: describeIssue(issue)
	}));
	return { records: [], mistakes };
}

/** A file that holds one record. `firstLine` is where its YAML begins, for front matter. */
export function readRecord<S extends v.GenericSchema>(
	file: ContentFile,
	schema: S,
	firstLine = 1
): Read<v.InferOutput<S>> {
	const parsed = parseYaml(file, firstLine);
	if (parsed.mistakes.length > 0) return { records: [], mistakes: parsed.mistakes };
	if (!isMap(parsed.document.contents)) {
		const message = isSeq(parsed.document.contents)
			? 'must be one record; remove the dash before its fields'
			: 'holds no record; write its fields, each as "name: value"';
		return { records: [], mistakes: [{ file: file.path, line: firstLine, message }] };
	}
	return locate(schema, parsed.document.toJS(), [], parsed, file.path);
}

/** What a record says that fits no schema. */
export interface WrongRecord {
	field: string;
	message: string;
}

/** A file that holds a list of records; `schemaOf` may choose the schema by what a record says. */
export function readRecords<S extends v.GenericSchema>(
	file: ContentFile,
	schemaOf: S | ((raw: unknown) => S | WrongRecord)
): Read<v.InferOutput<S>> {
	const parsed = parseYaml(file, 1);
	if (parsed.mistakes.length > 0) return { records: [], mistakes: parsed.mistakes };
	if (!isSeq(parsed.document.contents)) {
		const message = isMap(parsed.document.contents)
			? 'must be a list; begin each record with "- id:"'
			: 'holds no records; write a list of records, each beginning with "- id:"';
		return { records: [], mistakes: [{ file: file.path, line: 1, message }] };
	}
	const all = parsed.document.toJS() as unknown[];
	const reads = all.map((raw, index): Read<v.InferOutput<S>> => {
		const schema = typeof schemaOf === 'function' ? schemaOf(raw) : schemaOf;
		if (!('field' in schema)) return locate(schema, raw, [index], parsed, file.path);
		const line = lineAt(parsed, [index, schema.field]);
		return { records: [], mistakes: [{ file: file.path, line, message: schema.message }] };
	});
	return {
		records: reads.flatMap((read) => read.records),
		mistakes: reads.flatMap((read) => read.mistakes)
	};
}
