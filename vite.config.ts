import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { playwright } from '@vitest/browser-playwright';
import type { Manifest, Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { browserArgs, findChromium } from './src/cli/browser.js';
import { manifest } from './src/lib/pwa/manifest.ts';
import { precacheEntries, TEACHING } from './src/lib/pwa/precache-entries.ts';

const kitDir = process.env.KIT_DIR ?? '.svelte-kit';
const zipHere = fileURLToPath(new URL('src/lib/class/marks/zip-here.ts', import.meta.url));
const base = `${process.env.BASE_PATH ?? ''}/`;

/** What every page needs, or the first question: one file instead of many small ones. */
const shared =
	/node_modules\/(svelte|@sveltejs|esm-env|clsx)\/|preload-helper|rolldown.runtime|\/src\/lib\/(quiz\/(?!.*(?:explain|summary|others|json|kinds\/(?:m|n|o|p|v))).+\.ts|quiz\/kinds\/(choice|cloze|who-says)\/.+|study\/(?:packs|fresh-id|quiz-)|pwa\/offline|ui\/(?:Head|finished-page)|ui\/quiz\/(Quiz|Question|load-kind|Stem|focus|loading|Options|OneOf))/;

/** What a card, a source or a disputed point needs to show its claims. */
const evidence =
	/\/src\/lib\/(content\/(evidence|links|edtf|card-text)|ui\/(Claim|Disclosure|EditorsNote|References|SourceLink|names|Words))/;

/**
 * Puts into each page the styles that it begins with. Kit also follows what scripts load later: it
 * adds those styles to every page, and then takes a file for seen that the page itself begins with.
 */
const stylesAtStart: Plugin = {
	name: 'styles-at-start',
	applyToEnvironment: ({ name }) => name === 'client',
	generateBundle: {
		order: 'post',
		handler(_, files) {
			const list = files['.vite/manifest.json'];
			if (list?.type !== 'asset') return;
			const chunks = JSON.parse(list.source.toString()) as Manifest;
			for (const chunk of Object.values(chunks)) delete chunk.dynamicImports;
			list.source = JSON.stringify(chunks);
		}
	}
};

/** What only a teacher needs: it is saved once a teacher's page is opened, so that it weighs on no reader's device. */
const teaching =
	/\/src\/(?:routes\/teach|lib\/(?:ui\/(?:class\/teach|gradebook)|classroom\/(?:teach|gradebook)|class\/(?:gradebook|marks)))\/|\/node_modules\/(?:write-excel-file|fflate)\//;
/** What Kit makes of each page, whoever needs it. */
const node = /\/generated\/client-optimized\/nodes\//;

/** Notes the files that hold nothing else. */
const teachersFiles: Plugin = {
	name: 'teachers-files',
	applyToEnvironment: ({ name }) => name === 'client',
	generateBundle(_, files) {
		const theirs = Object.values(files).filter(
			(file) =>
				file.type === 'chunk' &&
				file.moduleIds.some((id) => teaching.test(id)) &&
				file.moduleIds.every((id) => teaching.test(id) || node.test(id))
		);
		const names = theirs.map(({ fileName }) => `client/${fileName}`);
		this.emitFile({ type: 'asset', fileName: TEACHING, source: JSON.stringify(names) });
	}
};

export default defineConfig({
	plugins: [
		sveltekit(),
		stylesAtStart,
		teachersFiles,
		SvelteKitPWA({
			strategies: 'injectManifest',
			srcDir: 'src',
			filename: 'service-worker.ts',
			registerType: 'prompt',
			injectRegister: false,
			base,
			scope: base,
			outDir: `${kitDir}/output`,
			kit: { base, outDir: kitDir },
			manifest: manifest(base),
			injectManifest: {
				// The offline shell, the content packs and the scripts: each text is kept once.
				globPatterns: [
					'client/_app/immutable/**/*.{js,css}',
					'client/manifest.webmanifest',
					'client/icons/*.svg',
					'prerendered/pages/shell.html',
					'prerendered/pages/data/**/*.json'
				],
				// Their addresses carry a hash.
				dontCacheBustURLsMatching: /\/_app\/immutable\/|\/data\/.+\.[\w-]{8}\.json$/,
				// It stands in the page of the quiz, and within the quiz's own pack.
				globIgnores: ['prerendered/pages/data/start/*'],
				manifestTransforms: [precacheEntries(`${kitDir}/output`)]
			}
		})
	],
	resolve: {
		// Spreadsheets are zipped on the spot: the library's own way for large ones starts a worker from a
		// blob, which the pages' policy forbids.
		alias: [{ find: /^fflate$/, replacement: zipHere }]
	},
	build: {
		target: 'es2022',
		minify: 'terser',
		terserOptions: {
			ecma: 2022,
			module: true,
			compress: { passes: 3, pure_getters: true, unsafe_arrows: true }
		},
		// Scripts come from the saved copy; lists of what to fetch early would only weigh on every page.
		modulePreload: {
			resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css'))
		},
		rolldownOptions: {
			output: {
				codeSplitting: {
					groups: [
						{ name: 'shared', test: shared },
						{ name: 'evidence', test: evidence }
					]
				}
			}
		}
	},
	test: {
		expect: { requireAssertions: true },
		// A test ends when it is done; a busy machine is no mistake.
		testTimeout: 60_000,
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts'],
					exclude: ['src/**/*.svelte.test.ts'],
					environment: 'node'
				}
			},
			{
				extends: true,
				test: {
					name: 'components',
					include: ['src/**/*.svelte.test.ts'],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({
							launchOptions: { executablePath: findChromium(), args: browserArgs }
						}),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
});
