/** Runs other programs, on the Node that the packages bring as soon as they are there. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Trouble } from '../server/trouble.js';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A file below the project's folder. */
export const at = (/** @type {string[]} */ ...path) => join(root, ...path);

/**
 * @param {string} path
 * @returns {unknown}
 */
export const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

const LAST_LINES = 30;

/**
 * Starts a program in the project's folder, without input.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv; output: 'inherit' | 'pipe' | 'ignore'; timeout?: number }} options
 */
export function start(program, args, { env, output, timeout }) {
	const PATH = [at('node_modules', '.bin'), process.env.PATH].join(delimiter);
	return spawn(program, args, {
		cwd: root,
		env: { ...process.env, PATH, ...env },
		stdio: ['ignore', output, output],
		timeout
	});
}

/**
 * Runs a program to its end without a word.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ failed: string | ((said: string) => string); timeout?: number }} options `failed` is
 *   the sentence for its failure, perhaps by what it said
 * @throws {Trouble} with the program's last lines
 */
export async function quietly(program, args, { failed, timeout }) {
	const child = start(program, args, { output: 'pipe', timeout });
	let said = '';
	for (const stream of [child.stdout, child.stderr])
		stream?.on('data', (/** @type {Buffer} */ data) => (said += data.toString()));
	if ((await ended(child)) === 0) return;
	const sentence = typeof failed === 'string' ? failed : failed(said);
	throw new Trouble(sentence, said.trimEnd().split('\n').slice(-LAST_LINES).join('\n'));
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} its exit code; 1 when it never started or was stopped by a signal
 */
export const ended = (child) =>
	new Promise((done) => {
		child.once('error', () => {
			done(1);
		});
		child.once('close', (code) => {
			done(code ?? 1);
		});
	});

/** The npm that called us, else the one on the path: program and first arguments. */
export const npm = (/** @type {string[]} */ ...args) => {
	const { npm_node_execpath: node, npm_execpath: cli } = process.env;
	return /** @type {[string, string[]]} */ (node && cli ? [node, [cli, ...args]] : ['npm', args]);
};
