/**
 * `npm run content`: passes the content through the gate and prints its report.
 * With `-- --articles DIR` it also holds every claim against the articles' texts; with
 * `-- --coverage` it lists every claim and voice that the course leaves out, and the keys by module.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkArticles, copiedRuns, paragraphsOf, runsOf } from '../lib/content/articles.ts';
import { checkFigures } from '../lib/content/figures.ts';
import { formatMistake, type Mistake } from '../lib/content/mistakes.ts';
import { coverageReport, report } from '../lib/content/report.ts';
import { readContent } from '../lib/server/content-files.ts';

const { values } = parseArgs({
	options: {
		articles: { type: 'string' },
		content: { type: 'string', default: 'content' },
		coverage: { type: 'boolean', default: false }
	}
});

/** Article texts by source id: `<source>-<date>.txt`. */
function readArticles(folder: string, sources: Iterable<string>): Map<string, string> {
	const names = readdirSync(folder);
	return new Map(
		[...sources].flatMap((id) => {
			const name = names.find((each) => each.startsWith(`${id}-`) && each.endsWith('.txt'));
			return name ? [[id, readFileSync(join(folder, name), 'utf8')] as const] : [];
		})
	);
}

/** Every text file of the project that git tracks or would track. */
function projectFiles() {
	const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
		encoding: 'utf8'
	});
	return listed
		.split('\n')
		.filter(
			(path) => path && existsSync(path) && !/\.(png|ico|webp)$|package-lock\.json$/.test(path)
		)
		.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

function articleMistakes(folder: string, passed: ReturnType<typeof readContent>): Mistake[] {
	const articles = readArticles(folder, passed.ledger.sources.keys());
	const headlines = [...passed.ledger.sources.values()].map(({ headline }) => headline.text);
	const runs = runsOf([...articles.values()].map(paragraphsOf), headlines);
	return [
		...checkArticles(passed, articles),
		...checkFigures(passed, articles),
		...copiedRuns(projectFiles(), runs)
	];
}

const passed = readContent(values.content);
const mistakes = [
	...passed.mistakes.map((mistake) => ({ ...mistake, file: join(values.content, mistake.file) })),
	...(values.articles ? articleMistakes(values.articles, passed) : [])
];
for (const mistake of mistakes) console.error(formatMistake(mistake));
if (mistakes.length > 0) {
	console.error(
		`\n${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'} in the content.`
	);
	process.exitCode = 1;
} else {
	console.log(report(passed.ledger));
	if (values.coverage) console.log(coverageReport(passed.ledger));
	if (values.articles)
		console.log('Every quotation and figure stands in its article; nothing is copied.');
}
