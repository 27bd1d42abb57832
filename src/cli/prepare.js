/** Brings packages and build up to date; does nothing when they are. */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join, resolve } from 'node:path';
import { Trouble } from '../server/trouble.js';
import { at, npm, quietly, readJson, root } from './run.js';

const CLEAN_INSTALL = ['ci', '--include=dev', '--prefer-offline', '--loglevel=error'];
const SHORT_WAITS = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];

/** @type {[RegExp, string][]} */
const REASONS = [
	[
		/\b(ENOTFOUND|EAI_AGAIN|ECONN(REFUSED|RESET)|E(NET|HOST)UNREACH|E\w*TIMEDOUT|E\w*TIMEOUT)\b/,
		'The package registry cannot be reached; connect this machine to the network and try again.'
	],
	[/\b(EACCES|EPERM|EROFS)\b/, mayNotWrite(root)],
	[/\bENOSPC\b/, 'The disk is full; free about 1 GB and try again.']
];

/** Installs what package-lock.json asks for, unless that is what is installed. */
export async function install() {
	if (isInstalled()) return;
	requireWritable('node_modules');
	console.log('Installing the packages, about a minute …');
	const [program, args] = npm(...CLEAN_INSTALL, ...SHORT_WAITS);
	await quietly(program, args, { failed: whyNotInstalled });
}

/** @param {string} said what npm said */
function whyNotInstalled(said) {
	const reason = REASONS.find(([pattern]) => pattern.test(said));
	return reason?.[1] ?? 'The packages could not be installed; the last lines say why.';
}

/** npm keeps its own list of what it installed; packages for other machines may be missing in it. */
function isInstalled() {
	const there = packagesOf('node_modules/.package-lock.json');
	return Object.entries(packagesOf('package-lock.json')).every(
		([path, { version, optional }]) =>
			!path || there[path]?.version === version || (optional && !there[path])
	);
}

/** @typedef {Record<string, { version: string; optional?: boolean }>} Packages */

/** @param {string} path */
function packagesOf(path) {
	if (!fs.existsSync(at(path))) return {};
	return /** @type {{ packages: Packages }} */ (readJson(at(path))).packages;
}

/** Builds the app, unless the build folder holds a build of the files as they are. */
export async function build() {
	const folder = resolve(root, process.env.BUILD_DIR ?? 'build');
	const stamp = join(folder, 'made-from');
	const wanted = fingerprint();
	if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;
	requireWritable(folder, '.svelte-kit');
	console.log('Building the app, about half a minute …');
	await quietly('vite', ['build'], { failed: 'The build failed; the last lines say why.' });
	fs.writeFileSync(stamp, wanted);
}

/** A hash of everything a build is made from. */
function fingerprint() {
	const { CONTENT_DIR = 'content', BASE_PATH, ADAPTER } = process.env;
	const hash = createHash('sha256').update(JSON.stringify([CONTENT_DIR, BASE_PATH, ADAPTER]));
	const made = ['src', 'static', CONTENT_DIR, 'package-lock.json', 'svelte.config.js'];
	for (const file of [...made, 'vite.config.ts', 'tsconfig.json'].flatMap(filesOf))
		hash.update(`\0${file}\0`).update(fs.readFileSync(file));
	return hash.digest('hex');
}

/**
 * @param {string} name a file or folder of the project
 * @returns {string[]} the file, or every file below the folder
 */
function filesOf(name) {
	const path = resolve(root, name);
	if (!fs.statSync(path).isDirectory()) return [path];
	return fs
		.readdirSync(path, { recursive: true, encoding: 'utf8' })
		.map((below) => join(path, below))
		.filter((below) => fs.statSync(below).isFile())
		.sort();
}

/** @param {string[]} names folders that are about to be written, if they are there */
function requireWritable(...names) {
	for (const folder of [root, ...names.map((name) => resolve(root, name)).filter(fs.existsSync)])
		try {
			fs.accessSync(folder, fs.constants.W_OK);
		} catch {
			throw new Trouble(mayNotWrite(folder));
		}
}

/** @param {string} folder */
function mayNotWrite(folder) {
	return `This account may not write in ${folder}; make the folder its own or clone the project elsewhere.`;
}
