/** Reads one content file into records that remember the line they stand on. */
import * as v from 'valibot';
import { isMap, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
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
	const mistakes = document.errors.map((error) => ({
		file: path,
		line: lines.linePos(error.pos[0]).line + firstLine - 1,
		message: `is not valid YAML here: ${error.message.split('\n')[0]?.replace(/ at line .*$/, '')}`
	}));
	return { document, lines, firstLine, mistakes };
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
	const result = v.safeParse(schema, raw);
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
	return locate(schema, parsed.document.toJS(), [], parsed, file.path);
}

/** A file that holds a list of records; `schemaOf` may choose the schema by what a record says. */
export function readRecords<S extends v.GenericSchema>(
	file: ContentFile,
	schemaOf: S | ((raw: unknown) => S | string)
): Read<v.InferOutput<S>> {
	const parsed = parseYaml(file, 1);
	if (parsed.mistakes.length > 0) return { records: [], mistakes: parsed.mistakes };
	if (!isSeq(parsed.document.contents)) {
		const message = isMap(parsed.document.contents)
			? 'must be a list; begin each record with "- id:"'
			: 'is empty; write a list of records, each beginning with "- id:"';
		return { records: [], mistakes: [{ file: file.path, line: 1, message }] };
	}
	const all = parsed.document.toJS() as unknown[];
	const reads = all.map((raw, index): Read<v.InferOutput<S>> => {
		const schema = typeof schemaOf === 'function' ? schemaOf(raw) : schemaOf;
		if (typeof schema !== 'string') return locate(schema, raw, [index], parsed, file.path);
		const mistake = { file: file.path, line: lineAt(parsed, [index]), message: schema };
		return { records: [], mistakes: [mistake] };
	});
	return {
		records: reads.flatMap((read) => read.records),
		mistakes: reads.flatMap((read) => read.mistakes)
	};
}
