import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserArgs, findChromium } from './src/cli/browser.js';
import { manifest } from './src/lib/pwa/manifest.ts';

const kitDir = process.env.KIT_DIR ?? '.svelte-kit';
const base = `${process.env.BASE_PATH ?? ''}/`;

export default defineConfig({
	plugins: [
		sveltekit(),
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
					'prerendered/dependencies/data/**/*.json'
				]
			}
		})
	],
	build: { target: 'es2022' },
	test: {
		expect: { requireAssertions: true },
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
