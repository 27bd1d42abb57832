/** Figures of a question as the screen writes them: as in the file, see `itemsTable`. */
import type { Estimate } from '#lib/class/gradebook/statistics.ts';
import { points } from '#lib/class/marks/table.ts';

const printed = (value: number) => String(points(value)).replace('-', '−');

/** A figure with the range in which the truth may well lie. */
export const estimateText = ({ value, from, to }: Estimate): string =>
	`${printed(value)} (${printed(from)} to ${printed(to)})`;

/** What a discrimination says, in words. Limits after Ebel 1965, Measuring Educational Achievement. */
export function discriminationWords({ value }: Estimate): string {
	if (value < 0) return 'those who know more did worse';
	if (value < 0.2) return 'hardly tells who knows more';
	if (value < 0.4) return 'tells who knows more';
	return 'tells clearly who knows more';
}
