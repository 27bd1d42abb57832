import lighthouse from 'lighthouse';
import { freePort, type TestServer } from '../support/server.ts';
import { firstModule } from '../support/transfer.ts';
import { launch } from './browser.ts';
import { atLeast, atMost, quantile, type Figure } from './figure.ts';

const RUNS = 5;
/** Pages to look at rather than to read; there are many, so each is measured less often. */
const VIEWS = [
	'/explore',
	'/timeline',
	'/map',
	'/figures',
	'/voices/network',
	'/words',
	'/disputes',
	'/after'
];
const VIEW_RUNS = 3;
const SCORES = [
	['performance', 98],
	['accessibility', 100],
	['best-practices', 100],
	['seo', 100]
] as const;

type Result = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'];

/** One run with Lighthouse's own settings for a phone, in a fresh profile. */
async function run(url: string): Promise<Result> {
	const port = await freePort();
	const browser = await launch(`--remote-debugging-port=${port}`);
	try {
		const result = await lighthouse(url, { port, logLevel: 'error', output: 'json' });
		if (!result) throw new Error(`Lighthouse gave no result for ${url}.`);
		return result.lhr;
	} finally {
		await browser.close();
	}
}

const median = (results: Result[], figure: (result: Result) => number) =>
	quantile(results.map(figure), 0.5);

async function measure(name: string, url: string, runs = RUNS): Promise<Figure[]> {
	const results: Result[] = [];
	while (results.length < runs) results.push(await run(url));
	const scores = SCORES.map(([id, limit]) =>
		atLeast(
			`Lighthouse ${name}: ${id}`,
			median(results, ({ categories }) => Math.round((categories[id]?.score ?? 0) * 100)),
			limit
		)
	);
	const audit = (id: string) =>
		median(results, ({ audits }) => audits[id]?.numericValue ?? Number.NaN);
	return [
		...scores,
		atMost(`Lighthouse ${name}: layout shift`, audit('cumulative-layout-shift'), 0, ''),
		atMost(`Lighthouse ${name}: blocking time`, audit('total-blocking-time'), 100, 'ms')
	];
}

/** Lighthouse, mobile, median of five on a home page, a card and a quiz. */
export async function lighthouses(server: TestServer): Promise<Figure[]> {
	const { card, quiz } = await firstModule(server.url);
	return [
		...(await measure('home', server.url)),
		...(await measure('card', server.url + card)),
		...(await measure('quiz', server.url + quiz))
	];
}

/** The same for the views, median of three. */
export async function views({ url }: TestServer): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const path of VIEWS) figures.push(...(await measure(path, url + path, VIEW_RUNS)));
	return figures;
}
