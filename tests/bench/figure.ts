/** A figure of the bench: what was measured, what it is to reach, and whether it does. */
export interface Figure {
	what: string;
	reach: string;
	value: string;
	/** Left out of a figure that is only told. */
	met?: boolean;
}

export type Unit = 'B' | 'KB' | 'ms' | 'min' | '';

const format = (value: number, unit: Unit) => {
	if (unit === 'KB') return `${(value / 1024).toFixed(1)} KB`;
	return `${Number.isInteger(value) ? value : value.toFixed(unit ? 0 : 3)}${unit ? ` ${unit}` : ''}`;
};

/** A figure that may be `limit` and not more. */
export const atMost = (what: string, value: number, limit: number, unit: Unit): Figure => ({
	what,
	reach: `at most ${format(limit, unit)}`,
	value: format(value, unit),
	met: value <= limit
});

/** A figure that must be `limit` or more. */
export const atLeast = (what: string, value: number, limit: number): Figure => ({
	what,
	reach: `at least ${limit}`,
	value: format(value, ''),
	met: value >= limit
});

/** A figure that helps to understand another one. */
export const told = (what: string, value: number, unit: Unit): Figure => ({
	what,
	reach: '',
	value: format(value, unit)
});

/** The value below which a share of all values lies. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The figures as a table of plain text. */
export function table(figures: readonly Figure[]): string {
	const rows = figures.map(({ what, reach, value, met }) => [
		what,
		reach,
		value,
		met === undefined ? '' : met ? 'yes' : 'NO'
	]);
	const all = [['what', 'reach', 'is', 'met'], ...rows];
	const widths = [0, 1, 2, 3].map((at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
	const line = (row: string[]) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ');
	return all.map((row) => line(row).trimEnd()).join('\n');
}
