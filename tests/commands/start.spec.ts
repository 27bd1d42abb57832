import { chmod } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { expect, test as base } from 'playwright/test';
import { freePort } from '../support/server.ts';
import { Project, type Run } from './project.ts';

const test = base.extend<{ project: Project; port: number }>({
	project: async ({ browserName: _ }, use) => {
		const project = await Project.make();
		await use(project);
		await project.remove();
	},
	port: async ({ browserName: _ }, use) => use(await freePort())
});

const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;

const hello = async (port: number) => (await fetch(`http://127.0.0.1:${port}/`)).text();

async function serving(run: Run, port: number) {
	await expect.poll(() => run.said).toContain(`Who Says What is at http://127.0.0.1:${port}`);
}

async function take(port: number): Promise<Server> {
	const server = createServer();
	await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
	return server;
}

test('builds once, and again only when something has changed', async ({ project, port }) => {
	for (const builds of [1, 1]) {
		const run = project.start({ PORT: String(port) });
		await serving(run, port);
		expect(await hello(port)).toBe('hello');
		expect(await project.builds()).toBe(builds);
		run.signal('SIGINT', { all: true });
		await run.ended;
	}
	await project.write('content/one.yaml', '- id: two');
	const run = project.start({ PORT: String(port) });
	await serving(run, port);
	expect(await project.builds()).toBe(2);
	run.signal('SIGINT', { all: true });
	await run.ended;
});

for (const [how, all] of [
	['Ctrl-C in the terminal', true],
	['a signal to npm alone', false]
] as const)
	test(`${how} stops it at once and frees the port`, async ({ project, port }) => {
		const run = project.start({ PORT: String(port) });
		await serving(run, port);
		// A connection that is kept alive must not hold the server back.
		await hello(port);
		run.signal(all ? 'SIGINT' : 'SIGTERM', { all });
		await run.ended;
		await expect.poll(() => hello(port).catch(() => 'gone'), { timeout: 2000 }).toBe('gone');
	});

test('a port in use is told before anything is built', async ({ project, port }) => {
	const other = await take(port);
	const { code, said } = await project.start({ PORT: String(port) }).ended;
	other.close();
	expect(said.trim()).toBe(
		`Port ${port} is in use; stop the other program or choose another port, for example PORT=${port + 1} npm start.`
	);
	expect(code).toBe(1);
	expect(await project.builds()).toBe(0);
});

for (const wrong of ['abc', '0', '65536', '41.5'])
	test(`PORT=${wrong} is no port`, async ({ project }) => {
		const { code, said } = await project.start({ PORT: wrong }).ended;
		expect(said.trim()).toBe(`PORT is "${wrong}"; set it to a number from 1 to 65535.`);
		expect(code).toBe(1);
	});

test('an address the machine has not is told', async ({ project, port }) => {
	const { code, said } = await project.start({
		HOST: '192.0.2.1',
		PORT: String(port),
		ORIGIN: 'https://class.example.org'
	}).ended;
	expect(said).toContain('This machine has no address 192.0.2.1');
	expect(code).toBe(1);
});

test('a folder that may not be written is told', async ({ project, port }) => {
	await chmod(project.folder, 0o555);
	const { code, said } = await project.start({ PORT: String(port) }, isRoot ? NOBODY : undefined)
		.ended;
	await chmod(project.folder, 0o755);
	expect(said).toContain(`This account may not write in ${project.folder}`);
	expect(code).toBe(1);
});

test('no way to the registry is told, with the last lines of npm', async ({ port }) => {
	const project = await Project.make({ installed: false });
	const nowhere = `http://127.0.0.1:${await freePort()}`;
	const env = { PORT: String(port), npm_config_registry: nowhere };
	const { code, said } = await project.start(env).ended;
	await project.remove();
	expect(said).toContain('The package registry cannot be reached; connect this machine');
	expect(said).toContain('ECONNREFUSED');
	expect(code).toBe(1);
});

test('a build that fails is told, and not taken for a build the next time', async ({
	project,
	port
}) => {
	await project.write('node_modules/.bin/vite', '#!/bin/sh\necho "some mistake"; exit 1\n');
	for (const _ of [1, 2]) {
		const { code, said } = await project.start({ PORT: String(port) }).ended;
		expect(said).toContain('The build failed; the last lines say why.\n\nsome mistake');
		expect(code).toBe(1);
	}
});
