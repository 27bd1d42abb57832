import { spawn } from 'node:child_process';
import { atLeast, atMost, told, type Figure } from './figure.ts';

const COUNT = 10_000;
const TEST = 'src/lib/local/schedules.svelte.test.ts';

interface Counts {
	schedules: number;
	steps: number;
	shown: number;
	lost: number;
	doubled: number;
}

/** Runs the schedules of the component test, many more of them, and reads what it counted. */
async function counted(): Promise<Counts> {
	const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'components', TEST];
	const env = { ...process.env, VITE_SCHEDULES: String(COUNT) };
	const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
	let output = '';
	child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
	await new Promise((done) => child.once('close', done));
	const line = /schedules (\{.*\})/.exec(output)?.[1];
	if (!line) throw new Error(`The schedules did not run:\n${output}`);
	if (child.exitCode !== 0) console.log(output);
	return JSON.parse(line) as Counts;
}

/** What becomes of answers in seeded schedules of answer, reload, kill, two tabs, no room, import, downgrade. */
export async function schedules(): Promise<Figure[]> {
	const { schedules: run, steps, shown, lost, doubled } = await counted();
	return [
		atLeast('seeded schedules', run, COUNT),
		told('seeded schedules, steps', steps, ''),
		told('seeded schedules, answers shown as saved', shown, ''),
		atMost('seeded schedules, answers lost', lost, 0, ''),
		atMost('seeded schedules, answers doubled', doubled, 0, '')
	];
}
