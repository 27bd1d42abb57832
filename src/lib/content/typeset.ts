/** Sets straight quotation marks and apostrophes as a printer would; authors type the plain ones. */
export const typesetText = (text: string): string =>
	text
		.replace(/(^|[\s(\u2014\u2013[/])"/g, '$1“')
		.replace(/"/g, '”')
		.replace(/(^|[\s(“[/])'/g, '$1‘')
		.replace(/'/g, '’');

/** The same for every text within a value. */
export function typeset<T>(value: T): T {
	if (typeof value === 'string') return typesetText(value) as T;
	if (Array.isArray(value)) return value.map((each: unknown) => typeset(each)) as T;
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, each]: [string, unknown]) => [key, typeset(each)])
	) as T;
}
