/** Marks as files: the same figures as on the screen. */
import type { Gradebook } from '../../class/gradebook/gradebook.ts';
import type { ItemFigures } from '../../class/gradebook/items.ts';
import { toCsv } from '../../class/marks/csv.ts';
import { itemsTable, marksTable, type Names } from '../../class/marks/table.ts';

export type Format = 'marks.csv' | 'questions.csv' | 'xlsx';

/** Characters that file systems refuse. */
const fileName = (title: string) =>
	title
		.replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, 80) || 'Assignment';

/** The file in a format, and its name. */
export async function fileOf(
	format: Format,
	book: Gradebook,
	figures: readonly ItemFigures[],
	names: Names
): Promise<{ name: string; blob: Blob }> {
	const title = fileName(book.assignment.title);
	if (format === 'xlsx') {
		const { toXlsx } = await import('../../class/marks/xlsx.ts');
		const blob = await toXlsx([marksTable(book, names), itemsTable(figures)]);
		return { name: `${title}.xlsx`, blob };
	}
	const [what, table] =
		format === 'marks.csv'
			? ['marks', marksTable(book, names)]
			: ['questions', itemsTable(figures)];
	const blob = new Blob([toCsv(table)], { type: 'text/csv;charset=utf-8' });
	return { name: `${title}, ${what}.csv`, blob };
}

/** Gives a file to whoever reads. */
export function download({ name, blob }: { name: string; blob: Blob }): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(blob);
	link.download = name;
	link.click();
	URL.revokeObjectURL(link.href);
}
