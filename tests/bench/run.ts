/** `npm run bench`: measures the built app and prints what it reaches. `-- sizes` runs one part. */
import { build } from '../../src/cli/prepare.js';
import { end, Trouble } from '../../src/server/trouble.js';
import { TestServer } from '../support/server.ts';
import { answers } from './answer.ts';
import { everyPage } from './axe.ts';
import { handIns, kills, wrongRequests } from './class.ts';
import { table, type Figure } from './figure.ts';
import { gradebooks } from './gradebook.ts';
import { killed } from './killed.ts';
import { lighthouses, views } from './lighthouse.ts';
import { outbox } from './outbox.ts';
import { relaunches } from './relaunch.ts';
import { review } from './review.ts';
import { schedules } from './schedules.ts';
import { search } from './search.ts';
import { simulation } from './simulation.ts';
import { sizes } from './sizes.ts';
import { update } from './update.ts';

const PARTS = {
	sizes,
	update,
	answers,
	search,
	review,
	gradebooks,
	relaunches,
	lighthouses,
	views,
	axe: everyPage,
	simulation,
	outbox,
	'hand-ins': handIns,
	'killed-server': kills,
	fuzz: wrongRequests,
	schedules,
	killed
};

type Part = keyof typeof PARTS;

async function measure(parts: Part[]): Promise<Figure[]> {
	const server = await TestServer.start();
	try {
		const figures: Figure[] = [];
		for (const part of parts) {
			console.log(`Measuring ${part} …`);
			figures.push(...(await PARTS[part](server)));
		}
		return figures;
	} finally {
		await server.stop();
	}
}

async function bench(names: string[]) {
	const all = Object.keys(PARTS) as Part[];
	const unknown = names.find((name) => !(name in PARTS));
	if (unknown) throw new Trouble(`There is no part "${unknown}"; choose of ${all.join(', ')}.`);
	await build();
	const figures = await measure(all.filter((part) => names.length === 0 || names.includes(part)));
	console.log(`\n${table(figures)}`);
	process.exitCode = figures.every(({ met }) => met) ? 0 : 1;
}

await bench(process.argv.slice(2)).catch(end);
