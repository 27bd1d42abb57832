import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapterNode from '@sveltejs/adapter-node';
import adapterStatic from '@sveltejs/adapter-static';

/** `BASE_PATH=/karabakh npm run build:static` makes a study-only site for a static host. */
const base = process.env.BASE_PATH ?? '';
const isStatic = process.env.ADAPTER === 'static';
const out = process.env.BUILD_DIR ?? 'build';

/**
 * The one inline script of app.html sets the look before the first paint, so that a dark page never
 * flashes white; where storage is blocked or holds something else, the device's own look stands.
 * It also notes the button that is pressed before scripts run, so that the press is not lost.
 * The script's hash lets it run.
 */
const inlineScript = /<script>([\s\S]*?)<\/script>/.exec(readFileSync('src/app.html', 'utf8'))?.[1];
const inlineHash = createHash('sha256')
	.update(inlineScript ?? '')
	.digest('base64');

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: isStatic
			? adapterStatic({ pages: out, assets: out, fallback: '404.html', strict: false })
			: adapterNode({ out }),
		outDir: process.env.KIT_DIR ?? '.svelte-kit',
		// Deterministic, and free of the content, so that an edited card changes no script.
		version: { name: 'app' },
		paths: { base: /** @type {`/${string}` | ''} */ (base), relative: false },
		serviceWorker: { register: false },
		inlineStyleThreshold: 100_000,
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', `sha256-${inlineHash}`],
				'style-src': ['self'],
				// The style attribute of Kit's own announcer of page changes.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'object-src': ['none']
			}
		},
		typescript: {
			config: (config) => {
				config.include.push('../tests/**/*.ts', '../eslint.config.js');
				config.exclude.push('../src/service-worker.ts');
				return config;
			}
		}
	}
};
